"""One metric a file, each a pure function from an outcome to a score, or ``None``."""
