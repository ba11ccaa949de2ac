"""Which stored records and passages a question is about."""
