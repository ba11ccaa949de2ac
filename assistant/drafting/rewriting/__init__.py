"""A chat model rewrites a drafted section between locked figures; what it writes is inspected."""

from assistant.drafting.rewriting.rewrite import rewrite
from assistant.drafting.rewriting.writer import ModelWriter

__all__ = ["ModelWriter", "rewrite"]
