"""What must hold of an argument: one generator a rule."""
