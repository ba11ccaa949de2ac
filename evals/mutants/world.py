"""An invented report with its annex, its plan and last year's report, from a seed."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from evals.mutants import words
from evals.mutants.counted import promised, singles, subjects, summarised, trends
from evals.mutants.duties import coded, decided, tasks
from evals.mutants.pool import Block, Pool
from evals.mutants.totals import divided, handled, money, planned
from evals.mutants.writing import Line, Script, Slot, Spot, cells

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_HEADERS = (
    ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"),
    ("TT", "Nội dung", "ĐVT", "Kết quả", "Ghi chú"),
    ("STT", "Chỉ tiêu", "Đơn vị", "Kết quả thực hiện", "Ghi chú"),
)
Maker = Callable[[Pool, str], Block]
_MAKERS: tuple[Maker, ...] = (
    singles,
    divided,
    handled,
    money,
    planned,
    promised,
    summarised,
    subjects,
    trends,
    tasks,
    coded,
    decided,
)


@dataclass(frozen=True, slots=True)
class World:
    """The report (with its annex where ``annex`` is ``None``) and what it is checked against."""

    seed: int
    report: Script
    annex: Script | None
    plan: Script
    last: Script

    @property
    def scripts(self) -> tuple[Script, ...]:
        """The texts that errors are put into: the report first."""
        return (self.report,) if self.annex is None else (self.report, self.annex)


_FOCUS: dict[str, tuple[Maker, ...]] = {
    "M8": (planned, singles, singles, planned),
    "M9": (subjects, subjects, divided),
    "M11": (tasks, tasks, coded),
    "M12": (tasks, tasks, coded),
    "M13": (decided, decided, decided, singles),
    "M14": (promised, tasks, promised, divided),
    "M16": (trends, trends, trends, divided),
    "M17": (singles, divided, handled, subjects, trends),
    "M18": (divided, handled, divided, divided),
    "M19": (singles, summarised, singles, summarised),
    "M20": (coded, tasks, coded, tasks),
}
"""Blocks of a report that has many places for one kind of error; all kinds by default."""


def world(seed: int, focus: str = "") -> World:
    """A clean set of documents."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, no secret
    year = rng.randint(2019, 2031)
    department, code = rng.choice(words.DEPARTMENTS)
    province, _ = rng.choice(words.PROVINCES)
    pool = Pool(
        rng,
        year,
        code,
        things=rng.sample(words.THINGS, len(words.THINGS)),
        matters=rng.sample(words.MATTERS, len(words.MATTERS)),
        purposes=rng.sample(words.PURPOSES, len(words.PURPOSES)),
        communes=rng.sample(words.COMMUNES, len(words.COMMUNES)),
    )
    makers = _FOCUS.get(focus, _MAKERS)
    titles = rng.sample(words.TITLES, len(makers))
    blocks = [make(pool, title) for make, title in zip(makers, titles, strict=True)]
    rng.shuffle(blocks)
    blocks = _placed(blocks)
    apart = rng.random() < 0.5
    tables = _Tables(rng.choice(_HEADERS))
    head = ["BÁO CÁO", f"Kết quả công tác năm {year} của {department} tỉnh {province}", ""]
    body = [Line((text,)) for text in head]
    body += tables.narrative(blocks)
    if not apart:
        annex_lines = tables.annex(blocks, year)
        report = Script("bao-cao.txt", (*body, *annex_lines))
        annex = None
    else:
        report = Script("bao-cao.txt", tuple(body))
        annex = Script("phu-luc.txt", tuple(_Tables(tables.header).annex(blocks, year)))
    return World(
        seed,
        _alike(report),
        None if annex is None else _alike(annex),
        _plan(blocks, year, department),
        _last(blocks, year),
    )


def _alike(script: Script) -> Script:
    """The script, its figures with the others of the same unit."""
    by_unit: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for _, _, one, slot in script.slots():
        if slot.value is not None:
            by_unit[_unit_key(one, slot)].add(slot.text)
    lines = [
        replace(
            one,
            pieces=tuple(
                replace(piece, same=tuple(sorted(by_unit[_unit_key(one, piece)] - {piece.text})))
                if isinstance(piece, Slot) and piece.value is not None
                else piece
                for piece in one.pieces
            ),
        )
        for one in script.lines
    ]
    return replace(script, lines=tuple(lines))


def _unit_key(one: Line, slot: Slot) -> tuple[str, str]:
    if slot.kind == "share":
        return ("%", one.spot)
    units = [p.text.lower() for p in one.pieces if isinstance(p, Slot) and p.kind == "unit"]
    return (units[0] if units else f"block {one.block}", one.spot)


