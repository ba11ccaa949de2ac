"""What came of a case: the answer, the found units, and the gold as it stands in the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import Answer, SearchResult
from evals.case import Case, GoldUnit
from evals.errors import GoldLost
from evals.originals.block import Block, plain
from evals.originals.reading import find
from evals.wording import key
from ingest.model import Source

_TELLING = 12


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold unit with its blocks in the file."""

    unit: GoldUnit
    blocks: tuple[Block, ...]

    def holds(self, source: Source) -> bool:
        """Whether the place named by ``source`` (or a part of it) is this unit's place.

        Two table rows are compared by number; otherwise by words, of which one side must hold
        the other's.
        """
        return source.file.startswith(self.unit.document) and any(
            _same_place(piece, block) for piece in pieces(source) for block in self.blocks
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case that was asked. ``files`` are the documents it was asked of, by file name."""

    case: Case
    answer: Answer
    found: tuple[SearchResult, ...]
    gold: tuple[Gold, ...]
    files: Mapping[str, Path]
    elapsed_ms: float
    again: Answer | None = None
    """The answer of a second asking, where there was one."""


def resolved(case: Case, files: Sequence[Path]) -> tuple[Gold, ...]:
    """The gold units of a case, each found again in its file.

    Raises:
        GoldLost: a document is not there, or holds no such block.
    """
    gold = []
    for unit in case.expected.gold:
        named = [file for file in files if file.name.startswith(unit.document)]
        if len(named) != 1:
            raise GoldLost(f"{case.id}: {len(named)} files begin with “{unit.document}”")
        gold.append(Gold(unit, find(named[0], unit.hash)))
    return tuple(gold)


def pieces(source: Source) -> Iterator[Source]:
    """The source and all of its parts."""
    yield source
    for part in source.parts:
        yield from pieces(part)


def _same_place(source: Source, block: Block) -> bool:
    if source.table and block.table:
        return (source.table, source.row) == (block.table, block.row)
    quote, text = key(plain(source.quote)), key(block.text)
    if len(quote) < _TELLING:
        return quote == text
    return quote in text or (len(text) >= _TELLING and text in quote)
