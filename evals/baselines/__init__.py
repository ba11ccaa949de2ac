"""What stands beside the program in the same table: plain retrievers without its reading.

A baseline gets the documents as plain text (tables as lines of cells between tabs) and gives back
passages cut from them as it likes. It is judged on gold places, as the program is
(:mod:`evals.baselines.judging`): a passage holds a place when the words of the paragraph or table
row stand in it, or it stands in them, or it was cut through them and holds at least half of them.
It cannot refuse and writes no answer; what counts besides the places is whether the wording asked
for stands in its first or in its first five passages.

``evals.baselines.catalogue.BUILDERS`` names every baseline that the suite runs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings


@dataclass(frozen=True, slots=True)
class PlainText:
    """A whole document: its file name, and its paragraphs and table rows a line each."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A piece of a document. ``text`` is verbatim, so that places can be found in it."""

    file: str
    text: str


class Baseline(Protocol):
    """A retriever over the documents that it was built with."""

    def search(self, question: str, k: int) -> tuple[FoundPassage, ...]:
        """The ``k`` best passages, best first; the same ones for the same question."""
        ...


BuildBaseline = Callable[[Sequence[PlainText], "Embeddings | None"], Baseline]
"""Makes a baseline over documents. Embeddings are the program's own; ``None`` where a run is
without them, and then a baseline that needs them raises :class:`evals.errors.NeedsEmbeddings`."""
