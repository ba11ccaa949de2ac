"""``Content`` as JSON, the only thing that crosses from a reader's process to ours."""

from __future__ import annotations

from functools import lru_cache

from pydantic import TypeAdapter

from ingest.model import Content


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Content]:
    return TypeAdapter(Content)


def content_to_json(content: Content) -> bytes:
    """Bytes that :func:`content_from_json` turns into an equal object."""
    return _adapter().dump_json(content, exclude_defaults=True)


def content_from_json(data: bytes) -> Content:
    """The object that was written. Raises ``ValueError`` on anything else."""
    return _adapter().validate_json(data)
