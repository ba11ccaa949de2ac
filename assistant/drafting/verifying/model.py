"""The nouns of a verification: what went wrong with a slot, and how the file stands as a whole."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assistant.answer import Check, Figure
from ingest.model import Frozen

SlotErrorKind = Literal[
    "missing",  # a slot of the composition does not stand in the file
    "wrong",  # it stands there with another value, date, number or unit
    "added",  # a figure stands in the file that no slot put there
    "repeated",  # a slot stands there more often than it was written
    "unsupported",  # its evidence does not yield its value
    "trend",  # the words beside it say another direction than its figures have
]


class SlotError(Frozen):
    """One slot that is not what it should be. ``message`` is a Vietnamese sentence.

    ``section`` is the key of its section, ``None`` outside of sections; ``slot`` its id, ``None``
    for a figure that belongs to none. ``expected`` and ``found`` are as printed.
    """

    kind: SlotErrorKind
    message: str
    section: str | None = None
    slot: str | None = None
    expected: str | None = None
    found: str | None = None


class Verification(Frozen):
    """A finished draft as read back.

    ``check`` is the check of the file against the sources; ``errors`` are those of slots, in
    reading order; ``figures`` are the figures of each section by its key, with the verdict that
    stands. ``slots`` counts the slots that had to be found, repetitions included.
    """

    check: Check
    errors: tuple[SlotError, ...] = ()
    figures: dict[str, tuple[Figure, ...]] = Field(default_factory=dict)
    slots: int = 0

    @property
    def holds(self) -> bool:
        """Whether no slot is wrong and the check found no error."""
        return not self.errors and not self.check.summary.errors
