"""From content to records: structure, tables, prose, metadata."""
