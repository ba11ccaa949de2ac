"""The exact counts that hold for the reference documents, found by hand and by eye."""

from __future__ import annotations

from collections import Counter

import pytest

from ingest.model import Source
from ingest.text.markup import without_residue
from tests.reference import needs_seeds, reading, seed

pytestmark = needs_seeds


def _section(key: str) -> str:
    return key.split(".")[0]


def test_the_yearly_plan_has_31_tasks_and_32_product_deadline_pairs() -> None:
    tasks = reading(seed(0)).tasks
    assert len(tasks) == 31
    assert sum(len(task.deliverables) or 1 for task in tasks) == 32
    by_section = Counter(_section(task.key) for task in tasks)
    assert [by_section[label] for label in ("I", "II", "III", "IV", "V", "VI", "VII")] == [
        7, 6, 4, 3, 1, 3, 7,
    ]  # fmt: skip
    assert [task.key for task in tasks if not task.lead] == ["II.4"]
    kinds = Counter(task.deadline.text for task in tasks if task.deadline)
    assert kinds["Quý I/2023"] == 10
    assert kinds["Thường xuyên"] == 6


def test_the_framework_nests_43_objectives_58_tasks_and_92_activities() -> None:
    found = reading(seed(1))
    objectives = {target.key for target in found.targets if target.key.split(".")[1] == "1"}
    assert len(objectives) == 43
    assert len(found.tasks) == 58
    assert sum(len(task.activities) for task in found.tasks) == 92
    assert all(task.lead for task in found.tasks)
    by_section = Counter(_section(task.key) for task in found.tasks)
    assert [by_section[s] for s in ("I", "II", "III", "IV", "V", "VI", "VII-A", "VII-B")] == [
        13, 6, 12, 4, 3, 6, 8, 6,
    ]  # fmt: skip
    quantified = {t.key for t in found.targets if t.value and t.key.split(".")[1] == "1"}
    assert len(quantified) == 31
    codes = Counter(problem.code for problem in found.document.problems)
    assert codes["column_shift"] == 2
    assert codes["deadline_joined"] == 1


def test_the_framework_reports_flattened_rows_and_slips_of_its_writers() -> None:
    found = reading(seed(1))
    places = {
        (problem.code, problem.source.row, (problem.source.column or "")[:1])
        for problem in found.document.problems
        if problem.source is not None
    }
    flattened = {(row, column) for code, row, column in places if code == "flattened_records"}
    assert {(61, "4"), (61, "5"), (61, "6"), (61, "7"), (82, "7")} <= flattened
    assert {(row, column) for code, row, column in places if code == "same_unit_twice"} == {
        (43, "6")
    }
    assert (70, "3") in {(row, column) for code, row, column in places if code == "stray_number"}
    for number in (0, 2, 3, 4):
        assert reading(seed(number)).document.problems == ()


def test_the_control_annexes_have_28_tasks_8_target_values_and_four_dates() -> None:
    found = reading(seed(2))
    assert Counter(task.annex for task in found.tasks) == {"I": 26, "II": 2}
    assert [target.value for target in found.targets] == [
        "70", "100", "80", "60", "70", "50", "40", "90",
    ]  # fmt: skip
    reports = next(task for task in found.tasks if task.key == "8.1")
    assert [part.deadline.to for part in reports.deliverables if part.deadline] == [
        "2023-03-20",
        "2023-06-20",
        "2023-09-20",
        "2023-12-20",
    ]
    assert all(task.lead for task in found.tasks)


def test_the_ten_year_plan_has_55_target_bullets_43_of_them_quantified() -> None:
    targets = reading(seed(3)).targets
    bullets: dict[tuple[object, ...], list[str | None]] = {}
    for target in targets:
        bullets.setdefault((target.section, target.source.quote), []).append(target.value)
    assert len(bullets) == 55
    assert sum(any(values) for values in bullets.values()) == 43
    assert sum(target.unit == "%" for target in targets) == 54
    assert not any(target.lead for target in targets)
    horizons = Counter(target.horizon.to for target in targets if target.horizon)
    assert set(horizons) == {2022, 2025, 2030}
    assert horizons[2022] == 1


