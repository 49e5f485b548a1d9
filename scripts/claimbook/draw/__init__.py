"""Maps of an argument as pictures and as outlines."""
