"""Claimbook: an argument map in plain files, checked and published."""
