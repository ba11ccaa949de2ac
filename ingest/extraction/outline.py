"""Paragraphs -> an outline: parts of the document, sections, and where each paragraph stands.

Sections follow the numbering as printed; a number that lost a digit ("5.2." between 2.5.1 and
2.5.3) is put right by the sequence it stands in, for the path only. Marked heading levels are a
hint where there is no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from ingest.extraction.cut_paragraphs import with_joined_paragraphs
from ingest.extraction.heading_lines import (
    closes,
    is_heading,
    is_letterhead,
    is_subsequence,
    is_title,
    short_title,
    signs,
)
from ingest.extraction.heading_years import is_of_years
from ingest.extraction.parts import MAX_HEADING, Part, part_of
from ingest.model import Block, Content, Paragraph, Table
from ingest.text.normal import fold
from ingest.text.numbering import Label, label_of, roman_in, roman_value
from ingest.vocabulary import load

Zone = Literal["opening", "body", "recipients", "signature"]
_PARTS = {"chương": 0.2, "mục": 0.4}
"""How far below a "Phần" the other named parts stand."""
_LETTERS_ABOVE = 0.6
_RANKS = {"part": 0, "roman": 1, "article": 1, "capital": 2, "arabic": 3, "letter": 9, "bullet": 10}
_LISTED = 10.0
"""The rank of years over bullets: below every label, above nothing but the bullets."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph and where it stands.

    ``path`` holds the labels of the open sections, its own included; ``headings`` the texts of
    those above it. ``body`` is the text without its label.
    """

    paragraph: Paragraph
    order: int
    part: Part
    path: tuple[str, ...]
    headings: tuple[str, ...]
    label: Label | None
    heading: bool
    zone: Zone

    @property
    def body(self) -> str:
        """The text without the label."""
        text = self.paragraph.text
        return text[self.label.end :].strip() if self.label else text


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table and where it stands. ``titles`` are the lines right above it."""

    table: Table
    order: int
    part: Part
    path: tuple[str, ...]
    headings: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    label: Label | None
    value: str
    title: str
    rank: float
    mark: str = ""
    filled: bool = False


def outline(content: Content) -> list[Placed | PlacedTable]:
    """Every block of ``content`` with its place, page cuts of paragraphs joined."""
    walker = _Walker(_printed_numbers(content))
    placed: list[Placed | PlacedTable] = []
    for order, block in enumerate(with_joined_paragraphs(content.blocks)):
        placed.append(walker.take(block, order))
    return placed


def _printed_numbers(content: Content) -> list[tuple[int, ...]]:
    labels = (label_of(paragraph.text) for paragraph in content.paragraphs)
    return [label.numbers for label in labels if label and label.numbers]


