"""Columns of remedies name no work, and a body told by one word alone issues nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.columns import Look, assign_roles, role_of
from ingest.pipeline import read_file


@pytest.mark.parametrize("title", ["Biện pháp khắc phục", "Hướng xử lý", "Giải pháp tháo gỡ"])
def test_the_rows_of_a_table_of_faults_are_named_by_the_fault(title: str) -> None:
    names = ("TT", "Điểm yếu", "Nguyên nhân", title, "Đơn vị chịu trách nhiệm", "Xong trước")
    roles = assign_roles(names, Look(units=frozenset({4}), dates=frozenset({5}), longest=1))
    assert roles[1] == "task"
    assert roles[3] is None


def test_ways_of_doing_work_are_still_activities() -> None:
    assert role_of("Biện pháp thực hiện") == "activity"
    assert role_of("Biện pháp") == "activity"


def test_a_head_word_before_a_tense_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "TIN TRONG TUẦN\n\nTrong tuần, Sở và đang báo cáo kết quả đợt trồng rừng năm 2027.\n"
        "Ban đã báo cáo kết quả đợt hai.\nTrung tâm sẽ\n",
        encoding="utf-8",
    )
    assert read_file(path, document_id="d", shown_path=path.name).document.issuer is None
