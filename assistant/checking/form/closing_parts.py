"""The end of a document: recipients on the left, the signature on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking.form.matching import begins
from assistant.checking.form.model import Line
from assistant.checking.form.ruleset import words
from ingest.vocabulary import load

_NEAR = 12  # lines between recipients and a signature that stand one below the other


@dataclass(frozen=True, slots=True)
class Closing:
    """``capacity`` are the lines in which the signer's authority and office stand."""

    label: Line | None = None
    recipients: tuple[Line, ...] = ()
    capacity: tuple[Line, ...] = ()
    name: Line | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines."""
        parts = (self.label, *self.recipients, *self.capacity, self.name)
        return tuple(line for line in parts if line is not None)


def find_closing(written: Sequence[Line], *, after: int) -> Closing:
    """The first block of recipients below line ``after`` with the signature beside it."""
    label = next(
        (
            line
            for line in written
            if line.index > after and begins(line, words("recipients")) and len(line.text) < 40
        ),
        None,
    )
    if label is None:
        return Closing(capacity=tuple(_signing(written, after)))
    recipients = tuple(_recipients(written, label))
    if label.table is not None:
        beside = [
            line for line in written if line.table == label.table and line.column != label.column
        ]
        if beside:
            return Closing(label, recipients, *_signature(beside))
    used = {label.index, *(line.index for line in recipients)}
    around = [
        line
        for line in written
        if abs(line.index - label.index) <= _NEAR + len(recipients)
        and line.index not in used
        and line.index > after
    ]
    begin = next((n for n, line in enumerate(around) if signs(line)), None)
    if begin is None:
        return Closing(label, recipients)
    until = [line for line in around[begin:] if len(line.text) < 60][:5]
    below = [
        line for line in until if line.index < label.index or around[begin].index > label.index
    ]
    return Closing(label, recipients, *_signature(below))


def signs(line: Line) -> bool:
    """Whether a line names an office or an authority to sign, and nothing more."""
    offices = (*load("documents")["signers"], *load("documents")["authorities"])
    return (
        len(line.text) < 60
        and line.layout.align in ("center", "right", "left")
        and (begins(line, offices) or line.text.strip().startswith(words("signing")))
        and (line.shown == line.shown.upper() or all(look.bold for look in line.looks))
    )


def _signing(written: Sequence[Line], after: int) -> list[Line]:
    return [line for line in written[-_NEAR:] if line.index > after and signs(line)][-2:]


def _recipients(written: Sequence[Line], label: Line) -> list[Line]:
    """The lines of the list: the label's cell, or those that begin with a dash."""
    below = [line for line in written if line.index > label.index]
    if label.table is not None:
        return [line for line in below if line.table == label.table and line.column == label.column]
    found: list[Line] = []
    for line in below:
        if line.table is not None or not line.text.lstrip().startswith(("-", "–", "+")):
            break
        found.append(line)
    return found


def _signature(lines: Sequence[Line]) -> tuple[tuple[Line, ...], Line | None]:
    said = [line for line in lines if not line.text.lstrip().startswith(("(", "["))]
    capacity: list[Line] = []
    for n, line in enumerate(said):
        gap = n > 0 and line.index - said[n - 1].index > 2
        if n and (gap or not (signs(line) or line.shown == line.shown.upper())):
            break
        capacity.append(line)
    rest = said[len(capacity) :]
    return tuple(capacity), rest[-1] if rest else None
