"""The facts of one invented annex, of the year before and of the plan, drawn from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from evals.drafting import words

RowKind = Literal["head", "count", "share", "money", "coded", "blank"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as printed. ``group`` joins the rows of one block, ``number`` is its label.

    ``value`` is what it states, ``before`` the same in the year before, ``target`` what the plan
    promises, ``parts`` the names of the two rows that a share is of.
    """

    section: int
    group: int
    number: str
    name: str
    kind: RowKind
    unit: str = ""
    value: Decimal | None = None
    before: Decimal | None = None
    target: Decimal | None = None
    text: str = ""
    note: str = ""
    parts: tuple[str, str] | None = None

    @property
    def stated(self) -> bool:
        """Whether it holds a figure that a report has to give."""
        return self.value is not None and self.kind in ("count", "share", "money")


@dataclass(frozen=True, slots=True)
class Invented:
    """Everything that the documents of one draft say."""

    province: str
    department: str
    short: str
    year: int
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    documents: tuple[str, ...]
    has_before: bool
    has_plan: bool


def shown(value: Decimal, rng: random.Random) -> str:
    """A figure as an annex prints it: grouped or not, with a leading zero or not."""
    if value == value.to_integral_value():
        whole = int(value)
        if whole < 10:
            return rng.choice((f"{whole:02d}", str(whole))) if whole else "0"
        grouped = f"{whole:,}".replace(",", ".")
        return rng.choice((grouped, str(whole)))
    return f"{value}".replace(".", ",")


def invent(seed: int) -> Invented:
    """Draw one annex; the same seed gives the same facts."""
    rng = random.Random(seed)  # noqa: S311 - invents test data
    department, short = rng.choice(words.DEPARTMENTS)
    year = rng.randint(2027, 2034)
    titles = tuple(rng.choice(variants) for variants in words.SECTIONS)
    maker = _Maker(rng, short, year)
    rows = [row for section in range(len(titles)) for row in maker.section(section)]
    has_plan = rng.random() < 0.5
    if not has_plan:
        rows = [replace(row, target=None) for row in rows]
    return Invented(
        province=rng.choice(words.PROVINCES),
        department=department,
        short=short,
        year=year,
        titles=titles,
        rows=tuple(rows),
        documents=tuple(maker.documents),
        has_before=rng.random() < 0.6,
        has_plan=has_plan,
    )


