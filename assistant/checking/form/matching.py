"""Lines known by the words they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.checking.form.model import Line
from ingest.text.normal import match_key


def begins(line: Line, beginnings: Iterable[str]) -> bool:
    """Whether a line begins with one of these words, whole; case and spelling of tones apart."""
    key = match_key(line.text)
    return any(re.match(rf"{re.escape(match_key(word))}(?!\w)", key) for word in beginnings)
