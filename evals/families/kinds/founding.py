"""A decision that founds a steering group: members, short name, rules of work, what it replaces."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.case import Kind, Slice
from evals.families.kinds.stock import UNITS, Setting
from evals.families.pages import Page
from evals.families.writing import CaseWriter

_CHAIR = "1. Trưởng ban: Giám đốc Sở."
_ABSENT = "2. Thành viên vắng mặt phải báo cáo Trưởng ban và cử người họp thay."
FIELDS = ("rà soát thủ tục nội bộ", "sắp xếp trụ sở làm việc", "chuẩn hóa dữ liệu cán bộ")


@dataclass(frozen=True, slots=True)
class Founded:
    """Who is in the group and how it works."""

    field: str
    members: int
    standing: str
    days: int
    months: str
    money: int
    replaced: tuple[str, str]


def write(rng: random.Random, setting: Setting) -> tuple[Founded, Page]:
    """The facts and the page."""
    code = f"QĐ-{setting.short}"
    drawn = Founded(
        rng.choice(FIELDS),
        rng.randint(9, 27),
        rng.choice(UNITS),
        rng.randint(2, 6),
        rng.choice(("mỗi tháng một lần", "mỗi quý một lần", "sáu tháng một lần")),
        rng.randint(2, 9),
        (f"{rng.randint(11, 199)}/{code}", f"{rng.randint(200, 399)}/{code}"),
    )
    return drawn, Page(f"thanh-lap-{setting.name}", tuple(_lines(drawn, setting)), (), {})


def _lines(drawn: Founded, setting: Setting) -> list[str]:
    return [
        *setting.letterhead("410/QĐ", day=18, month=3),
        "QUYẾT ĐỊNH",
        f"Về việc thành lập Ban Chỉ đạo {drawn.field}",
        f"GIÁM ĐỐC {setting.department.upper()}",
        "Căn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025;",
        "QUYẾT ĐỊNH:",
        _founding(drawn),
        _CHAIR,
        "2. Phó Trưởng ban: Chánh Văn phòng Sở.",
        "Điều 2. Nhiệm vụ, quyền hạn của Ban Chỉ đạo",
        "1. Giúp Giám đốc Sở điều phối công việc giữa các phòng.",
        _opinion(drawn),
        "Điều 3. Chế độ làm việc",
        f"1. Ban Chỉ đạo họp định kỳ {drawn.months}.",
        _ABSENT,
        "Điều 4. Cơ quan thường trực",
        _standing(drawn),
        _replacing(drawn, setting),
    ]


def _opinion(drawn: Founded) -> str:
    return f"2. Cho ý kiến về khoản chi có giá trị từ {drawn.money} tỷ đồng trở lên."


def _standing(drawn: Founded) -> str:
    return (
        f"{drawn.standing} là cơ quan thường trực của Ban Chỉ đạo, gửi tài liệu họp cho thành viên "
        f"trước ít nhất 0{drawn.days} ngày làm việc."
    )


def _replacing(drawn: Founded, setting: Setting) -> str:
    one, other = drawn.replaced
    return (
        f"Điều 5. Quyết định này có hiệu lực kể từ ngày ký; thay thế Quyết định số {one} ngày "
        f"12/01/{setting.year - 3} và Quyết định số {other} ngày 15/6/{setting.year - 2}."
    )


def _founding(drawn: Founded) -> str:
    return (
        f"Điều 1. Thành lập Ban Chỉ đạo {drawn.field} (sau đây gọi tắt là Ban Chỉ đạo) gồm "
        f"{drawn.members} thành viên:"
    )


def ask(writer: CaseWriter, setting: Setting, drawn: Founded, page: Page) -> None:
    """What is asked of it."""
    group = f"Ban Chỉ đạo {drawn.field}"
    standing = _standing(drawn)

    def add(kind: Kind, question: str, said: str, line: str, style: Slice | None = None) -> None:
        gold = [writer.paragraph(page, line)]
        writer.add(kind, question, [(said,)], gold=gold, tags=("prose",), style=style)

    gold = [writer.paragraph(page, _CHAIR)]
    asked = f"Trưởng ban {group} là ai?"
    writer.add("lead", asked, [("Giám đốc Sở",)], gold=gold, forbidden=["Phó Trưởng ban"])
    asked = f"Cơ quan thường trực của {group} là đơn vị nào?"
    add("lead", asked, drawn.standing, standing)
    asked = f"Cơ quan thường trực BCĐ {drawn.field} là đơn vị nào?"
    add("lead", asked, drawn.standing, standing, "no_diacritics")
    asked = f"BCĐ {drawn.field} có mấy thành viên?"
    add("indicator", asked, str(drawn.members), _founding(drawn))
    asked = "Tài liệu họp phải gửi thành viên trước mấy ngày?"
    add("deadline", asked, f"0{drawn.days} ngày", standing)
    writer.add(
        "basis",
        f"Quyết định 410/QĐ-{setting.short} thay thế những quyết định nào?",
        [(one,) for one in drawn.replaced],
        gold=[writer.paragraph(page, _replacing(drawn, setting))],
        tags=("prose",),
    )
    asked = "Nhiệm vụ, quyền hạn của Ban Chỉ đạo là gì?"
    add("prose", asked, f"{drawn.money} tỷ đồng", _opinion(drawn))
    add("prose", "Thành viên Ban Chỉ đạo vắng mặt thì phải làm gì?", "cử người họp thay", _ABSENT)
    for asked in (
        f"Thư ký {group} là ai?",
        f"Thành viên {group} được phụ cấp bao nhiêu tiền?",
        f"{group} giám sát những xã nào?",
    ):
        writer.add("unanswerable:absent", asked)