class _Maker:
    """Draws blocks of rows; names are not used twice."""

    def __init__(self, rng: random.Random, short: str, year: int) -> None:
        self._rng, self._short, self._year = rng, short, year
        names = [(counted, field) for counted in words.COUNTED for field in words.FIELDS]
        rng.shuffle(names)
        self._names = names
        self._fields = rng.sample(words.FIELDS, len(words.FIELDS))
        self._activities = rng.sample(words.ACTIVITIES, len(words.ACTIVITIES))
        self._numbers = rng.sample(range(11, 900), 400)
        self._group = 0
        self.documents: list[str] = []

    def section(self, at: int) -> list[Row]:
        """Three to six blocks, numbered from 1."""
        rows: list[Row] = []
        kinds = [self._counts, self._progress, self._coded, self._single]
        kinds.append(self._money if at == 5 else self._cases if at == 2 else self._counts)
        for number in range(1, self._rng.randint(3, 6) + 1):
            self._group += 1
            rows += self._rng.choice(kinds)(at, str(number))
        return rows

    # ---- blocks ----------------------------------------------------------------------------

    def _counts(self, section: int, number: str) -> list[Row]:
        field = self._names.pop()[1]
        rows = [self._row(section, number, f"Kết quả công tác {field}", "head")]
        done = self._rng.sample(words.DONE, 3)
        for verb in done[: self._rng.randint(2, 3)]:
            (noun, unit), other = self._names.pop()
            rows.append(self._count(section, f"Số {noun} {other} {verb}", unit))
        return rows

    def _single(self, section: int, number: str) -> list[Row]:
        (noun, unit), field = self._names.pop()
        name = f"Số {noun} {field} {self._rng.choice(words.DONE)}"
        return [replace(self._count(section, name, unit), number=number)]

    def _progress(self, section: int, number: str) -> list[Row]:
        (noun, unit), field = self._names.pop()
        whole = Decimal(self._rng.randint(1, 900))
        part = Decimal(self._rng.randint(0, int(whole)))
        first = f"Số {noun} {field} được giao trong kế hoạch"
        second = f"Số {noun} {field} đã hoàn thành"
        rows = [
            self._figure(section, first, "count", unit, whole, number=number),
            self._figure(section, second, "count", unit, part),
        ]
        if self._rng.random() < 0.6:
            rows.append(self._share(section, f"Tỷ lệ {noun} {field} hoàn thành", rows[1], rows[0]))
        return rows

    def _cases(self, section: int, number: str) -> list[Row]:
        if not self._fields:
            return self._counts(section, number)
        field = self._fields.pop()
        taken = Decimal(self._rng.randint(20, 30000))
        done = Decimal(self._rng.randint(10, int(taken)))
        in_time = Decimal(self._rng.randint(1, int(done)))
        unit = "Hồ sơ"
        rows = [
            self._row(section, number, f"Giải quyết hồ sơ {field}", "head"),
            self._figure(section, f"Số hồ sơ {field} đã tiếp nhận", "count", unit, taken),
            self._figure(section, f"Số hồ sơ {field} đã giải quyết", "count", unit, done),
            self._figure(section, f"Số hồ sơ {field} giải quyết đúng hạn", "count", unit, in_time),
        ]
        name = f"Tỷ lệ hồ sơ {field} giải quyết đúng hạn"
        rows.append(self._share(section, name, rows[3], rows[2]))
        return rows

    def _money(self, section: int, number: str) -> list[Row]:
        if not self._fields:
            return self._counts(section, number)
        field = self._fields.pop()
        given = Decimal(self._rng.randint(2000, 900000)) / 10
        spent = (given * self._rng.randint(40, 100) / 100).quantize(Decimal("0.1"))
        unit = "Triệu đồng"
        return [
            self._figure(
                section, f"Kinh phí {field} được giao", "money", unit, given, number=number
            ),
            self._figure(section, f"Kinh phí {field} đã giải ngân", "money", unit, spent),
        ]

    def _coded(self, section: int, number: str) -> list[Row]:
        if not self._activities:
            return self._single(section, number)
        unit, answers = self._rng.choice(words.CODES)
        name = f"Có thực hiện {self._activities.pop()}"
        row = self._row(section, number, name, "coded", unit=unit)
        note = self._document() if self._rng.random() < 0.5 else ""
        return [replace(row, text=self._rng.choice(answers), note=note)]

    # ---- rows ------------------------------------------------------------------------------

    def _count(self, section: int, name: str, unit: str) -> Row:
        drawn = self._rng.random()
        if drawn < 0.1:
            return self._row(section, "", name, "blank", unit=unit)
        value = Decimal(0) if drawn < 0.2 else Decimal(int(10 ** self._rng.uniform(0, 4.6)))
        return self._figure(section, name, "count", unit, value)

    def _figure(
        self,
        section: int,
        name: str,
        kind: RowKind,
        unit: str,
        value: Decimal,
        *,
        number: str = "",
    ) -> Row:
        step = Decimal(self._rng.randint(-30, 30)) / 100
        digits = Decimal("0.1") if kind == "money" else Decimal(1)
        before = max(Decimal(0), (value + value * step).quantize(digits, ROUND_HALF_UP))
        row = self._row(section, number, name, kind, unit=unit)
        note = self._document() if self._rng.random() < 0.08 else ""
        return replace(row, value=value, before=before, text=shown(value, self._rng), note=note)

    def _share(self, section: int, name: str, part: Row, whole: Row) -> Row:
        assert part.value is not None
        assert whole.value is not None
        tenth = Decimal("0.1")
        value = (part.value * 100 / whole.value).quantize(tenth, ROUND_HALF_UP)
        if (value == 100) != (part.value == whole.value) or (not value and part.value):
            value = (part.value * 100 / whole.value).quantize(Decimal("0.001"))
        row = self._row(section, "", name, "share", unit="%")
        before = min(Decimal(100), value + Decimal(self._rng.randint(-80, 80)) / 10)
        return replace(
            row,
            value=value,
            before=max(Decimal(0), before),
            target=Decimal(self._rng.randint(50, 100)),
            text=shown(value.normalize() if value == 100 else value, self._rng),
            parts=(part.name, whole.name),
        )

    def _row(self, section: int, number: str, name: str, kind: RowKind, *, unit: str = "") -> Row:
        label = name if number else f"- {name}" if self._rng.random() < 0.3 else name
        return Row(section, self._group, number, label, kind, unit=unit)

    def _document(self) -> str:
        code = self._rng.choice(("KH", "QĐ"))
        kind = {"KH": "Kế hoạch", "QĐ": "Quyết định"}[code]
        number = f"{self._numbers.pop()}/{code}-{self._short}"
        day = f"{self._rng.randint(1, 28):02d}/{self._rng.randint(1, 12):02d}/{self._year}"
        self.documents.append(f"{number} {day}")
        return f"{kind} số {number} ngày {day}"
