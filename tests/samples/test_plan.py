from __future__ import annotations

from itertools import pairwise

from docx import Document

from samples.facts import framework, plan
from samples.facts.identity import CIVIL, DIRECTIVE, FRAMEWORK, OFFICE, PLAN
from tests.samples.reading import FOLDER, paragraphs, pdf_tables, pdf_text, word_table


def test_every_target_of_the_plan_is_a_bullet() -> None:
    lines = paragraphs(PLAN.file)
    assert [target for target in plan.TARGETS if f"- {target}" not in lines] == []


def test_the_annex_holds_every_task_with_lead_products_and_deadlines() -> None:
    expected: list[tuple[str, ...]] = []
    for number, title, tasks in plan.SECTIONS:
        expected.append((number, *[title] * 5))
        for place, task in enumerate(tasks, start=1):
            expected += [
                (str(place), task.text, product, task.lead, task.coordinating, deadline)
                for product, deadline in task.outputs
            ]
    assert list(word_table(PLAN.file)[1:]) == expected


def test_the_annex_has_merged_leads_and_a_task_with_two_products() -> None:
    rows = Document(str(FOLDER / PLAN.file)).tables[-1].rows
    shared_leads = [
        upper.cells[1].text != lower.cells[1].text
        for upper, lower in pairwise(rows)
        if upper.cells[3]._tc is lower.cells[3]._tc
    ]
    assert shared_leads.count(True) == 4
    assert shared_leads.count(False) == 1


def test_plan_and_framework_ask_for_different_payment_shares_under_different_leads() -> None:
    assert plan.ONLINE_PAYMENT_2026 != framework.ONLINE_PAYMENT_2030
    [row] = [row for row in word_table(PLAN.file) if plan.ONLINE_PAYMENT_2026 in row[1]]
    assert row[3] == CIVIL
    [found] = [
        row
        for table in pdf_tables(FRAMEWORK.file)
        for row in table
        if row[0] and framework.ONLINE_PAYMENT_2030 in row[0]
    ]
    assert found[4] == OFFICE


def test_the_framework_table_repeats_its_header_and_is_cut_inside_rows() -> None:
    tables = pdf_tables(FRAMEWORK.file)
    assert len(tables) >= 4
    assert {table[0] for table in tables} == {framework.COLUMNS}
    first_rows = [table[1] for table in tables[1:]]
    cut = [row for row in first_rows if any(cell and cell[0].islower() for cell in row)]
    assert len(cut) >= 2


def test_the_framework_table_holds_every_word_of_its_facts() -> None:
    printed = " ".join(
        cell for table in pdf_tables(FRAMEWORK.file) for row in table for cell in row if cell
    ).split()
    for section in framework.SECTIONS:
        for objective in section.objectives:
            texts = [objective.text]
            for task in objective.tasks:
                texts += [task.text, task.lead, task.coordinating]
                texts += [part for a in task.activities for part in (a.text, a.product, a.time)]
            missing = {word for text in texts for word in text.split()} - set(printed)
            assert missing == set(), section.number
    objectives = sum(len(section.objectives) for section in framework.SECTIONS)
    assert sum(word.startswith("1.") and word[-1] == "." for word in printed) == objectives


def test_the_overall_targets_of_the_framework_stand_in_its_text() -> None:
    text = pdf_text(FRAMEWORK.file)
    assert [target for target in framework.OVERALL_TARGETS if f"- {target}" not in text] == []


def test_the_directive_names_each_unit_in_a_heading_with_lettered_tasks_below() -> None:
    lines = (FOLDER / DIRECTIVE.file).read_text(encoding="utf-8").splitlines()
    assert f"2. {CIVIL}" in lines
    assert [line[:2] for line in lines[lines.index(f"2. {CIVIL}") + 1 :][:3]] == ["a)", "b)", "c)"]


def test_no_document_names_a_signer() -> None:
    for file in (PLAN.file, "bao-cao-2025.docx"):
        for table in Document(str(FOLDER / file)).tables:
            right = table.rows[0].cells[-1].text
            if right.startswith("GIÁM ĐỐC"):
                assert right.split() == ["GIÁM", "ĐỐC"]
                break
        else:
            raise AssertionError(f"{file} has no signature block")
