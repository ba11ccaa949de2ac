"""Records as labelled Vietnamese fields."""

import pytest

from ingest.model import Deadline, Deliverable, Period
from tests.ui.material import BLANK_INDICATOR, INDICATOR, REF, TARGET, TASK, plan
from ui import texts
from ui.record_fields import (
    Field,
    fields,
    level,
    period_text,
    typed_records,
    vietnamese_date,
    vietnamese_number,
)


def test_details_give_back_the_records_they_were_made_from() -> None:
    found = typed_records(plan())
    assert found["tasks"] == (TASK,)
    assert found["targets"] == (TARGET,)
    assert found["refs"] == (REF,)
    assert found["indicators"] == ()


def test_blank_values_stay_blank_and_do_not_become_zero() -> None:
    shown = dict(fields(BLANK_INDICATOR))
    assert shown[texts.VALUE] == ""
    assert shown[texts.UNIT] == ""
    assert shown[texts.PERIOD] == ""


def test_a_value_shows_as_the_document_writes_it() -> None:
    assert Field(texts.VALUE, "61,4 %") in fields(INDICATOR)


def test_a_target_shows_its_level_with_sign_and_unit() -> None:
    assert Field(texts.TARGET_VALUE, "≥ 65 %") in fields(TARGET)
    assert level(">=", None, "%") == ""


def test_every_deadline_and_product_of_a_task_shows_once() -> None:
    task = TASK.model_copy(
        update={
            "deliverables": (
                Deliverable(product="Báo cáo kết quả", deadline=TASK.deadline),
                Deliverable(product="Tờ trình", deadline=Deadline(text="Quý III", kind="period")),
            )
        }
    )
    shown = dict(fields(task))
    assert shown[texts.PRODUCTS] == "Báo cáo kết quả\nTờ trình"
    assert shown[texts.DEADLINE] == "Quý II/2026\nQuý III"


def test_the_whole_lead_cell_stands_in_when_no_unit_was_recognised() -> None:
    task = TASK.model_copy(update={"lead": (), "lead_text": "Các phòng tự thực hiện"})
    assert Field(texts.LEAD, "Các phòng tự thực hiện") in fields(task)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1355391", "1.355.391"), ("99.9", "99,9"), ("-10", "-10"), ("2", "2"), ("a.b", "a.b")],
)
def test_numbers_are_written_the_vietnamese_way(value: str, shown: str) -> None:
    assert vietnamese_number(value) == shown


def test_dates_and_periods_are_written_the_vietnamese_way() -> None:
    assert vietnamese_date("2021-12-16") == "16/12/2021"
    assert vietnamese_date("2021-12") == "12/2021"
    assert vietnamese_date("không rõ") == "không rõ"
    assert vietnamese_date(None) == ""
    assert period_text(Period(from_=2026, to=2030)) == "2026–2030"
    assert period_text(Period(from_=2026, to=2026)) == "2026"
    assert period_text(None) == ""
