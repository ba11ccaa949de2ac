"""A wide table: a commune a row, an indicator a column, the whole province in the last row."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.case import GoldFigure
from evals.families.facts import grouped
from evals.families.kinds import asking
from evals.families.kinds.stock import MEASURES, PLACES, Setting
from evals.families.pages import Page
from evals.families.writing import ADMITTED, CaseWriter

_TOTAL = "Tổng cộng"


@dataclass(frozen=True, slots=True)
class Table:
    """``values`` by commune and indicator; ``None`` is a cell that was left blank."""

    places: tuple[str, ...]
    measures: tuple[tuple[str, str, str], ...]
    values: tuple[tuple[int | None, ...], ...]

    def total(self, column: int) -> int:
        """What the communes have together."""
        return sum(row[column] or 0 for row in self.values)


def write(rng: random.Random, setting: Setting) -> tuple[Table, Page]:
    """The facts and the page."""
    places = tuple(rng.sample(PLACES, 7))
    measures = tuple(rng.sample(MEASURES, 3))
    columns = [rng.sample(range(24, 7900), len(places)) for _ in measures]
    values: list[list[int | None]] = [[*row] for row in zip(*columns, strict=True)]
    values[rng.randrange(len(places))][2] = None
    table = Table(places, measures, tuple(map(tuple, values)))
    paragraphs = [
        *setting.letterhead(f"{rng.randint(31, 290)}/BC", day=8, month=12),
        "BÁO CÁO",
        f"Kết quả giải quyết thủ tục hành chính cấp xã năm {setting.year}",
    ]
    rows = [("TT", "Đơn vị", *(f"{name} ({unit.lower()})" for name, _, unit in measures))]
    at = {}
    for number, (place, row) in enumerate(zip(places, table.values, strict=True), start=1):
        shown = ("" if value is None else grouped(value) for value in row)
        rows.append((str(number), place, *shown))
        at[place] = len(rows)
    rows.append(("", _TOTAL, *(grouped(table.total(column)) for column in range(3))))
    at[_TOTAL] = len(rows)
    return table, Page(f"cap-xa-{setting.name}", tuple(paragraphs), tuple(rows), at)


def ask(writer: CaseWriter, setting: Setting, drawn: Table, page: Page) -> None:
    """What is asked of it."""
    rng = writer.rng
    whole = [row for row in range(len(drawn.places)) if None not in drawn.values[row]]
    one, two, three, four = rng.sample(whole, 4)
    for row, style in ((one, None), (two, "no_diacritics"), (three, "typo")):
        column = rng.randrange(3)
        value = drawn.values[row][column] or 0
        asked = writer.phrase(
            ("{place} có bao nhiêu {topic}?", "Năm {year} {topic} của {place} là bao nhiêu?"),
            place=drawn.places[row],
            topic=drawn.measures[column][1],
            year=setting.year,
        )
        writer.add(
            "indicator",
            asked,
            [(grouped(value),)],
            gold=[writer.row(page, drawn.places[row])],
            figures=[GoldFigure(value=str(value))],
            forbidden=[grouped(drawn.values[other][column] or 0) for other in (four,)],
            tags=("table",),
            style=style,  # type: ignore[arg-type]
        )
    topic = drawn.measures[0][1]
    asked = writer.phrase(
        ("Tổng số {topic} của các xã, phường?", "Toàn tỉnh có bao nhiêu {topic}?"), topic=topic
    )
    gold = [writer.row(page, _TOTAL)]
    writer.add("indicator", asked, [(grouped(drawn.total(0)),)], gold=gold, tags=("table",))
    left, right = (drawn.values[row][1] or 0 for row in (three, four))
    writer.add(
        "compare",
        f"So sánh {drawn.measures[1][1]} của {drawn.places[three]} và {drawn.places[four]}",
        [(grouped(left),), (grouped(right),), (grouped(abs(left - right)),)],
        gold=[writer.row(page, drawn.places[row]) for row in (three, four)],
        tags=("table",),
    )
    highest = max(range(len(drawn.places)), key=lambda row: drawn.values[row][0] or 0)
    asked = writer.phrase(
        ("Xã, phường nào có {topic} nhiều nhất?", "Đơn vị nào có số {topic} cao nhất?"),
        topic=topic,
    )
    writer.add(
        "compare",
        asked,
        [(drawn.places[highest],), (grouped(drawn.values[highest][0] or 0),)],
        gold=[writer.row(page, drawn.places[highest])],
        tags=("table",),
    )
    missing = rng.choice([place for place in PLACES if place not in drawn.places])
    writer.add(
        "unanswerable:absent",
        f"{missing} có bao nhiêu {topic}?",
        forbidden=[grouped(row[0] or 0) for row in drawn.values],
    )
    blank = next(row for row in range(len(drawn.places)) if drawn.values[row][2] is None)
    writer.add(
        "unanswerable:absent",
        f"{drawn.places[blank]} có bao nhiêu {drawn.measures[2][1]}?",
        [("trống", "không có số liệu", "chưa có số liệu", "không có giá trị")],
        status=ADMITTED,
        forbidden=[grouped(row[2]) for row in drawn.values if row[2] is not None],
    )
    asking.ask_wrong_year(writer, setting, topic, kind="value")
    asking.ask_foreign(writer)
