"""Readings of texts written on the spot."""

from __future__ import annotations

import tempfile
from pathlib import Path

from assistant.answer import Check, Finding
from assistant.checking.check import check_document
from ingest.model import Reading
from ingest.pipeline import read_file

HEAD = "BÁO CÁO\nKết quả cải cách hành chính năm 2025\n\n1. Thủ tục hành chính\n\n"
YEARS = (
    "\nPhụ lục\nTHỐNG KÊ NĂM 2025\n\nSTT\tChỉ tiêu\tĐơn vị tính\tKế hoạch năm 2025\t"
    "Thực hiện năm 2025\tNăm 2024\tGhi chú\nI\tThủ tục hành chính\t\t\t\t\t\n"
    "1\tHồ sơ tiếp nhận\tHồ sơ\t12.000\t12.480\t11.862\t\n"
    "2\tTỷ lệ hồ sơ trực tuyến\t%\t80\t75,0\t62,0\t\n"
    "3\tSố văn bản đã rà soát\tVăn bản\t50\t21\t60\t\n"
    "4\tKinh phí đã giải ngân\tTriệu đồng\t9.000\t8.983,2\t8.281\t\n"
)


def reading_of(text: str, *, name: str = "van-ban.txt") -> Reading:
    """The reading of ``text`` as a text file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        return read_file(path, document_id=path.stem, shown_path=name)


def checked(text: str, *against: str) -> Check:
    """The check of one text against others."""
    others = [reading_of(other, name=f"nguon-{n}.txt") for n, other in enumerate(against, start=1)]
    return check_document(reading_of(text), others)


def only(check: Check) -> Finding:
    """The one finding of a check."""
    (found,) = check.findings
    return found