class _Walker:
    def __init__(self, numbers: list[tuple[int, ...]]) -> None:
        self.part = Part(None)
        self.open: list[_Open] = []
        self.zone: Zone = "opening"
        self.recent: list[str] = []
        self.numbers = numbers
        self.seen = 0
        self.lettered = False
        self.untitled = False

    def take(self, block: Block, order: int) -> Placed | PlacedTable:
        if isinstance(block, Table):
            titles, self.recent = tuple(self.recent), []
            self.zone = "body"
            return PlacedTable(block, order, self.part, self._path(), self._titles(), titles)
        if self.untitled and is_title(block):
            return self._titled(block, order)
        self.untitled = False
        part = part_of(block) if block.box == "body" else None
        if part is not None:
            self.lettered = False
            self.part, self.open, self.zone, self.recent = part, [], "opening", [block.text]
            return Placed(block, order, part, (), (), None, heading=True, zone="opening")
        self.recent = [*self.recent[-4:], block.text]
        self._enter_zone(block)
        label = label_of(block.text)
        if label is not None and label.numbers:
            label = self._mended(label)
            self.seen += 1
        if block.doubtful:
            label = self._reread(block, label)
        if label is not None and label.kind == "roman" and not self._follows(label):
            label = None
        if label is not None and label.kind != "bullet" and self.zone != "recipients":
            return self._labelled(block, order, label)
        heading = (
            block.heading_level is not None and label is None and len(block.text) < MAX_HEADING
        )
        if heading and self.zone != "recipients" and not is_letterhead(block.text):
            rank = self._marked_rank(block)
            self._close(rank)
            placed = self._placed(block, order, heading=True)
            self.open.append(_Open(None, "", block.text, rank))
            return placed
        if label is None and self.zone == "body" and closes(block.text):
            self.open = []
        return self._in_list(block, order, label)

    def _in_list(self, block: Paragraph, order: int, label: Label | None) -> Placed:
        """A bullet or plain line; one that only names years heads the bullets below it."""
        last = self.open[-1] if self.open and self.open[-1].rank >= _LISTED else None
        if last is not None and last.mark and label is not None:
            if label.value != last.mark:
                self.open[-1] = replace(last, filled=True)
            elif last.filled:  # the list goes on above the bullets of those years
                self.open.pop()
        body = block.text[label.end :].strip() if label else block.text.strip()
        if self.zone != "body" or not (body.endswith(":") and is_of_years(body)):
            return self._placed(block, order, label=label)
        self._close(_LISTED)
        placed = self._placed(block, order, label=label, heading=True)
        mark = label.value if label else ""
        self.open.append(_Open(None, "", body.rstrip(": "), _LISTED, mark=mark))
        return placed

    def _placed(
        self, block: Paragraph, order: int, *, label: Label | None = None, heading: bool = False
    ) -> Placed:
        return Placed(
            paragraph=block,
            order=order,
            part=self.part,
            path=self._path(),
            headings=self._titles(),
            label=label,
            heading=heading,
            zone=self.zone,
        )

    def _titled(self, block: Paragraph, order: int) -> Placed:
        """The title of a part that has a line of its own below "Phần thứ hai" or "Chương II"."""
        last = self.open.pop()
        placed = self._placed(block, order, heading=True)
        self.open.append(replace(last, title=block.text))
        self.untitled = False
        return replace(placed, path=self._path())

    def _follows(self, label: Label) -> bool:
        """Whether a Roman number goes on with the one before it: stray letters do not."""
        value = roman_value(label.value)
        last = next(
            (entry.value for entry in self.open if entry.label and entry.label.kind == "roman"),
            None,
        )
        return value == 1 or (last is not None and 0 < value - roman_value(last) <= 2)

    def _reread(self, block: Paragraph, label: Label | None) -> Label | None:
        """The label of a doubtful heading by the reading that goes on with the heading before."""
        if label is not None and label.kind not in ("roman", "capital"):
            return label
        last = next(
            (entry.value for entry in self.open if entry.label and entry.label.kind == "roman"), ""
        )
        expected = roman_value(last) + 1
        told = roman_value(label.value) if label is not None and label.kind == "roman" else None
        printed = re.match(r"\s*\S{1,6}[.)]\s+(?=\S)", block.text)
        end = label.end if label is not None else (printed.end() if printed else None)
        if told == expected or end is None:
            return label
        fitting = roman_in(block.readings, expected)
        return Label("roman", fitting, end) if fitting is not None else label

    def _enter_zone(self, block: Paragraph) -> None:
        key = fold(block.text).strip(" :*")
        words = load("documents")
        if any(
            key == fold(word) or key.startswith(f"{fold(word)}:")
            for word in words["recipients"][:1]
        ):
            self.zone, self.open = "recipients", []
        elif self.zone == "body" and signs(block.text):
            self.zone, self.open = "signature", []
        elif self.zone == "recipients":
            if label_of(block.text) is None and not block.text.startswith("-"):
                self.zone = "signature"
        elif (self.zone == "opening" and label_of(block.text) is not None) or (
            self.zone == "signature" and label_of(block.text) is not None and block.heading_level
        ):
            self.zone = "body"

    def _labelled(self, block: Paragraph, order: int, label: Label) -> Placed:
        self.zone = "body" if self.zone in ("opening", "signature") else self.zone
        self._see_letters(label)
        rank = self._rank(label, block.text)
        self._close(rank, label)
        headings = self._titles()
        body = block.text[label.end :].strip()
        body = body.lstrip(" .:–-") if label.kind == "part" else body
        self.open.append(_Open(label, label.value, body or block.text, rank))
        heading = is_heading(block, label, body)
        self.untitled = label.kind == "part" and not body.strip(" .:")
        return Placed(block, order, self.part, self._path(), headings, label, heading, self.zone)

    def _see_letters(self, label: Label) -> None:
        """A letter outranks Roman numbers where these count below it ("A … I … II … B")."""
        kinds = {entry.label.kind for entry in self.open if entry.label is not None}
        if label.kind != "roman" or "capital" not in kinds or "roman" in kinds:
            return
        if roman_value(label.value) == 1:
            self.lettered = True
            self.open = [
                replace(entry, rank=_LETTERS_ABOVE)
                if entry.label is not None and entry.label.kind == "capital"
                else entry
                for entry in self.open
            ]

    def _rank(self, label: Label, text: str) -> float:
        rank: float = _RANKS[label.kind]
        if label.kind == "part":
            return rank + _PARTS.get(text.split(maxsplit=1)[0].casefold(), 0.0)
        if label.kind == "capital" and self.lettered:
            return _LETTERS_ABOVE
        if label.numbers:
            rank += (len(label.numbers) - 1) * 0.5
            letters = [entry for entry in self.open if entry.label and entry.label.kind == "letter"]
            if len(label.numbers) == 1 and letters and self._restarts(label):
                return 9.5  # "1. 2. 3." below "a)"
        return rank

    def _restarts(self, label: Label) -> bool:
        """Whether a single number cannot go on with the numbers above the open letter."""
        above = [
            e
            for e in self.open
            if e.label and e.label.kind == "arabic" and len(e.label.numbers) == 1
        ]
        if not above:
            return False
        last = above[-1].label
        return last is not None and label.numbers[0] == 1 and last.numbers[0] != 0

    def _mended(self, label: Label) -> Label:
        """Put a number right that lost a digit, by the number before it on its level."""
        before = next(
            (e.label.numbers for e in reversed(self.open) if e.label and len(e.label.numbers) >= 2),
            None,
        )
        if before is None:
            return label
        expected = (*before[:-1], before[-1] + 1)
        numbers = label.numbers
        if numbers == expected or len(numbers) >= len(expected) or len(expected) < 3:
            return label
        if not is_subsequence(numbers, expected):
            return label
        parent = (*before[:-2], before[-2] + 1)
        ahead = self.numbers[self.seen + 1 : self.seen + 40]
        if numbers == parent and numbers not in ahead:
            return label
        if len(numbers) == 1:
            return label
        return Label(label.kind, ".".join(map(str, expected)), label.end)

    def _marked_rank(self, block: Paragraph) -> float:
        level = block.heading_level or 1
        numbered = [entry.rank for entry in self.open if entry.label is not None]
        if not numbered:
            return 0.1 * level
        return min(max(numbered) + 0.01 * level, 8.9)

    def _close(self, rank: float, label: Label | None = None) -> None:
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()
        if label is None or len(label.numbers) < 2:
            return
        while self.open:
            last = self.open[-1].label
            if (
                last is None
                or not last.numbers
                or label.numbers[: len(last.numbers)] == last.numbers
            ):
                return
            self.open.pop()

    def _path(self) -> tuple[str, ...]:
        """Labels of the open sections; a number that holds the one above it replaces it."""
        path: list[str] = []
        for entry in self.open:
            if not entry.value:
                continue
            if path and entry.value.startswith(f"{path[-1]}."):
                path[-1] = entry.value
            else:
                path.append(entry.value)
        return tuple(path)

    def _titles(self) -> tuple[str, ...]:
        return tuple(short_title(entry.title) for entry in self.open if entry.title)
