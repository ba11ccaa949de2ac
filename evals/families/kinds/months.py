"""A table of one quarter: an indicator a row, a month a column, the sum in the last one."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.case import GoldFigure
from evals.families.facts import grouped
from evals.families.kinds import asking
from evals.families.kinds.stock import MEASURES, ROMANS, Setting
from evals.families.pages import Page
from evals.families.writing import ADMITTED, CaseWriter


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator over three months; the last month of a ``blank`` row is not filled in."""

    name: str
    topic: str
    unit: str
    values: tuple[int, int, int]
    blank: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """The cells of the months and of the sum."""
        if self.blank:
            return (*map(grouped, self.values[:2]), "", "")
        return (*map(grouped, self.values), grouped(sum(self.values)))


@dataclass(frozen=True, slots=True)
class Quarter:
    """The rows and the months of their columns."""

    rows: tuple[Row, ...]
    number: int

    @property
    def months(self) -> tuple[int, int, int]:
        """The three months."""
        last = 3 * self.number
        return last - 2, last - 1, last


def write(rng: random.Random, setting: Setting) -> tuple[Quarter, Page]:
    """The facts and the page."""
    chosen = rng.sample(MEASURES, 5)
    values = [tuple(rng.sample(range(31, 9000), 3)) for _ in chosen]
    rows = tuple(
        Row(*names, (one[0], one[1], one[2]), blank=at == 4)
        for at, (names, one) in enumerate(zip(chosen, values, strict=True))
    )
    quarter = Quarter(rows, rng.randint(1, 4))
    roman = ROMANS[quarter.number - 1]
    paragraphs = [
        *setting.letterhead(f"{rng.randint(31, 290)}/BC", day=5, month=min(12, quarter.months[2])),
        "BÁO CÁO",
        f"Số liệu giải quyết thủ tục hành chính quý {roman} năm {setting.year}",
    ]
    header = ("TT", "Nội dung", "ĐVT", *(f"Tháng {month}" for month in quarter.months))
    table = [(*header, f"Cộng quý {roman}")]
    places = {}
    for number, row in enumerate(rows, start=1):
        table.append((str(number), row.name, row.unit, *row.shown))
        places[row.name] = len(table)
    return quarter, Page(f"so-lieu-{setting.name}", tuple(paragraphs), tuple(table), places)


def ask(writer: CaseWriter, setting: Setting, drawn: Quarter, page: Page) -> None:
    """What is asked of it."""
    *filled, blank = drawn.rows
    filled = writer.rng.sample(filled, 4)
    for row, style in zip(filled[:2], (None, "no_diacritics"), strict=True):
        at = writer.rng.randrange(3)
        asked = writer.phrase(
            (
                "Tháng {month} năm {year} có bao nhiêu {topic}?",
                "Tháng {month}/{year} {topic} là bao nhiêu?",
                "Số {topic} trong tháng {month} là bao nhiêu?",
            ),
            month=drawn.months[at],
            year=setting.year,
            topic=row.topic,
        )
        others = [row.shown[other] for other in range(3) if other != at]
        writer.add(
            "indicator",
            asked,
            [(row.shown[at],)],
            gold=[writer.row(page, row.name)],
            figures=[GoldFigure(value=str(row.values[at]))],
            forbidden=others,
            tags=("table",),
            style=style,  # type: ignore[arg-type]
        )
    third, fourth = filled[2:]
    roman = ROMANS[drawn.number - 1]
    asked = writer.phrase(
        ("Cả quý {roman} có bao nhiêu {topic}?", "Quý {roman}/{year} tổng số {topic}?"),
        roman=roman,
        year=setting.year,
        topic=third.topic,
    )
    gold = [writer.row(page, third.name)]
    writer.add("indicator", asked, [(third.shown[3],)], gold=gold, tags=("table",))
    one, two, _ = drawn.months
    asked = writer.phrase(
        (
            "So sánh {topic} tháng {one} và tháng {two}",
            "{topic} tháng {two} so với tháng {one} tăng hay giảm?",
        ),
        topic=fourth.topic,
        one=one,
        two=two,
    )
    difference = grouped(abs(fourth.values[1] - fourth.values[0]))
    wanted = [(fourth.shown[0],), (fourth.shown[1],), (difference,)]
    writer.add("compare", asked, wanted, gold=[writer.row(page, fourth.name)], tags=("table",))
    outside = writer.rng.choice([m for m in range(1, 13) if m not in drawn.months])
    writer.add(
        "unanswerable:wrong_year",
        f"Tháng {outside} năm {setting.year} có bao nhiêu {third.topic}?",
        forbidden=third.shown,
    )
    writer.add(
        "unanswerable:absent",
        f"Tháng {drawn.months[2]} có bao nhiêu {blank.topic}?",
        [("trống", "không có số liệu", "chưa có số liệu", "không có giá trị")],
        status=ADMITTED,
        forbidden=blank.shown[:2],
    )
    asking.ask_wrong_year(writer, setting, third.topic, kind="value", forbidden=third.shown)
    asking.ask_absent(writer, setting, style="no_diacritics")
