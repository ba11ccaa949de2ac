"""What the sample documents say, as data: every builder and every test reads it from here."""
