"""Value columns under abbreviated headings, and under headings that differ by the year alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import read_file

TEXT = """SỞ CÔNG THƯƠNG TỈNH AN BÌNH
BÁO CÁO
Kết quả công tác 9 tháng năm 2031

Phụ lục số liệu
Mã | Nội dung thống kê | ĐVT | KH 2031 | {now} | {before}
1 | Số chợ được nâng cấp | chợ | 20 | 15 | 12
2 | Số cụm công nghiệp hoạt động | cụm | 9 | 8 | 7
"""


@pytest.mark.parametrize("word", ["TH 9 tháng", "UTH", "KQ", "Đạt được", "Số kiểm đếm"])
def test_a_heading_told_by_its_year_names_no_subject(tmp_path: Path, word: str) -> None:
    file = tmp_path / "bao-cao.txt"
    file.write_text(TEXT.format(now=f"{word} 2031", before=f"{word} 2030"), encoding="utf-8")
    rows = read_file(file, document_id="a", shown_path=file.name).indicators
    stated = [(row.value, row.role, row.subject, row.period and row.period.to) for row in rows]
    assert stated[:3] == [
        ("20", "plan", None, 2031),
        ("15", "actual", None, 2031),
        ("12", "actual", None, 2030),
    ]
