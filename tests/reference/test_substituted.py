"""The reference documents with other places, bodies, units, years, figures and column titles.

Whatever is put in the place of such words must come out in the place of them: nothing may rest on
what the known documents say.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.model import Reading
from ingest.pipeline import read_file
from tests.reference import needs_seeds, seed

pytestmark = needs_seeds

CHANGES: dict[int, tuple[tuple[str, str], ...]] = {
    0: (
        ("Khánh Hòa", "Tuyên Quang"), ("KHÁNH HÒA", "TUYÊN QUANG"), ("STP", "SCT"),
        ("Sở Tư pháp", "Sở Công Thương"), ("SỞ TƯ PHÁP", "SỞ CÔNG THƯƠNG"),
        ("2023", "2031"), ("2022", "2030"),
        ("Phòng Hành chính tư pháp", "Phòng Quản lý năng lượng"),
        ("Phòng Phổ biến, giáo dục pháp luật", "Phòng Kế hoạch, tài chính"),
        ("Nhiệm vụ\tSản phẩm\tTiến độ\tPhân công và cách thức thực hiện",
         "Nội dung công việc\tKết quả đầu ra\tThời hạn\tTrách nhiệm thực hiện"),
    ),
    1: (
        ("Sở Tư pháp", "Sở Y tế"), ("2026", "2031"), ("2030", "2035"),
        ("Phòng Xây dựng pháp luật", "Phòng Nghiệp vụ Dược"),
        ("1- Mục tiêu/Chỉ tiêu/ Nội dung", "(1) Chỉ tiêu"),
        ("2- Nhiệm vụ", "(2) Nội dung nhiệm vụ"), ("3- Hoạt động", "(3) Giải pháp"),
        ("4- Kết quả, sản phẩm", "(4) Sản phẩm đầu ra"), ("5- Chủ trì", "(5) Đầu mối"),
        ("6- Phối hợp", "(6) Cùng thực hiện"), ("7- Thời gian hoàn thành", "(7) Thời hạn"),
        ("8- Kinh phí", "(8) Nguồn kinh phí"),
    ),
    2: (
        ("Hà Tĩnh", "Cao Bằng"), ("HÀ TĨNH", "CAO BẰNG"), ("STP", "SXD"), ("2023", "2028"),
        ("Sở Tư pháp", "Sở Xây dựng"), ("SỞ TƯ PHÁP", "SỞ XÂY DỰNG"),
        ("Phòng Hành chính và Bổ trợ tư pháp", "Phòng Quản lý nhà và Thị trường bất động sản"),
        ("Đơn vị chủ trì", "Cơ quan được giao"), ("Đơn vị phối hợp", "Cơ quan phối hợp"),
        ("Nội dung công việc", "Nhiệm vụ cụ thể"), ("Dự kiến sản phẩm", "Kết quả đầu ra"),
    ),
    3: (
        ("Hà Tĩnh", "Long An"), ("HÀ TĨNH", "LONG AN"), ("STP", "SNV"),
        ("Sở Tư pháp", "Sở Nội vụ"), ("SỞ TƯ PHÁP", "SỞ NỘI VỤ"),
        ("2025", "2035"), ("2030", "2040"), ("2021", "2031"), ("2022", "2032"), ("2023", "2033"),
    ),
    4: (
        ("Sóc Trăng", "Lai Châu"), ("SÓC TRĂNG", "LAI CHÂU"), ("STP", "SDL"), ("2023", "2029"),
        ("Sở Tư pháp", "Sở Du lịch"), ("SỞ TƯ PHÁP", "SỞ DU LỊCH"),
        ("Chỉ tiêu thống kê", "Nội dung báo cáo"), ("Kết quả thống kê", "Thực hiện"),
        ("Số liệu", "Giá trị"), ("Đơn vị tính", "ĐVT"), ("9284", "10417"), ("8957", "9931"),
    ),
}  # fmt: skip


def _read(path: Path) -> Reading:
    return read_file(path, document_id="d", shown_path="a.txt")


def _changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        text = text.replace(old, new)
    return text


def _facts(reading: Reading, changes: tuple[tuple[str, str], ...] = ()) -> list[str]:
    """Every record as JSON without ids, sources and alias keys, ``changes`` made in it."""
    facts = []
    for record in reading.records:
        left_out = {"id", "source", "lead_units"}
        fields = record.model_dump(mode="json", by_alias=True, exclude=left_out)
        facts.append(_changed(json.dumps(fields, ensure_ascii=False), changes))
    return facts


@pytest.mark.parametrize("number", sorted(CHANGES))
def test_other_words_give_the_same_records_with_those_words(tmp_path: Path, number: int) -> None:
    original, changes = seed(number), CHANGES[number]
    text = _changed(original.read_text(encoding="utf-8"), changes)
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    before, after = _read(original), _read(path)
    assert _facts(after) == _facts(before, changes)
    shown = [before.document.issuer, before.document.province, before.document.number]
    assert [after.document.issuer, after.document.province, after.document.number] == [
        name and _changed(name, changes) for name in shown
    ]
