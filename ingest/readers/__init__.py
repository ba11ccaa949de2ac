"""One module a file format; :mod:`ingest.readers.registry` picks the one that fits."""
