from __future__ import annotations

from decimal import Decimal

import pytest

from samples.facts.identity import ANNEX_2025, REPORT_2024
from samples.facts.statistics import ROWS, SECTIONS, YEARS, figure, note, printed
from tests.samples.reading import sheet_cells, word_table

TITLES = {section.number: section.title for section in SECTIONS}


def test_the_word_annex_has_a_two_line_header() -> None:
    first, second = word_table(ANNEX_2025.file)[:2]
    assert first == (
        "STT",
        "Chỉ tiêu thống kê",
        "Kết quả thống kê",
        "Kết quả thống kê",
        "Ghi chú",
    )
    assert second == ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú")


def test_the_word_annex_holds_every_row_of_2025() -> None:
    body = word_table(ANNEX_2025.file)[2:]
    assert {row[0]: row[1] for row in body if row[0] in TITLES} == TITLES
    assert [row for row in body if row[0] not in TITLES] == [
        (row.stt, row.name, row.unit, printed(row.key, 2025), note(row.key, 2025))
        for row in ROWS.values()
    ]


def test_the_workbook_holds_every_row_of_2024_and_shows_it_as_printed() -> None:
    cells = sheet_cells(REPORT_2024.file)
    assert tuple(value for value, _ in cells[4]) == (
        "STT",
        "Chỉ tiêu thống kê",
        "Đơn vị tính",
        "Số liệu",
        "Ghi chú",
    )
    body = [row for row in cells[5:] if row[0][0] not in TITLES]
    assert len(body) == len(ROWS)
    for stored, row in zip(body, ROWS.values(), strict=True):
        (stt, _), (name, _), (unit, _), (value, shown_as), (remark, _) = stored
        assert (str(stt or ""), name, unit or "") == (row.stt, row.name, row.unit)
        assert (remark or "") == note(row.key, 2024)
        expected = figure(row.key, 2024)
        assert (None if value is None else Decimal(str(value))) == expected, row.key
        if expected is not None:
            assert _shown(Decimal(str(value)), shown_as) == printed(row.key, 2024), row.key


def _shown(value: Decimal, shown_as: str) -> str:
    english = {
        "0": f"{value:.0f}",
        "00": f"{int(value):02d}",
        "#,##0": f"{value:,.0f}",
        "#,##0.0": f"{value:,.1f}",
        "0%": f"{value * 100:.0f}%",
        "0.0%": f"{value * 100:.1f}%",
    }[shown_as]
    return english.translate(str.maketrans(",.", ".,"))


@pytest.mark.parametrize("year", YEARS)
def test_parts_add_up_to_their_totals(year: int) -> None:
    totals = [row for row in ROWS.values() if row.total]
    assert len(totals) >= 6
    for row in totals:
        parts = [figure(key, year) for key in row.total]
        assert sum(part for part in parts if part is not None) == figure(row.key, year), row.key


@pytest.mark.parametrize("year", YEARS)
def test_no_part_exceeds_what_it_is_part_of(year: int) -> None:
    for row in ROWS.values():
        if row.share:
            value = figure(row.key, year)
            assert value is not None
            assert 0 <= value <= 1, row.key


def test_the_procedures_of_2025_follow_from_those_of_2024() -> None:
    before, now = figure("procedures", 2024), figure("procedures", 2025)
    new, revoked = figure("procedures_new", 2025), figure("procedures_revoked", 2025)
    assert before is not None
    assert new is not None
    assert revoked is not None
    assert before + new - revoked == now


def test_blank_zero_two_digit_coded_and_grouped_figures_all_occur() -> None:
    shown = {key: printed(key, 2025) for key in ROWS}
    assert shown["exam_posts"] == ""
    assert shown["disciplined"] == "0"
    assert shown["tasks_moved"] == "02"
    assert shown["survey_mode"] == "2"
    assert shown["files"] == "12.480"
    assert shown["budget_spent"] == "8.983,2"
    assert shown["payments_rate"] == "65,0%"
    assert printed("audit", 2024) == ""
