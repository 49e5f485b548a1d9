"""Text into model, or every problem at once."""
