"""What was read, kept and found again: dense index, lexical index, record store."""
