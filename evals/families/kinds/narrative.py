"""A quarterly report in running text: figures within sentences, reasons, what comes next."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.families.facts import grouped
from evals.families.kinds import asking
from evals.families.kinds.stock import ROMANS, Setting
from evals.families.pages import Page
from evals.families.writing import ADMITTED, CaseWriter

_REASONS = (
    ("Cổng dịch vụ công thường xuyên bị gián đoạn", "máy chủ đã cũ, chưa được nâng cấp"),
    ("Tỷ lệ hồ sơ trực tuyến còn thấp", "người dân chưa quen dùng tài khoản định danh"),
    ("Việc số hóa sổ gốc triển khai chậm", "chưa được bố trí đủ kinh phí"),
)
_NEXT = (
    "Hoàn thành số hóa sổ gốc của ba năm gần nhất.",
    "Tổ chức kiểm tra bộ phận một cửa tại mười xã.",
    "Trình ban hành quy chế tiếp nhận hồ sơ phi địa giới.",
)


@dataclass(frozen=True, slots=True)
class Report:
    """Figures of a quarter, and one thing that went badly with its reason."""

    quarter: int
    received: int
    settled: int
    visits: int
    courses: int
    trained: int
    trouble: str
    reason: str

    @property
    def roman(self) -> str:
        """The quarter as written."""
        return ROMANS[self.quarter - 1]


def write(rng: random.Random, setting: Setting) -> tuple[Report, Page]:
    """The facts and the page."""
    received = rng.randint(2100, 9700)
    drawn = Report(
        rng.randint(1, 3),
        received,
        received - rng.randint(31, 190),
        rng.randint(11, 29),
        rng.randint(3, 9),
        rng.randint(211, 980),
        *rng.choice(_REASONS),
    )
    lines = [
        *setting.letterhead(f"{rng.randint(31, 290)}/BC", day=18, month=3 * drawn.quarter),
        "BÁO CÁO",
        f"Công tác cải cách hành chính quý {drawn.roman} năm {setting.year}",
        "I. KẾT QUẢ",
        "1. Giải quyết thủ tục hành chính",
        _settling(drawn, setting),
        "2. Kiểm tra, đào tạo",
        _training(drawn),
        "II. TỒN TẠI, NGUYÊN NHÂN",
        _reason(drawn),
        f"III. NHIỆM VỤ TRỌNG TÂM QUÝ {ROMANS[drawn.quarter]}",
        *(f"- {line}" for line in _NEXT),
    ]
    return drawn, Page(f"bao-cao-{setting.name}", tuple(lines), (), {})


def _settling(drawn: Report, setting: Setting) -> str:
    return (
        f"Trong quý {drawn.roman}/{setting.year}, Sở tiếp nhận {grouped(drawn.received)} hồ sơ, đã "
        f"giải quyết {grouped(drawn.settled)} hồ sơ."
    )


def _training(drawn: Report) -> str:
    return (
        f"Sở đã kiểm tra đột xuất {drawn.visits} đơn vị; mở {drawn.courses} lớp tập huấn nghiệp vụ "
        f"cho {drawn.trained} lượt cán bộ."
    )


def _reason(drawn: Report) -> str:
    return f"{drawn.trouble}. Nguyên nhân là {drawn.reason}."


def ask(writer: CaseWriter, setting: Setting, drawn: Report, page: Page) -> None:
    """What is asked of it."""
    settling = writer.paragraph(page, _settling(drawn, setting))
    training = writer.paragraph(page, _training(drawn))
    asked = writer.phrase(
        ("Quý {roman} Sở tiếp nhận bao nhiêu hồ sơ?", "Số hồ sơ Sở tiếp nhận quý {roman}/{year}?"),
        roman=drawn.roman,
        year=setting.year,
    )
    writer.add("prose", asked, [(grouped(drawn.received),)], gold=[settling], tags=("prose",))
    writer.add(
        "prose",
        "Kiem tra dot xuat bao nhieu don vi?",
        [(f"{drawn.visits} đơn vị",)],
        gold=[training],
        tags=("prose", "no_diacritics"),
    )
    writer.add(
        "prose",
        f"Năm {setting.year} mở mấy lớp tập huấn nghiệp vụ, cho bao nhiêu lượt cán bộ?",
        [(f"{drawn.courses} lớp",), (f"{drawn.trained} lượt",)],
        gold=[training],
        tags=("prose",),
    )
    subject = drawn.trouble[:1].lower() + drawn.trouble[1:]
    writer.add(
        "prose",
        writer.phrase(("Vì sao {subject}?", "Nguyên nhân {subject} là gì?"), subject=subject),
        [(drawn.reason,)],
        gold=[writer.paragraph(page, _reason(drawn))],
        tags=("prose",),
    )
    writer.add(
        "prose",
        f"Nhiệm vụ trọng tâm quý {ROMANS[drawn.quarter]} gồm những gì?",
        [(line.rstrip("."),) for line in _NEXT],
        gold=[writer.paragraph(page, f"- {_NEXT[0]}")],
        tags=("prose",),
    )
    writer.add(
        "unanswerable:wrong_unit",
        f"Mở lớp tập huấn nghiệp vụ hết bao nhiêu triệu đồng trong quý {drawn.roman}?",
        forbidden=[f"{drawn.courses} triệu", f"{drawn.trained} triệu"],
    )
    writer.add(
        "unanswerable:false_premise",
        f"Có đúng là quý {drawn.roman} kiểm tra đột xuất {drawn.visits + 4} đơn vị không?",
        [(f"{drawn.visits} đơn vị",)],
        status=ADMITTED,
    )
    asking.ask_wrong_year(
        writer,
        setting,
        "hồ sơ Sở tiếp nhận",
        kind="value",
        forbidden=[grouped(drawn.received), grouped(drawn.settled)],
    )
    asking.ask_foreign(writer)
