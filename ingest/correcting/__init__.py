"""Corrections by staff, laid over what was read. Pure: keeping them is the store's work."""
