"""The nouns of a draft: text with locked slots, and what stands in each slot.

A section's text never holds a figure as digits. It holds marks such as ``{F12}``; the slot of that
id knows what is written there, where it comes from and how it was worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from pydantic import Field

from assistant.answer import FindingRole
from ingest.model import Frozen, Period, Source

MARK = re.compile(r"\{(F\d+)\}")
"""A slot's mark in a template; group 1 is the slot's id."""

SlotKind = Literal[
    "value",  # one cell: "119 TTHC"
    "ratio",  # two cells: "25/25 nhiệm vụ"
    "share",  # worked out: "99,9 %"
    "difference",  # worked out against another period or a target: "12 hồ sơ", "3 điểm phần trăm"
    "target",  # what a plan promises: "80 %"
    "count",  # how many records a list holds: "03 nhiệm vụ"
    "document",  # "Kế hoạch số 03/KH-STP ngày 19/01/2023"
    "date",
    "deadline",
    "period",  # "năm 2023", "quý I năm 2023"
    "phrase",  # words of a source that hold digits: "mức độ 3", "TCVN ISO 9001:2015"
]
Trend = Literal["up", "down", "same", "met", "exceeded", "missed"]
"""What a sentence says of a slot: the sign of its difference, or how it stands to a target."""


class Slot(Frozen):
    """A locked figure.

    ``key`` is what the slot is of, the same in every draft of the same facts (a record's path and
    role, or a formula over such paths); ``id`` is the mark in the text. ``text`` is what is
    printed, unit included. ``value`` is the number that it states, in ``unit``. ``formula`` says
    in Vietnamese how a derived value came about, ``None`` for a value that a source states.
    ``evidence`` are the cells that it rests on, the first one foremost. ``trend`` is the relation
    that the figures themselves have, so that a sentence saying otherwise is refused.
    """

    id: str
    key: str
    kind: SlotKind
    text: str
    value: Decimal | None = None
    unit: str | None = None
    role: FindingRole = "unknown"
    indicator: str | None = None
    subject: str | None = None
    period: Period | None = None
    formula: str | None = None
    trend: Trend | None = None
    evidence: tuple[Source, ...] = ()


class Sentence(Frozen):
    """One sentence with marks. ``writer`` is ``rules``, a model's name or ``person``."""

    template: str
    writer: str = "rules"

    def marks(self) -> tuple[str, ...]:
        """Ids of the slots it holds, in order, repetitions included."""
        return tuple(MARK.findall(self.template))

    def filled(self, slots: Mapping[str, Slot]) -> str:
        """The sentence as printed. An unknown mark raises ``KeyError``."""
        return MARK.sub(lambda found: slots[found[1]].text, self.template)


class Paragraph(Frozen):
    """Sentences that stand together; ``bullet`` is printed as a list item with a dash."""

    sentences: tuple[Sentence, ...]
    bullet: bool = False


class SectionText(Frozen):
    """One section as drafted. ``level`` counts from 1; a section may have a title only.

    ``title`` is printed as is: its number ("I.", "2.") is part of it.

    ``edited_by`` names the person whose wording stands in it.
    """

    key: str
    title: str
    level: int = 1
    paragraphs: tuple[Paragraph, ...] = ()
    edited_by: str | None = None

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences


class LedgerEntry(Frozen):
    """One required record: used by slots, or omitted for a stated reason."""

    record_id: str
    indicator: str
    section: str | None = None
    used: bool = False
    why: str | None = None
    source: Source | None = None


class Composition(Frozen):
    """What composing yields: sections in order, every slot they name, and the ledger.

    ``missing`` are Vietnamese sentences about what was not given or not found, for the person who
    drafts; they do not go into the report. ``title`` and ``subject`` are the report's heading
    ("BÁO CÁO", "Kết quả … năm 2025"), ``opening`` and ``closing`` its first and last words,
    ``recipients`` its "Nơi nhận" lines.
    """

    title: str
    subject: Sentence
    opening: tuple[Paragraph, ...] = ()
    sections: tuple[SectionText, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    recipients: tuple[str, ...] = ()
    slots: dict[str, Slot] = Field(default_factory=dict)
    ledger: tuple[LedgerEntry, ...] = ()
    missing: tuple[str, ...] = ()
