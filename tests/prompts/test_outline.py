"""Outlines: what is shipped, what a province may change, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from prompts.outline import Outline, OutlineError, load_outline, outline_kinds, outlines

_SMALL = """
based_on: annual-report
kind: {kind}
title: {title}
"""


def _put(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_three_kinds_of_report_are_shipped_the_annual_one_first() -> None:
    assert outline_kinds() == ("annual-report", "quarterly-report", "six-month-report")
    assert [one.parts for one in outlines()] == ["year", "quarter", "half"]


def test_the_annual_report_has_the_sections_of_the_ordinary_form_in_order() -> None:
    keys = [one.key for one in load_outline("annual-report").sections]
    assert keys == ["I", *(f"I.{n}" for n in range(1, 8)), "II", "II.1", "II.2", "III"]


def test_a_report_of_part_of_a_year_differs_only_in_its_file() -> None:
    year, quarter = load_outline("annual-report"), load_outline("quarterly-report")
    assert quarter.sections == year.sections
    assert (quarter.kind, quarter.parts) == ("quarterly-report", "quarter")


def test_a_folder_of_ones_own_adds_kinds_and_replaces_shipped_ones(tmp_path: Path) -> None:
    _put(tmp_path, "nine-month-report", _SMALL.format(kind="nine-month-report", title="BÁO CÁO"))
    _put(tmp_path, "annual-report", _SMALL.format(kind="annual-report", title="BÁO CÁO TỔNG KẾT"))
    assert "nine-month-report" in outline_kinds(folder=tmp_path)
    assert load_outline("annual-report", folder=tmp_path).title == "BÁO CÁO TỔNG KẾT"
    assert load_outline("annual-report").title == "BÁO CÁO"


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    _put(tmp_path, "annual-report", _SMALL.format(kind="annual-report", title="MỘT"))
    assert load_outline("annual-report", folder=tmp_path).title == "MỘT"
    path = tmp_path / "annual-report.yaml"
    path.write_text(_SMALL.format(kind="annual-report", title="HAI HAI"), encoding="utf-8")
    import os

    os.utime(path, ns=(1, 1))
    assert load_outline("annual-report", folder=tmp_path).title == "HAI HAI"


def test_mappings_are_merged_and_lists_replaced(tmp_path: Path) -> None:
    _put(
        tmp_path,
        "annual-report",
        "based_on: annual-report\nlimits: {tasks: 3}\nrecipients: [UBND tỉnh]\n",
    )
    own, shipped = load_outline("annual-report", folder=tmp_path), load_outline("annual-report")
    assert own.limits.tasks == 3
    assert own.limits.comparisons == shipped.limits.comparisons
    assert own.recipients == ("UBND tỉnh",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("based_on: annual-report\ntitel: x\n", "titel"),
        ("based_on: khong-co\n", "khong-co"),
        ("- một\n- hai\n", "bảng khóa"),
        ("title: [\n", "không đọc được"),
        ("based_on: annual-report\nsubject: 'Kết quả {perod}'\n", "{perod}"),
        ("based_on: annual-report\nclosing: ['Trên đây là báo cáo năm 2025.']\n", "chữ số"),
        ("based_on: annual-report\nperiods: {year: 'năm {year}'}\nparts: week\n", "parts"),
        (
            "based_on: annual-report\nsections: [{key: I, title: a, content: results},"
            " {key: I, title: b, content: results}]\n",
            "hai lần",
        ),
        ("based_on: annual-report\nsections: [{key: I, title: a}]\n", "results"),
    ],
)
def test_a_broken_outline_is_refused_by_name(tmp_path: Path, text: str, said: str) -> None:
    _put(tmp_path, "annual-report", text)
    with pytest.raises(OutlineError) as refused:
        load_outline("annual-report", folder=tmp_path)
    assert "annual-report.yaml" in str(refused.value)
    assert said in str(refused.value)
    assert str(refused.value).count("\n") == 0


@pytest.mark.parametrize("kind", ["khong-co", "../loader", "annual report", ""])
def test_an_unknown_kind_names_those_there_are(kind: str) -> None:
    with pytest.raises(OutlineError, match="annual-report, quarterly-report, six-month-report"):
        load_outline(kind)


def test_outlines_that_build_on_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    _put(tmp_path, "a-report", "based_on: b-report\n")
    _put(tmp_path, "b-report", "based_on: a-report\n")
    with pytest.raises(OutlineError, match="based_on"):
        load_outline("a-report", folder=tmp_path)


def test_no_text_of_a_shipped_outline_holds_a_digit() -> None:
    for outline in outlines():
        assert isinstance(outline, Outline)
        texts = [outline.opening, outline.opening_without_basis, *outline.closing]
        texts += [text for one in outline.wording.model_dump().values() for text in one]
        assert not any(char.isdigit() for text in texts for char in text)