def test_the_statistics_annex_has_178_rows_132_values_29_headings_and_17_blanks() -> None:
    rows = reading(seed(4)).indicators
    by_section = Counter(_section(row.key) for row in rows)
    assert [by_section[label] for label in ("I", "II", "III", "IV", "V", "VI", "VII")] == [
        27, 10, 25, 40, 28, 9, 39,
    ]  # fmt: skip
    valued = Counter(_section(row.key) for row in rows if row.value is not None)
    assert sum(valued.values()) == 132
    assert sum(row.unit is None and row.value_text is None for row in rows) == 29
    assert sum(row.unit is not None and row.value_text is None for row in rows) == 17
    assert sum(row.unit is None and row.value_text is not None for row in rows) == 5
    assert next(row for row in rows if row.key == "I.6").meaning == "Có"


@pytest.mark.parametrize(("number", "count"), [(0, 10), (1, 6), (2, 4), (3, 10), (4, 45)])
def test_each_document_names_so_many_numbered_documents(number: int, count: int) -> None:
    assert len(reading(seed(number)).refs) == count


@pytest.mark.parametrize(
    ("number", "kind", "province", "own", "date", "period"),
    [
        (0, "plan", "Khánh Hòa", "05/QĐ-STP", "2023-01-10", (2023, 2023)),
        (1, "task_annex", None, None, None, (2026, 2030)),
        (2, "task_annex", "Hà Tĩnh", None, None, (2023, 2023)),
        (3, "plan", "Hà Tĩnh", "588/KH-STP", "2021-12-16", (2021, 2030)),
        (4, "report", "Sóc Trăng", None, None, (2023, 2023)),
    ],
)
def test_metadata_is_read_and_unknown_stays_null(
    number: int,
    kind: str,
    province: str | None,
    own: str | None,
    date: str | None,
    period: tuple[int, int],
) -> None:
    document = reading(seed(number)).document
    assert document.period is not None
    assert (document.kind, document.province, document.number, document.date) == (
        kind,
        province,
        own,
        date,
    )
    assert (document.period.from_, document.period.to) == period
    assert document.issuer == "Sở Tư pháp"


@pytest.mark.parametrize("number", range(5))
def test_every_quote_is_verbatim(number: int) -> None:
    text = without_residue(seed(number).read_text(encoding="utf-8"))

    def quotes(source: Source) -> list[str]:
        return [source.quote, *(part.quote for part in source.parts)]

    found = reading(seed(number))
    sources = [unit.source for unit in found.units] + [record.source for record in found.records]
    assert sources
    assert [quote for source in sources for quote in quotes(source) if quote not in text] == []


@pytest.mark.parametrize("number", range(5))
def test_no_filled_cell_is_lost(number: int) -> None:
    from ingest.extraction.headers import find_header
    from ingest.extraction.layout import without_layout
    from ingest.extraction.rows import LogicalRow, logical_rows
    from ingest.readers.registry import read_content

    found = reading(seed(number))
    cited = {
        (source.table, source.row, source.quote)
        for unit in found.units
        for source in (unit.source, *unit.source.parts)
    }
    for table in without_layout(read_content(seed(number))).tables:
        header = find_header(table)
        assert header is not None
        rows = logical_rows(table, header)
        titles = {r.first for r in rows.items if not isinstance(r, LogicalRow)}
        skipped = {*range(header.first + header.rows), *rows.repeated, *titles}
        for index, row in enumerate(table.rows):
            if index in skipped:
                continue
            for column, cell in enumerate(row):
                text = (cell.text or "").strip()
                if not text or header.roles[column] == "number":
                    continue
                quotes = [q for t, r, q in cited if t == table.number and r == index + 1]
                left = text
                for quote in sorted(quotes, key=len, reverse=True):
                    left = left.replace(quote, " ")
                assert not left.strip(" .;"), (index + 1, header.names[column], left)
