"""What a document says of its place among others: attached to, amending, replacing a number.

The form is fixed: an annex or plan bears "(Ban hành kèm theo Quyết định số …)" under its title; an
amending document says so in its title or in an article; a replacing one says that "… này" takes the
place of a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.vocabulary import load

_NUMBER = r"(\d{1,5}\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][\wĐđ&]*(?:\s*-\s*[A-ZĐ][\wĐđ&]*)*)"
_ATTACHED = re.compile(
    r"(?:^\W*|\(\s*)(?:(?i:ban hành|gửi|đính)\s+)?(?i:kèm)(?i:\s+theo)?\s[^()]{0,200}?"
    rf"(?i:số)\s*:?\s*{_NUMBER}"
)
_ARTICLE = re.compile(r"^\W*(?i:điều)\s+\d+\b")


@dataclass(frozen=True, slots=True)
class Relations:
    """Document numbers as written, blanks closed up; ``None`` where nothing is said."""

    attached_to: str | None = None
    amends: str | None = None
    replaces: str | None = None


def read_relations(
    title: str | None, opening: Sequence[str], texts: Sequence[str], *, own: str | None
) -> Relations:
    """Relations read from the title, the first paragraphs, and the articles.

    ``own`` is the number that the document itself bears in its head: it is attached to, amends and
    replaces only others.
    """
    amending, replacing = _patterns(tuple(load("documents")["amending"]), _kinds())
    articles = [text for text in texts if _ARTICLE.match(text)]
    announced = [*([title] if title else []), *articles]
    return Relations(
        attached_to=_first(_ATTACHED, opening, own),
        amends=_first(amending, announced, own),
        replaces=_first(replacing, texts, own),
    )


def _kinds() -> tuple[str, ...]:
    return tuple(name for names in load("documents")["kinds"].values() for name in names)


def _patterns(
    verbs: tuple[str, ...], kinds: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    verb = "|".join(re.escape(word) for word in verbs)
    kind = "|".join(re.escape(word) for word in sorted(kinds, key=len, reverse=True))
    named = rf"(?i:{kind})\b[^;]{{0,160}}?(?i:số)\s*:?\s*{_NUMBER}"
    return (
        re.compile(rf"\b(?i:{verb})\b[^;]{{0,200}}?\b{named}"),
        re.compile(rf"\b(?i:{kind}) (?i:này)\b[^;]{{0,160}}?\b(?i:thay thế)\s+(?i:cho\s+)?{named}"),
    )


def _first(pattern: re.Pattern[str], texts: Sequence[str], own: str | None) -> str | None:
    for text in texts:
        for found in pattern.finditer(" ".join(text.split())):
            number = re.sub(r"\s+", "", found.group(1))
            if number != own:
                return number
    return None
