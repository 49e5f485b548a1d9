"""The argument in other formats."""
