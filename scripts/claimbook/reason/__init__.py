"""What follows from the argument: links, statuses, weight, coverage, gaps."""
