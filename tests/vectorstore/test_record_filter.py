from __future__ import annotations

from datetime import date

import pytest

from ingest.model import AnyRecord
from tests.vectorstore.builders import indicator, ref, target, task
from vectorstore.filters import keeps
from vectorstore.search import RecordFilter

WORK = task(
    "d",
    "Rà soát thủ tục",
    key="III.1.9",
    lead=["Phòng Bổ trợ tư pháp"],
    lead_units=["phong-bo-tro-tu-phap"],
    until="2031-06-30",
    section=["III. Cải cách thủ tục hành chính", "1"],
)


@pytest.mark.parametrize(
    "lead",
    ["Phòng Bổ trợ tư pháp", "phong bo tro tu phap", "BỔ TRỢ TƯ PHÁP", "phong-bo-tro-tu-phap"],
)
def test_a_lead_is_matched_without_accents_and_case(lead: str) -> None:
    assert keeps(WORK, RecordFilter(lead=lead))


@pytest.mark.parametrize("lead", ["Văn phòng", "pháp tư", "Bổ trợ tư", "tro tu pha", "", "?"])
def test_a_lead_is_matched_by_whole_words_in_their_order(lead: str) -> None:
    assert keeps(WORK, RecordFilter(lead=lead)) == (lead == "Bổ trợ tư")


def test_an_alias_of_the_lead_is_enough() -> None:
    aliased = task("d", "x", lead=["VP"], lead_units=["van-phong-so"])
    assert keeps(aliased, RecordFilter(lead="Văn phòng Sở"))


def test_records_without_leads_are_dropped_by_a_lead_filter() -> None:
    others: list[AnyRecord] = [indicator("d", "Số hồ sơ"), ref("d", "1/KH"), target("d", "x")]
    assert not any(keeps(each, RecordFilter(lead="Văn phòng Sở")) for each in others)
    assert keeps(target("d", "x", lead=["Văn phòng Sở"]), RecordFilter(lead="van phong so"))


@pytest.mark.parametrize(
    ("day", "kept"),
    [(date(2031, 6, 30), False), (date(2031, 7, 1), True), (date(2030, 1, 1), False)],
)
def test_due_before_means_ended_the_day_before_at_the_latest(day: date, kept: bool) -> None:
    assert keeps(WORK, RecordFilter(due_before=day)) is kept


def test_one_early_deliverable_is_enough_to_be_due() -> None:
    several = task("d", "x", until="2031-12-31", deliverable_until=["2031-03-20", "2031-09-20"])
    assert keeps(several, RecordFilter(due_before=date(2031, 4, 1)))
    assert not keeps(several, RecordFilter(due_before=date(2031, 3, 20)))


def test_what_has_no_end_is_never_due() -> None:
    assert not keeps(task("d", "x"), RecordFilter(due_before=date(2999, 1, 1)))
    assert not keeps(indicator("d", "x"), RecordFilter(due_before=date(2999, 1, 1)))


@pytest.mark.parametrize(
    ("section", "kept"),
    [
        ("III", True), ("iii", True), ("III.1", True), ("III.1.9", True), ("Mục III", True),
        ("III.", True), ("II", False), ("I", False), ("III.1.90", False), ("III.19", False),
        ("1", False), ("thu tuc hanh chinh", True), ("Cải cách THỦ TỤC", True),
        ("cải cách tài chính", False),
    ],
)  # fmt: skip
def test_a_section_is_a_leading_part_of_the_key_or_words_of_a_title(
    section: str, kept: bool
) -> None:
    assert keeps(WORK, RecordFilter(section=section)) is kept


def test_a_lettered_part_belongs_to_its_roman_section() -> None:
    part = task("d", "x", key="VII-A.2")
    assert keeps(part, RecordFilter(section="VII"))
    assert keeps(part, RecordFilter(section="vii-a"))
    assert not keeps(part, RecordFilter(section="VI"))


def test_all_conditions_must_hold() -> None:
    assert keeps(WORK, RecordFilter(documents=("d",), lead="bo tro tu phap", section="III"))
    assert not keeps(WORK, RecordFilter(documents=("e",), lead="bo tro tu phap", section="III"))
    assert not keeps(WORK, RecordFilter(lead="bo tro tu phap", section="IV"))