def _placed(blocks: list[Block]) -> list[Block]:
    """The blocks with the annex rows that they cite by number."""
    rows = [len([row for row in block.rows if row.pieces[0] == "#"]) for block in blocks]
    sections = [n for n, count in enumerate(rows) if count]
    every = tuple(
        f"{_ROMAN[at]}.{number}"
        for at, n in enumerate(sections)
        for number in range(1, rows[n] + 1)
    )
    placed = []
    for n, block in enumerate(blocks):
        roman = _ROMAN[sections.index(n)] if n in sections else ""
        placed.append(
            replace(
                block,
                said=tuple(_numbered(one, roman, every) for one in block.said),
                own=tuple(_numbered(one, roman, every) for one in block.own),
            )
        )
    return placed


def _numbered(one: Line, roman: str, every: tuple[str, ...]) -> Line:
    pieces: list[str | Slot] = []
    for piece in one.pieces:
        if isinstance(piece, Slot) and piece.kind == "citation":
            text = f"{roman}.{piece.text.removeprefix('@')}"
            wrong = tuple(other for other in every if other != text)
            pieces.append(replace(piece, text=text, wrong=wrong))
        else:
            pieces.append(piece)
    return replace(one, pieces=tuple(pieces))


class _Tables:
    """Counts tables and rows as a reader of the text would."""

    def __init__(self, header: tuple[str, ...]) -> None:
        self.header = header
        self._table = 0

    def narrative(self, blocks: list[Block]) -> list[Line]:
        lines: list[Line] = []
        for n, block in enumerate(blocks):
            lines += [Line((f"{n + 1}. {block.title}",)), Line()]
            for said in block.said:
                lines += [replace(said, block=n), Line()]
            lines += [Line((Slot("gap", ""),), _spot(block), n), Line()]
            if block.own and block.header is not None:
                lines += [*self.rows((block.header, *block.own), block=n), Line()]
        return lines

    def rows(self, lines: tuple[Line, ...], *, block: int) -> list[Line]:
        """A table of its own, numbered."""
        self._table += 1
        number, found = 0, []
        for row, one in enumerate(lines, start=1):
            number += one.pieces[0] == "#"
            found.append(replace(_counted(one, number), table=self._table, row=row, block=block))
        return found

    def annex(self, blocks: list[Block], year: int) -> list[Line]:
        lines = [Line(("Phụ lục",)), Line((f"THỐNG KÊ SỐ LIỆU NĂM {year}",)), Line()]
        self._table += 1
        row = 1
        lines.append(replace(cells(*self.header), table=self._table, row=row))
        section = 0
        for n, block in enumerate(blocks):
            if not block.rows:
                continue
            row += 1
            title = cells(_ROMAN[section], block.title, "", "", "")
            lines.append(replace(title, table=self._table, row=row))
            section += 1
            number = 0
            for one in block.rows:
                row += 1
                number += one.pieces[0] == "#"
                lines.append(replace(_counted(one, number), table=self._table, row=row, block=n))
        return lines


def _counted(one: Line, number: int) -> Line:
    """The row with its number, where it has one."""
    if one.pieces[0] != "#":
        return one
    return replace(one, pieces=(str(number), *one.pieces[1:]))


def _spot(block: Block) -> Spot:
    return block.said[0].spot if block.said else "prose"


def _plan(blocks: list[Block], year: int, department: str) -> Script:
    lines = [Line((text,)) for text in ("KẾ HOẠCH", f"Công tác năm {year} của {department}", "")]
    lines += [Line((text,)) for text in ("I. MỤC TIÊU", "", "1. Chỉ tiêu cụ thể", "")]
    for block in blocks:
        for target in block.targets:
            lines += [target, Line()]
    lines += [Line((text,)) for text in ("II. NHIỆM VỤ", "", "Theo Phụ lục kèm theo.", "")]
    lines += [Line(("PHỤ LỤC",)), Line()]
    lines.append(
        cells(
            "STT",
            "Nhiệm vụ",
            "Sản phẩm",
            "Đơn vị chủ trì",
            "Đơn vị phối hợp",
            "Thời gian hoàn thành",
        )
    )
    section = 0
    for block in blocks:
        if block.tasks:
            lines.append(cells(_ROMAN[section], block.title, "", "", "", ""))
            section += 1
            for n, task in enumerate(block.tasks, start=1):
                lines.append(replace(task, pieces=(str(n), *task.pieces[1:])))
    return Script("ke-hoach.txt", tuple(lines))


def _last(blocks: list[Block], year: int) -> Script:
    head = ("BÁO CÁO", f"Kết quả công tác năm {year - 1}", "", "1. Đánh giá chung", "")
    lines = [Line((text,)) for text in (*head, "Các nhiệm vụ được triển khai kịp thời.", "")]
    lines += [Line((text,)) for text in ("Phụ lục", f"THỐNG KÊ SỐ LIỆU NĂM {year - 1}", "")]
    lines.append(cells(*_HEADERS[0]))
    section = 0
    for block in blocks:
        if block.before:
            lines.append(cells(_ROMAN[section], block.title, "", "", ""))
            section += 1
            for n, row in enumerate(block.before, start=1):
                lines.append(replace(row, pieces=(str(n), *row.pieces[1:])))
    return Script("nam-truoc.txt", tuple(lines))
