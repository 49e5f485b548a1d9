"""Which addresses of the built site hold."""
