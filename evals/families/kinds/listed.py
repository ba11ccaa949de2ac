"""A plan without a table: each task is a numbered paragraph, its particulars are a list below."""

from __future__ import annotations

import random

from evals.families.kinds import asking
from evals.families.kinds.stock import Setting, Work, works
from evals.families.pages import Page
from evals.families.writing import CaseWriter


def write(rng: random.Random, setting: Setting) -> tuple[tuple[Work, ...], Page]:
    """The facts and the page."""
    drawn = works(rng, setting, 6)
    lines = [
        *setting.letterhead(f"{rng.randint(21, 290)}/KH", day=rng.randint(10, 27), month=1),
        "KẾ HOẠCH",
        f"Kiểm soát thủ tục hành chính năm {setting.year}",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Xác định rõ việc, rõ người, rõ thời gian; không để chồng chéo.",
        "II. NỘI DUNG THỰC HIỆN",
    ]
    for number, work in enumerate(drawn, start=1):
        lines += [f"{number}. {work.text[:1].upper()}{work.text[1:]}", *_particulars(work)]
    return drawn, Page(f"ke-hoach-{setting.name}", tuple(lines), (), {})


def _particulars(work: Work) -> tuple[str, str, str, str]:
    return (
        f"- Đơn vị chủ trì: {work.lead}.",
        f"- Đơn vị phối hợp: {work.helper}.",
        f"- Sản phẩm: {work.product}.",
        f"- Thời gian hoàn thành: Trước ngày {work.deadline}.",
    )


def ask(writer: CaseWriter, setting: Setting, drawn: tuple[Work, ...], page: Page) -> None:
    """What is asked of it."""
    first, second, third, fourth, fifth, sixth = writer.rng.sample(drawn, 6)
    lines = {work: [writer.paragraph(page, line) for line in _particulars(work)] for work in drawn}
    asking.ask_who(writer, setting, first, lines[first][0])
    asking.ask_who(writer, setting, fifth, lines[fifth][0], style="typo")
    asking.ask_with_whom(writer, second, lines[second][1])
    asked = writer.phrase(asking.PRODUCT, topic=third.topic)
    writer.add("product", asked, [(third.product,)], gold=[lines[third][2]], tags=("prose",))
    asking.ask_when(writer, fourth, lines[fourth][3])
    asking.ask_list(writer, sixth.lead, [(work, lines[work][0]) for work in drawn], "count")
    asking.ask_wrong_lead(writer, third)
    asking.ask_funds(writer, fourth)
    asking.ask_foreign(writer)
