"""Reading: a file becomes a document, its content, typed records and evidence units."""
