from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.relations import read_relations
from ingest.model import Document
from ingest.pipeline import read_file


def read(tmp_path: Path, *lines: str) -> Document:
    file = tmp_path / "a.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_file(file, document_id="d", shown_path="a.txt").document


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("(Kèm theo Quyết định số 05/QĐ-SXD ngày 10/01/2031 của Sở Xây dựng)", "05/QĐ-SXD"),
        ("(Ban hành kèm theo Kế hoạch số 17/KH-SXD ngày 22/01/2031)", "17/KH-SXD"),
        ("Ban hành kèm theo Quyết định số: 1203 /QĐ- UBND ngày 3/4/2031", "1203/QĐ-UBND"),
        ("PHỤ LỤC I (Kèm theo Báo cáo số 9/BC-SXD)", "9/BC-SXD"),
        (
            "(Kèm theo Kế hoạch công tác năm 2031 ban hành theo Quyết định số 12/2031/QĐ-UBND)",
            "12/2031/QĐ-UBND",
        ),
        ("(Ban hành kèm theo Kế hoạch số     /KH-SXD ngày    /6/2031)", None),
        ("Theo đề cương kèm theo Công văn số 535/SNV-TTr, Sở Xây dựng báo cáo như sau.", None),
    ],
)
def test_the_document_that_an_annex_is_attached_to(line: str, number: str | None) -> None:
    assert read_relations(None, [line], [line], own=None).attached_to == number


def test_a_document_is_not_attached_to_itself() -> None:
    line = "(Kèm theo Quyết định số 05/QĐ-SXD)"
    assert read_relations(None, [line], [line], own="05/QĐ-SXD").attached_to is None


def test_an_amendment_says_so_in_its_title_or_in_an_article() -> None:
    title = "KẾ HOẠCH Sửa đổi, bổ sung Kế hoạch cải cách hành chính năm 2031 số 17/KH-SXD"
    assert read_relations(title, [], [], own="40/KH-SXD").amends == "17/KH-SXD"
    article = "Điều 1. Điều chỉnh một số nội dung của Kế hoạch kèm theo Quyết định số 05/QĐ-SXD."
    assert read_relations(None, [], [article], own=None).amends == "05/QĐ-SXD"
    told = "Sở đã tham mưu sửa đổi, bổ sung Quyết định số 05/QĐ-SXD."
    assert read_relations(None, [], [told], own=None).amends is None


def test_what_is_replaced_is_read_from_the_closing_article() -> None:
    article = "Điều 3. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 5/QĐ-SXD."
    assert read_relations(None, [], [article], own=None).replaces == "5/QĐ-SXD"
    told = "Quyết định số 7/QĐ-SXD đã thay thế Quyết định số 5/QĐ-SXD."
    assert read_relations(None, [], [told], own=None).replaces is None


def test_a_reading_bears_what_its_document_says(tmp_path: Path) -> None:
    annex = read(
        tmp_path,
        "PHỤ LỤC",
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 17/KH-SXD ngày 22 tháng 01 năm 2031 của Sở Xây dựng)",
        "Nội dung.",
    )
    assert annex.attached_to == "17/KH-SXD"
    report = read(
        tmp_path,
        "Số: 90/BC-SXD",
        "BÁO CÁO",
        "Kết quả thực hiện việc sửa đổi, bổ sung Kế hoạch số 17/KH-SXD",
        "Nội dung.",
    )
    assert report.amends is None
    plan = read(
        tmp_path,
        "SỞ XÂY DỰNG",
        "Số: 40/KH-SXD",
        "KẾ HOẠCH",
        "Sửa đổi, bổ sung Kế hoạch số 17/KH-SXD ngày 22/01/2031",
        "Nội dung.",
    )
    assert (plan.amends, plan.attached_to) == ("17/KH-SXD", None)
