"""A tracking table of work: who, by when, at what cost, how far it has come; sums by headings."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.case import GoldUnit
from evals.families.facts import grouped
from evals.families.kinds.stock import UNITS, Setting, Work, works
from evals.families.pages import Page
from evals.families.writing import ADMITTED, CaseWriter

_DONE, _DOING, _WAITING = "Hoàn thành", "Đang thực hiện", "Chưa thực hiện"
_SECTIONS = ("CẢI CÁCH QUY TRÌNH", "HIỆN ĐẠI HÓA TRỤ SỞ")
_NOTES = ("Chờ thẩm định giá", "Đấu thầu lại", "Đơn vị tư vấn bỏ cuộc")
_BLANK = ("trống", "không có số liệu", "chưa có số liệu", "không có giá trị", "không nêu")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of work with its money; nothing is written of what an ``unpaid`` one cost so far."""

    work: Work
    given: int
    spent: int | None
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """The rows; the first half stands below the first heading."""

    lines: tuple[Line, ...]

    @property
    def halves(self) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """The rows below each heading."""
        middle = len(self.lines) // 2
        return self.lines[:middle], self.lines[middle:]


def write(rng: random.Random, setting: Setting) -> tuple[Tracked, Page]:
    """The facts and the page."""
    chosen = list(works(rng, setting, 6))
    often, once = rng.sample(UNITS, 2)
    chosen = [
        Work(one.text, one.topic, often if at in (0, 3) else once, one.helper,
             one.day, one.month, one.year, one.product)
        for at, one in enumerate(chosen)
    ]  # fmt: skip
    given = rng.sample(range(31, 490), 6)
    states = [_DONE, _DOING, _DOING, _DONE, _WAITING, _DOING]
    lines = tuple(
        Line(
            work,
            money,
            None if at == 4 else rng.randint(5, money - 1),
            states[at],
            _NOTES[at // 2] if at in (1, 2, 5) else "",
        )
        for at, (work, money) in enumerate(zip(chosen, given, strict=True))
    )
    tracked = Tracked(lines)
    paragraphs = (
        *setting.letterhead(f"{rng.randint(31, 290)}/BC", day=20, month=12),
        "BÁO CÁO",
        f"Tiến độ thực hiện nhiệm vụ cải cách hành chính năm {setting.year}",
    )
    return tracked, _page(f"tien-do-{setting.name}", paragraphs, tracked)


def _page(stem: str, paragraphs: tuple[str, ...], tracked: Tracked) -> Page:
    table = [
        ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn",
         "Kinh phí cấp (triệu đồng)", "Đã chi (triệu đồng)", "Tình trạng", "Ghi chú")
    ]  # fmt: skip
    places = {}
    number = 0
    for roman, title, half in zip(("I", "II"), _SECTIONS, tracked.halves, strict=True):
        table.append((roman, title, "", "", "", *_sums(half), "", ""))
        places[title] = len(table)
        for line in half:
            number += 1
            work = line.work
            spent = "" if line.spent is None else grouped(line.spent)
            table.append(
                (str(number), work.text[:1].upper() + work.text[1:], work.lead, work.helper,
                 work.deadline, grouped(line.given), spent, line.state, line.note)
            )  # fmt: skip
            places[work.topic] = len(table)
    table.append(("", "Tổng cộng", "", "", "", *_sums(tracked.lines), "", ""))
    return Page(stem, paragraphs, tuple(table), places)


def _sums(lines: tuple[Line, ...]) -> tuple[str, str]:
    return grouped(sum(one.given for one in lines)), grouped(sum(one.spent or 0 for one in lines))


def ask(writer: CaseWriter, setting: Setting, drawn: Tracked, page: Page) -> None:
    """What is asked of it."""
    lines = drawn.lines
    rows = {line.work.topic: writer.row(page, line.work.topic) for line in lines}
    _ask_sums(writer, drawn, page, rows)
    _ask_lists(writer, drawn, rows)
    noted = writer.rng.choice([line for line in lines if line.note])
    writer.add(
        "prose",
        f"Ghi chú của việc {noted.work.topic} ghi gì?",
        [(noted.note,)],
        gold=[rows[noted.work.topic]],
        tags=("table",),
    )
    unpaid = lines[4]
    writer.add(
        "unanswerable:absent",
        f"Việc {unpaid.work.topic} đã chi bao nhiêu triệu đồng?",
        [_BLANK],
        status=ADMITTED,
        forbidden=[grouped(unpaid.given)],
    )
    writer.add(
        "unanswerable:absent", f"Ai ký nghiệm thu việc {lines[0].work.topic} năm {setting.year}?"
    )
    writer.add(
        "unanswerable:wrong_year",
        f"Nhiệm vụ nào được cấp nhiều kinh phí nhất năm {setting.year - 3}?",
    )


def _ask_sums(writer: CaseWriter, drawn: Tracked, page: Page, rows: dict[str, GoldUnit]) -> None:
    lines = drawn.lines
    led = [line for line in lines if line.work.lead == lines[0].work.lead]
    writer.add(
        "count",
        f"Tổng kinh phí cấp cho các việc {led[0].work.lead} chủ trì là bao nhiêu?",
        [(grouped(sum(line.given for line in led)),)],
        gold=[rows[line.work.topic] for line in led],
        tags=("table",),
    )
    one = writer.rng.choice([line for line in lines if line.spent is not None])
    writer.add(
        "compare",
        f"Việc {one.work.topic} còn bao nhiêu kinh phí chưa chi?",
        [(grouped(one.given - (one.spent or 0)),)],
        gold=[rows[one.work.topic]],
        tags=("table",),
    )
    title, half = _SECTIONS[1], drawn.halves[1]
    writer.add(
        "indicator",
        f"Phần {title.casefold()} được cấp tổng kinh phí bao nhiêu?",
        [(_sums(half)[0],)],
        gold=[writer.row(page, title)],
        tags=("table",),
    )
    most = max(lines, key=lambda line: line.given)
    writer.add(
        "indicator",
        "Nhiệm vụ nào được cấp kinh phí nhiều nhất?",
        [(most.work.text,), (grouped(most.given),)],
        gold=[rows[most.work.topic]],
        forbidden=_SECTIONS,
        tags=("table",),
    )


def _ask_lists(writer: CaseWriter, drawn: Tracked, rows: dict[str, GoldUnit]) -> None:
    lines = drawn.lines
    doing = [line for line in lines if line.state == _DOING]
    writer.add(
        "list",
        "Những nhiệm vụ nào đang thực hiện?",
        [(line.work.text,) for line in doing],
        gold=[rows[line.work.topic] for line in doing],
        forbidden=[line.work.text for line in lines if line.state != _DOING],
        tags=("table",),
    )
    money = sorted(line.given for line in lines)[3]
    above = [line for line in lines if line.given > money]
    writer.add(
        "list",
        f"Nhiệm vụ nào có kinh phí cấp trên {money} triệu đồng?",
        [(line.work.text,) for line in above],
        gold=[rows[line.work.topic] for line in above],
        forbidden=[line.work.text for line in lines if line.given <= money],
        tags=("table",),
    )
