"""How much of what a model wrote was released, added up over answers or over a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Draft
from assistant.language.phrasing import Phrasing

_OTHERS = ("rules", "person")


@dataclass(frozen=True, slots=True)
class Kept:
    """Sentences of one reply or of many.

    ``kept`` were released as the model wrote them, ``replaced`` gave way to a rule-made line,
    ``refused`` had none and went; ``added`` are rule-made lines for what the model left out.
    ``failures`` say why a whole reply could not be used.
    """

    kept: int = 0
    replaced: int = 0
    refused: int = 0
    added: int = 0
    replies: int = 0
    failures: tuple[str, ...] = ()

    def __add__(self, other: Kept) -> Kept:
        return Kept(
            self.kept + other.kept,
            self.replaced + other.replaced,
            self.refused + other.refused,
            self.added + other.added,
            self.replies + other.replies,
            (*self.failures, *other.failures),
        )

    @property
    def written(self) -> int:
        """All sentences that the model wrote in replies of which any could be used."""
        return self.kept + self.replaced + self.refused


def of_replies(observed: Sequence[Phrasing]) -> Kept:
    """The sum of what an observer of a :class:`ModelPhraser` was told."""
    total = Kept()
    for each in observed:
        failures = (each.failure,) if each.failure else ()
        total += Kept(each.kept, each.replaced, each.refused, each.added, 1, failures)
    return total


def of_draft(draft: Draft) -> Kept:
    """A draft's sentences by writer: the model's were kept, the rules' stand in for the rest."""
    sections = [section for section in draft.sections if section.sentences]
    writers = [[sentence.writer for sentence in section.sentences] for section in sections]
    kept = sum(writer not in _OTHERS for section in writers for writer in section)
    without = sum(all(writer in _OTHERS for writer in section) for section in writers)
    return Kept(
        kept=kept,
        replaced=sum(map(len, writers)) - kept,
        replies=len(sections),
        failures=("no sentence of the model was kept",) * without,
    )


def kept_text(found: Kept) -> str:
    """One paragraph for a person."""
    share = f"{100 * found.kept / found.written:.1f} %" if found.written else "–"
    return (
        f"{found.replies} replies, {len(found.failures)} not usable; {found.written} sentences: "
        f"{found.kept} kept ({share}), {found.replaced} replaced by rules, {found.refused} "
        f"refused; {found.added} rule-made lines added"
    )
