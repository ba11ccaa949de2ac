"""Codes by which the rows of a table are called ("KV-07"): letters, a hyphen and a number.

They are read as keys only where several rows bear codes of the same letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.query import Intent, Query

_CODE = re.compile(r"(?<![\w/.-])([^\W\d_]{1,5})-0*(\d{1,4})(?![\w/-]|\.\d)")
_FEWEST = 2
_OF_ROW = frozenset(
    {
        Intent.LEAD,
        Intent.COORDINATING,
        Intent.DEADLINE,
        Intent.PRODUCT,
        Intent.STATUS,
        Intent.LIST,
        Intent.OPEN,
    }
)

Code = tuple[str, int]
"""The letters of a code in small, and its number."""


def code_spans(text: str) -> Iterator[tuple[int, int, Code]]:
    """Where codes stand in a text."""
    for found in _CODE.finditer(text):
        yield (*found.span(), (found.group(1).casefold(), int(found.group(2))))


def codes_of(entry: Entry) -> frozenset[Code]:
    """What a row is called by: its key, and cells of it that hold a code and nothing else."""
    if entry.record is None:
        return frozenset()
    own = entry.source
    cells = [own, *own.parts] if own.row is not None else []
    told = [
        entry.record.key,
        *(cell.quote.strip() for cell in cells if _CODE.fullmatch(cell.quote.strip())),
    ]
    return frozenset(code for text in told for _, _, code in code_spans(text))


def codes_held(corpus: Corpus, ids: frozenset[str]) -> frozenset[Code]:
    """The codes of the rows of documents, of those letters that several rows bear."""
    held = {
        code for entry in corpus.entries if entry.document.id in ids for code in codes_of(entry)
    }
    return frozenset(
        code for code in held if sum(letters == code[0] for letters, _ in held) >= _FEWEST
    )


def unknown_code(question: str, corpus: Corpus, ids: frozenset[str]) -> str | None:
    """The code in a question that no row of the documents meant bears, as it is written.

    One that any of their texts names in passing is known.
    """
    asked = {code: question[start:end] for start, end, code in code_spans(question)}
    if not asked:
        return None
    held = codes_held(corpus, ids)
    letters = {one for one, _ in held}
    strange = [code for code in asked if code not in held and code[0] in letters]
    if not strange:
        return None
    told = {code for entry in corpus.entries for _, _, code in code_spans(entry.body.text)}
    return next((asked[code] for code in strange if code not in told), None)


def is_of_code(query: Query) -> bool:
    """Whether a question asks for a particular of the row that bears a code, for no more."""
    key = query.limits.key
    coded = key is not None and _CODE.fullmatch(key) is not None
    return coded and not query.required and query.intent in _OF_ROW
