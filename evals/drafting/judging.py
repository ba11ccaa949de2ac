"""Every figure of a draft against the facts it was invented from: right, or why not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from evals.drafting.facts import Invented, Row
from evals.drafting.reading import Printed, Read, read_line, words_of

_ROUNDED = Decimal("0.051")
_UP, _DOWN = ("tăng", "cao hơn", "vượt"), ("giảm", "thấp hơn", "chưa đạt")
_GENERIC = frozenset(
    (
        *("điểm", "phần", "trăm", "so", "với", "đạt", "tăng", "giảm", "còn", "lại", "chỉ", "tiêu"),
        *("đề", "ra", "vượt", "chưa", "thấp", "cao", "hơn", "không", "thay", "đổi", "năm", "mới"),
        *("được", "đã", "là", "có"),
    )
)
"""Words that say nothing of what is counted."""
_TARGET = re.compile("chỉ tiêu|đề ra")
_HEADING = re.compile(r"(?:[IVX]+|\d{1,2})\.\s")
_REST = re.compile(r"\bcòn\s+$")
_LEFT = re.compile(r"còn lại|chưa|\bcòn\s")
"""Words of what a plan still leaves to be done: the whole less the part."""
_CLOSE = 0.8
_NAMED = 0.7


@dataclass(slots=True)
class Judged:
    """What came of one draft. ``wrong`` and ``missing`` are lines for a person."""

    figures: int = 0
    right: int = 0
    required: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)


def judge(facts: Invented, lines: Sequence[str], *, omitted: frozenset[str]) -> Judged:
    """Bind every figure of ``lines`` to an invented fact, and look for every fact.

    ``omitted`` are the names of rows that the draft's ledger leaves out with a reason.
    """
    judged = Judged()
    known = _Known(facts)
    said: Counter[str] = Counter()
    here: Counter[str] = Counter()
    for line in lines:
        if _HEADING.match(line):
            here.clear()
        printed = read_line(line)
        _references(facts, printed, judged)
        last: Read | None = None
        for figure in printed.figures:
            judged.figures += 1
            names, why = known.explain(figure)
            same = last is not None and last.sentence == figure.sentence
            if why is not None and same and last is not None and known.changes(last, figure):
                names, why = [], None
            last = figure
            if why is not None:
                judged.wrong.append(f"{figure.text!r} trong “{figure.sentence[:200]}”: {why}")
                continue
            judged.right += 1
            said.update(names)
            if _TARGET.search(figure.before):
                continue
            here.update(name for name in names[:1] if name)
            if names and here[names[0]] > 1:
                judged.repeated.append(f"{figure.text!r} trong “{figure.sentence[:200]}”")
    for row in facts.rows:
        if not row.stated:
            continue
        judged.required += 1
        if not said[row.name] and row.name not in omitted and not _said_none(row, lines):
            judged.missing.append(f"{row.name}: {row.text} {row.unit}")
    return judged


def _references(facts: Invented, printed: Printed, judged: Judged) -> None:
    """Document numbers, dates and years must be among those invented."""
    numbers = {one.split()[0] for one in facts.documents} | {f"7/KH-{facts.short}"}
    days = {one.split()[1] for one in facts.documents} | {
        f"09/01/{facts.year}",
        f"9/1/{facts.year}",
    }
    for number in printed.documents:
        _count(judged, number in numbers or number.lstrip("0") in numbers, number)
    for day in printed.dates:
        _count(judged, day in days, day)
    for year in printed.years:
        _count(judged, abs(year - facts.year) <= 1, str(year))


def _count(judged: Judged, right: bool, text: str) -> None:
    judged.figures += 1
    if right:
        judged.right += 1
    else:
        judged.wrong.append(f"{text}: không có trong dữ kiện")


def _said_none(row: Row, lines: Sequence[str]) -> bool:
    """Zero is said in words: none arose."""
    if row.value:
        return False
    own = words_of(row.name) - {"số"}
    return any(
        "không" in sentence.lower() and len(own & words_of(sentence)) >= _NAMED * len(own)
        for line in lines
        for sentence in line.split("; ")
    )


class _Known:
    """The invented facts, ready to explain a figure."""

    def __init__(self, facts: Invented) -> None:
        self._facts = facts
        self._rows = [row for row in facts.rows if row.kind not in ("head", "coded")]
        self._words = {row.name: words_of(row.name) - _GENERIC - {"số"} for row in self._rows}
        counts = Counter(word for words in self._words.values() for word in words)
        self._weight = {word: 1 / count for word, count in counts.items()}
        self._named = {row.name: row for row in self._rows}

    def explain(self, figure: Read) -> tuple[list[str], str | None]:
        """The rows whose own value a figure states, or why it cannot be right."""
        ranked = self._ranked(figure)
        if not ranked:
            return [], "không chỉ tiêu nào có những từ này"
        best = ranked[0][0]
        near = [row for score, row in ranked if score >= best * _CLOSE]
        left = bool(_REST.search(figure.before)) and "/" in figure.sentence
        if left and any(self._remains(row, figure.value) for row in near):
            return [], None  # "15/30 …, còn 15" says nothing of the 15 done a second time
        stating = [names for row in near if (names := self._states(row, figure)) is not None]
        if len(stating) == 1:
            return stating[0], None
        if stating:  # rows of one value that words cannot tell apart: each is stated
            return ["", *(name for names in stating for name in names)], None
        for row in near:
            if self._derives(row, figure):
                return self._same_share(row, figure), None
        return [], f"gần nhất là “{near[0].name}” = {near[0].text} {near[0].unit}"

    def changes(self, stated: Read, figure: Read) -> bool:
        """Whether a figure is the change of what the figure before it states."""
        return any(
            self._states(row, stated) is not None and self._change(row, figure)
            for _, row in self._ranked(stated)[:3]
        )

    def _ranked(self, figure: Read) -> list[tuple[float, Row]]:
        """Rows by how well their names fit: the clause first, then the sentence around it."""
        clause = words_of(figure.clause) - _GENERIC
        sentence = words_of(figure.sentence) - _GENERIC
        scored = []
        for row in self._rows:
            words = self._words[row.name]
            total = sum(self._weight[word] for word in words)
            near = sum(self._weight[word] for word in words & clause)
            far = sum(self._weight[word] for word in words & sentence)
            if near or far:
                scored.append(((near + far / 2) / total, row))
        return sorted(scored, key=lambda one: -one[0])

    def _states(self, row: Row, figure: Read) -> list[str] | None:
        if figure.whole is not None:
            return self._pair(row, figure)
        if row.value is not None and figure.value == row.value and _unit(row, figure):
            return [row.name]
        return None

    def _pair(self, row: Row, figure: Read) -> list[str] | None:
        """A part and its whole: this row and another of its block with the same unit."""
        if row.value != figure.value:
            return None
        for other in self._block(row):
            if other is not row and other.unit == row.unit and other.value == figure.whole:
                return [row.name, other.name]
        return None

    def _derives(self, row: Row, figure: Read) -> bool:
        """Last year's value, the plan's, a share of the block, a change with its direction."""
        value = figure.value
        if figure.pair is not None and "%" in figure.after:
            part, whole = figure.pair
            return bool(whole) and _near(value, part * 100 / whole)
        if value in self._bases(row) and _unit(row, figure):
            return True
        if "%" in figure.after and value in {one.target for one in self._block(row)}:
            return True
        if "%" in figure.after and any(_near(value, share) for share in self._shares(row)):
            return True
        if _LEFT.search(figure.clause) and self._remains(row, value):
            return True
        return self._change(row, figure)

    def _remains(self, row: Row, value: Decimal) -> bool:
        """Whether ``value`` is what is left of a whole of the block."""
        return any(
            part.value is not None and whole.value is not None and whole.value - part.value == value
            for part, whole in self._pairs(row)
        )

    def _bases(self, row: Row) -> list[Decimal]:
        """What a row's value may be held against: last year's where that is given, the plan's."""
        before = row.before if self._facts.has_before else None
        return [base for base in (before, row.target) if base is not None]

    def _same_share(self, row: Row, figure: Read) -> list[str]:
        """Share rows of the block that a worked-out share states as well."""
        if not figure.after.lstrip().startswith("%"):
            return []
        return [
            one.name
            for one in self._block(row)
            if one.kind == "share" and one.value is not None and _near(figure.value, one.value)
        ]

    def _pairs(self, row: Row) -> Iterator[tuple[Row, Row]]:
        counts = [one for one in self._block(row) if one.value is not None and one.unit != "%"]
        for part in counts:
            for whole in counts:
                if part is not whole and part.unit == whole.unit:
                    yield part, whole

    def _shares(self, row: Row) -> Iterator[Decimal]:
        for part, whole in self._pairs(row):
            if part.value is not None and whole.value:
                yield part.value * 100 / whole.value

    def _change(self, row: Row, figure: Read) -> bool:
        before = figure.before.lower()
        for base in self._bases(row):
            if row.value is None:
                continue
            difference = row.value - base
            amounts = [abs(difference)]
            if base:
                amounts.append(abs(difference) * 100 / base)
            if any(_near(figure.value, amount) for amount in amounts):
                return _spoken(before, difference)
        if "điểm phần trăm" not in figure.after:
            return False
        return any(
            _near(figure.value, abs(change)) and _spoken(before, change)
            for change in self._share_changes(row)
        )

    def _share_changes(self, row: Row) -> Iterator[Decimal]:
        """By how many points the shares of a block changed, exactly and as printed."""
        for one in self._block(row):
            if one.kind == "share" and one.value is not None:
                yield from (one.value - base for base in self._bases(one))
        for part, whole in self._pairs(row):
            if part.value is None or not whole.value or part.before is None or not whole.before:
                continue
            now, then = part.value * 100 / whole.value, part.before * 100 / whole.before
            yield now - then
            yield _tenth(now) - _tenth(then)
            if row.target is not None:
                yield now - row.target

    def _block(self, row: Row) -> list[Row]:
        return [one for one in self._rows if one.group == row.group]


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _spoken(before: str, difference: Decimal) -> bool:
    """Whether the words before a change say the direction that it has."""
    if any(word in before for word in _UP):
        return difference >= 0
    if any(word in before for word in _DOWN):
        return difference <= 0
    return True


def _unit(row: Row, figure: Read) -> bool:
    """Whether the row's unit, or what its name counts, stands right behind the figure."""
    unit = row.unit.lower()
    after = figure.after.lower().strip()
    if unit == "%":
        return after.startswith("%")
    named = row.name.lower().removeprefix("- ").removeprefix("số ").split()[0].rstrip(",")
    return after.startswith((unit, named))


def _near(value: Decimal, exact: Decimal) -> bool:
    return value == exact or abs(value - exact) <= _ROUNDED
