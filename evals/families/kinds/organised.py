"""A plan in running text: why, under which terms, and what each office has to do, in paragraphs."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.families.kinds import asking
from evals.families.kinds.stock import UNITS, Setting
from evals.families.pages import Page
from evals.families.writing import CaseWriter

_SUBJECTS = (
    ("Chấn chỉnh việc trả hồ sơ chậm tại quầy tiếp nhận", "trả hồ sơ chậm"),
    ("Sắp xếp lại kho lưu trữ hồ sơ giấy", "kho lưu trữ hồ sơ giấy"),
    ("Thử nghiệm quầy tiếp nhận lưu động tại chợ phiên", "quầy tiếp nhận lưu động"),
)
_AIMS = (
    "Bớt số lần đi lại của người dân và giữ kỷ luật trong tiếp nhận hồ sơ.",
    "Để người dân biết trước ngày nhận kết quả, để công chức biết rõ phần việc của mình.",
)
_DEMANDS = (
    "Mỗi quầy có sổ theo dõi riêng.",
    "Không đặt thêm giấy tờ ngoài quy định.",
    "Việc hướng dẫn ghi vào phiếu, không nói miệng.",
)
_OWN = "phiếu hẹn ghi chưa rõ; lịch trực thay đổi luôn"
_OUTER = "đường truyền hay nghẽn; số hồ sơ tăng vào cuối năm"
_WORK = (
    "theo dõi, đôn đốc việc thực hiện; tổng hợp kết quả báo cáo trước ngày {day} hằng tháng",
    "tổ chức kiểm tra các quầy, mỗi quý không ít hơn {count} lần",
    "xây dựng mẫu phiếu hẹn mới, xong trước ngày {day}/{month}/{year}",
    "bố trí {count} máy in và giấy in cho các quầy",
)


@dataclass(frozen=True, slots=True)
class Organised:
    """The plan: its subject, and who has to do what; ``idle`` is an office that it leaves out."""

    number: str
    title: str
    subject: str
    aim: str
    duties: tuple[tuple[str, str], ...]
    idle: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The duties as they are written."""
        return tuple(
            f"{place}. {unit} {'có trách nhiệm ' if place % 2 else ''}{work}."
            for place, (unit, work) in enumerate(self.duties, start=1)
        )


def write(rng: random.Random, setting: Setting) -> tuple[Organised, Page]:
    """The facts and the page."""
    title, subject = rng.choice(_SUBJECTS)
    *units, idle = rng.sample(UNITS, len(_WORK) + 1)
    days = rng.sample(range(3, 29), len(_WORK))
    works = [
        work.format(day=day, count=rng.randint(3, 9), month=rng.randint(4, 11), year=setting.year)
        for work, day in zip(_WORK, days, strict=True)
    ]
    rng.shuffle(works)
    number = f"{rng.randint(31, 290)}/KH"
    plan = Organised(
        f"{number}-{setting.short}",
        title,
        subject,
        rng.choice(_AIMS),
        tuple(zip(units, works, strict=True)),
        idle,
    )
    lines = (
        *setting.letterhead(number, day=rng.randint(3, 27), month=1),
        "KẾ HOẠCH",
        f"{title} năm {setting.year}",
        f"Sở ban hành Kế hoạch {title[:1].lower()}{title[1:]} như sau:",
        "I. NGUYÊN NHÂN CỦA HẠN CHẾ",
        f"a) Nguyên nhân khách quan: {_OUTER}.",
        f"b) Nguyên nhân chủ quan: {_OWN}.",
        "II. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        plan.aim,
        "2. Yêu cầu",
        *(f"- {line}" for line in _DEMANDS),
        "III. TỔ CHỨC THỰC HIỆN",
        *plan.paragraphs,
    )
    return plan, Page(f"to-chuc-{setting.name}", lines, (), {})


def ask(writer: CaseWriter, setting: Setting, plan: Organised, page: Page) -> None:
    """What is asked of it."""
    for (unit, work), paragraph in zip(plan.duties, plan.paragraphs, strict=True):
        asked = ("{unit} có trách nhiệm gì?", "{unit} phải làm những gì?", "{unit} được giao gì?")
        writer.add(
            "prose",
            writer.phrase(asked, unit=unit),
            [(work,)],
            gold=[writer.paragraph(page, paragraph)],
            forbidden=[other for _, other in plan.duties if other != work],
            tags=("prose",),
        )
    kept, said = next(
        (unit, paragraph)
        for (unit, work), paragraph in zip(plan.duties, plan.paragraphs, strict=True)
        if work.startswith("theo dõi")
    )
    writer.add(
        "prose",
        f"Ai theo dõi, đôn đốc việc thực hiện kế hoạch {plan.subject}?",
        [(kept,)],
        gold=[writer.paragraph(page, said)],
        tags=("prose",),
    )
    aim = writer.paragraph(page, plan.aim)
    writer.add(
        "prose",
        f"Kế hoạch {plan.title[:1].lower()}{plan.title[1:]} năm {setting.year} nhằm mục đích gì?",
        [(plan.aim.rstrip("."),)],
        gold=[aim],
        forbidden=[_DEMANDS[0]],
        tags=("prose",),
    )
    writer.add(
        "prose",
        f"Kế hoạch {plan.number} đặt ra những yêu cầu gì?",
        [(line.rstrip("."),) for line in _DEMANDS],
        gold=[writer.paragraph(page, f"- {line}") for line in _DEMANDS],
        forbidden=[plan.aim],
        tags=("prose", "document_number"),
    )
    writer.add(
        "prose",
        f"Nguyên nhân chủ quan nêu trong kế hoạch {plan.number} là gì?",
        [(_OWN,)],
        gold=[writer.paragraph(page, f"b) Nguyên nhân chủ quan: {_OWN}.")],
        forbidden=[_OUTER],
        tags=("prose", "document_number"),
    )
    writer.add("unanswerable:absent", f"{plan.idle} có trách nhiệm gì?")
    writer.add("unanswerable:absent", f"Nguyên tắc của kế hoạch {plan.number} là gì?")
    asking.ask_foreign(writer)
