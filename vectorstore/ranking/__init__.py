"""How well a found unit answers a query: read by rules and vocabulary files, no model."""
