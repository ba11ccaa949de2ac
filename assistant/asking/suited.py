"""Whether an answer from running text has what the question asks for.

Sentences about a topic are no answer where they lack the day, the body or the duration asked
for, or where the question names something else of the same kind ("loại D" where A to C are told).
"""

from __future__ import annotations

import re

from assistant.asking.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.quotation import stands_exactly, title_above
from assistant.asking.sought import letters_of, numbers_of
from assistant.asking.wanted import Wanted, asked_for, meets

_LABEL = re.compile(r"^(?:- )?\*\*.*?\*\*[^:*«]{0,40}:\s*")
_CHECKED = frozenset({Wanted.WHO, Wanted.WHEN, Wanted.LENGTH, Wanted.WHERE})
_FREE = frozenset({Intent.BASIS, Intent.FACT, Intent.SUMMARY, Intent.LIST, Intent.DIFFERENCE})


def suits(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether an answer from passages may stand. Answers from records always may."""
    if composed.status != "answered" or composed.path != "passages" or query.intent in _FREE:
        return True
    quotes = [citation.source.quote for citation in composed.page.citations]
    said = "\n".join((*composed.page.lines, *quotes))
    if not all(stands_exactly(letter, said) for letter in letters_of(query)):
        return False
    asked = asked_for(query)
    figures = (number for number in numbers_of(query) if "/" not in number)
    if asked.wanted is Wanted.WHY and not all(stands_exactly(one, said) for one in figures):
        return False
    counted = asked.wanted is Wanted.FIGURE and bool(asked.noun) and not query.of_text
    if asked.wanted not in _CHECKED and not counted:
        return True
    headings = {
        entry.unit.text: title_above(entry.unit)
        for entry in corpus.entries
        if entry.unit is not None and entry.headings
    }
    lines = [_LABEL.sub("", line) for line in composed.page.lines]
    above = " ".join(_above(quote, headings) for quote in quotes)
    return any(meets(asked, line, heading=above) for line in lines)


def _above(quote: str, headings: dict[str, str]) -> str:
    return next((title for text, title in headings.items() if quote in text), "")


def mixes(query: Query, composed: Composed) -> bool:
    """Whether lines of an answer are about others of the kind ("bậc A" where B is asked)."""
    letters = letters_of(query)
    lines = [line for line in composed.page.lines if line.strip()]
    return any(not stands_exactly(letter, line) for letter in letters for line in lines)
