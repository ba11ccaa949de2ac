"""Bodies that a question names by their place, by their initials, or as the row of a table."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2031, 2, 20)


def ask(question: str) -> Answer:
    district = ReadingBuilder(
        "hm", DocumentKind.PLAN, issuer="Ủy ban nhân dân huyện Đá Mọc", period=years(2031)
    )
    district.task("I.1", "Tập huấn trồng cói", lead=("Phòng Nội vụ",))
    other = ReadingBuilder("hc", DocumentKind.PLAN, issuer="UBND xã Bưng Cói", period=years(2031))
    other.task("I.1", "Tập huấn trồng cói", lead=("Văn phòng",))
    roads = ReadingBuilder(
        "gt", DocumentKind.PLAN, number="19/QĐ-SGTVT", issuer="Sở Giao thông vận tải"
    )
    roads.task("I.1", "Sơn vạch đường", lead=("Văn phòng Sở",))
    roads.task("I.2", "Đếm xe", lead=("Văn phòng Sở",))
    roads.passage("Số: 19/QĐ-SGTVT")
    table = ReadingBuilder(
        "bang",
        DocumentKind.STATISTICS_ANNEX,
        issuer="UBND tỉnh Cà Mau",
        province="Cà Mau",
        period=years(2031),
    )
    shown = {"Sở Giao thông vận tải": ("310", None), "Sở Nội vụ": ("44", "7")}
    for row, (subject, values) in enumerate(shown.items(), start=3):
        for name, value in zip(("Đơn trực tuyến", "Đơn trực tiếp"), values, strict=True):
            table.indicator(
                "1", name, value=value, subject=subject, column=name, row=row, note="Gồm trực tiếp"
            )
    readings = [one.build() for one in (district, other, roads, table)]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


@pytest.mark.parametrize("named", ["Huyện Đá Mọc", "Đá Mọc", "UBND huyện Đá Mọc", "huyen da moc"])
def test_the_body_of_a_place_is_known_by_the_place(named: str) -> None:
    answer = ask(f"{named}: ai chủ trì tập huấn trồng cói?")
    assert answer.status == "answered"
    assert {citation.source.document_id for citation in answer.citations} == {"hm"}


@pytest.mark.parametrize("named", ["Huyện Đá Trắng", "Xã Đá Mọc", "Thị trấn Đá Mọc"])
def test_a_place_without_documents_is_not_answered_from_another_one(named: str) -> None:
    assert ask(f"{named}: ai chủ trì tập huấn trồng cói?").status == "refused"


def test_a_department_is_known_by_its_initials() -> None:
    answer = ask("Sở GTVT có bao nhiêu nhiệm vụ?")
    assert answer.status == "answered"
    assert "**2** nhiệm vụ" in answer.answer or "2 nhiệm vụ" in answer.answer


def test_a_body_that_issued_other_documents_may_be_the_row_of_a_table() -> None:
    answer = ask("Cà Mau: Sở Giao thông vận tải có bao nhiêu đơn trực tuyến?")
    assert [figure.value for figure in answer.figures] == ["310"]


def test_a_blank_cell_of_that_row_is_not_filled_from_the_cell_beside_it() -> None:
    answer = ask("Cà Mau: Sở Giao thông vận tải có bao nhiêu đơn trực tiếp?")
    assert answer.status == "refused"
    assert "trống" in (answer.reason or "")
    assert "310" not in answer.answer
