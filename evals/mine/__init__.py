"""Somebody's own documents and questions: one folder, one command, the same metrics."""
