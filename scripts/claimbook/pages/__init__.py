"""The argument as pages of a site."""
