"""A decision whose articles assign work to units."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.families.kinds import asking
from evals.families.kinds.stock import Setting, Work, works
from evals.families.pages import Page
from evals.families.writing import CaseWriter


@dataclass(frozen=True, slots=True)
class Decided:
    """The work of the articles and the decree the decision rests on."""

    works: tuple[Work, ...]
    decree: str


def write(rng: random.Random, setting: Setting) -> tuple[Decided, Page]:
    """The facts and the page."""
    drawn = Decided(works(rng, setting, 5), f"{rng.randint(11, 99)}/{setting.year - 1}/NĐ-CP")
    lines = [
        *setting.letterhead(f"{rng.randint(51, 390)}/QĐ", day=rng.randint(10, 27), month=1),
        "QUYẾT ĐỊNH",
        f"Về việc phân công nhiệm vụ cải cách hành chính năm {setting.year}",
        f"GIÁM ĐỐC {setting.department.upper()}",
        _basis(drawn, setting),
        "Theo đề nghị của Chánh Văn phòng Sở.",
        "QUYẾT ĐỊNH:",
        f"Điều 1. Phân công nhiệm vụ cải cách hành chính năm {setting.year} như các điều sau đây.",
        *(f"Điều {number}. {_said(work)}" for number, work in enumerate(drawn.works, start=2)),
        f"Điều {len(drawn.works) + 2}. Quyết định này có hiệu lực kể từ ngày ký.",
    ]
    return drawn, Page(f"quyet-dinh-{setting.name}", tuple(lines), (), {})


def _basis(drawn: Decided, setting: Setting) -> str:
    return (
        f"Căn cứ Nghị định số {drawn.decree} ngày 05/9/{setting.year - 1} của Chính phủ quy định "
        "về kiểm soát thủ tục hành chính;"
    )


def _said(work: Work) -> str:
    return (
        f"Giao {work.lead} chủ trì, phối hợp với {work.helper} {work.text}; "
        f"thời hạn hoàn thành trước ngày {work.deadline}."
    )


def ask(writer: CaseWriter, setting: Setting, drawn: Decided, page: Page) -> None:
    """What is asked of it."""
    place = {
        work: writer.paragraph(page, line)
        for work in drawn.works
        for line in page.paragraphs
        if line.endswith(_said(work))
    }
    first, second, third, fourth, fifth = writer.rng.sample(drawn.works, 5)
    asking.ask_who(writer, setting, first, place[first])
    asking.ask_who(writer, setting, second, place[second], style="typo")
    asking.ask_with_whom(writer, third, place[third])
    asking.ask_when(writer, fourth, place[fourth], style="no_diacritics")
    asked = writer.phrase(
        (
            "Quyết định phân công nhiệm vụ căn cứ nghị định nào?",
            "Căn cứ pháp lý của quyết định phân công nhiệm vụ là nghị định số mấy?",
        )
    )
    gold = writer.paragraph(page, _basis(drawn, setting))
    writer.add("basis", asked, [(drawn.decree,)], gold=[gold], tags=("prose",))
    asking.ask_wrong_lead(writer, fifth)
    asking.ask_absent(writer, setting)
    asking.ask_wrong_year(writer, setting, first.topic, kind="lead")
