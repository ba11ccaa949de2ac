"""The rows below the heading that a question names."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Entry, EntryKind
from assistant.asking.finding.headed import is_titled
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.words import contains

_LONG_TITLE = 3


def section_entries(search: Search, kinds: Sequence[EntryKind]) -> list[Entry]:
    """Entries under the section whose title is the topic ("cải cách thể chế"), if there is one."""
    if search.topic.empty:
        return []
    chosen: list[tuple[Entry, str]] = []
    titles: dict[tuple[str, str], bool] = {}
    for entry in allowed(search, kinds):
        for title in entry.headings:
            key = (entry.document.id, title)
            if key not in titles:
                titles[key] = _is_section(search, title)
            if titles[key]:
                chosen.append((entry, title))
    return _under_own_title(search, chosen)


def _is_section(search: Search, title: str) -> bool:
    """Whether the topic is a title, or no more than one that the question repeats word by word."""
    query = search.query
    if is_titled(title, search.topic, search.corpus, accented=query.accented):
        return True
    words = search.corpus.features(title).plain
    repeated = len(words) >= _LONG_TITLE and contains(query.words, words) >= 0
    return repeated and all(entry.word.plain in words for entry in query.required)


def _under_own_title(search: Search, chosen: Sequence[tuple[Entry, str]]) -> list[Entry]:
    """The entries below the titles; of a document that has one of these very words, below that.

    A section "Cấp nước" is meant before the chapter "Cấp nước, thoát nước" that it is part of.
    """
    asked = set(search.query.words)
    said = {title: asked >= search.corpus.features(title).words for _, title in chosen}
    exact = {entry.document.id for entry, title in chosen if said[title]}
    kept = (one for one, title in chosen if said[title] or one.document.id not in exact)
    return [*{id(one): one for one in kept}.values()]
