"""A directive: each unit is a heading, what it must do stands below as lettered items."""

from __future__ import annotations

import random

from evals.families.kinds import asking
from evals.families.kinds.stock import Setting, Work, works
from evals.families.pages import Page
from evals.families.writing import CaseWriter

_LETTERS = "abcdef"


def write(rng: random.Random, setting: Setting) -> tuple[tuple[Work, ...], Page]:
    """The facts and the page."""
    drawn = works(rng, setting, 6)
    lines = [
        *setting.letterhead(f"{rng.randint(3, 19):02d}/CT", day=rng.randint(2, 9), month=2),
        "CHỈ THỊ",
        f"Về việc tăng cường kỷ cương, cải cách hành chính năm {setting.year}",
        "Để khắc phục những hạn chế đã chỉ ra, Giám đốc Sở yêu cầu:",
    ]
    leads = tuple(dict.fromkeys(work.lead for work in drawn))
    for number, lead in enumerate(leads, start=1):
        lines.append(f"{number}. {lead}")
        own = [work for work in drawn if work.lead == lead]
        lines += [f"{_LETTERS[at]}) {_said(work)}" for at, work in enumerate(own)]
    lines += [
        f"{len(leads) + 1}. Tổ chức thực hiện",
        "Các đơn vị báo cáo kết quả trước ngày 20 hằng tháng để tổng hợp.",
    ]
    return drawn, Page(f"chi-thi-{setting.name}", tuple(lines), (), {})


def _said(work: Work) -> str:
    text = f"{work.text[:1].upper()}{work.text[1:]}"
    return f"{text}; phối hợp với {work.helper}, hoàn thành trước ngày {work.deadline}."


def ask(writer: CaseWriter, setting: Setting, drawn: tuple[Work, ...], page: Page) -> None:
    """What is asked of it."""
    place = {
        work: writer.paragraph(page, line)
        for work in drawn
        for line in page.paragraphs
        if line.endswith(_said(work))
    }
    first, second, third, fourth, *_ = writer.rng.sample(drawn, len(drawn))
    asking.ask_who(writer, setting, first, place[first])
    asking.ask_who(writer, setting, second, place[second], style="no_diacritics")
    asking.ask_when(writer, third, place[third])
    asking.ask_with_whom(writer, fourth, place[fourth])
    asking.ask_list(writer, first.lead, place.items())
    asking.ask_wrong_lead(writer, second)
    asking.ask_funds(writer, third)
    asking.ask_wrong_year(writer, setting, fourth.topic, kind="lead")
