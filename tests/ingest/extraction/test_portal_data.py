"""Numbers, bodies and days as law portals and news pages give them, some letters lost."""

from __future__ import annotations

from pathlib import Path

from ingest.model import Reading
from ingest.pipeline import read_file

PORTAL = """Đang tải văn bản...

Số hiệu: 64/QĐ-UBND Loại văn bản: Quyết định
Nơi ban hành: Tỉnh Khe Lau Người ký: Lù Văn Thử

ỦY BAN NHÂN DÂN
TỈNH KHE LAU
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

S: 64/QĐ-UBND

Khe Lau, ngày 12 tháng 7 năm 2034

QUYẾT ĐỊNH
VỀ VIỆC TRAO BIỂN HIỆU CHO HÀNG CƠM CÔNG NHÂN
Căn cứ Luật Hàng quán ngày 01 tháng 02 năm 2031;
Điều 1. Trao biển hiệu cho hàng cơm công nhân.
"""
NEWS = """Hội nghị về hàng cơm

Tại hội nghị, Sở Thương nghiệp đã thông qua báo cáo về hàng cơm công nhân.
Ngày 05/3/2034, Chủ tịch UBND tỉnh ban hành Chỉ thị số 9/CT-UBND về việc giữ sạch hàng cơm.
Trạm tham mưu Chủ tịch Ủy ban nhân dân cấp xã ban hành quy chế chợ đêm.
"""
ARTICLES = """UBND TỈNH KHE LAU
Số: 3/2034/QĐ-UBND
Khe Lau, ngày 02 tháng 8 năm 2034

QUYẾT ĐỊNH
Giao việc trông chợ đêm
Điều 1. Tổ chức thực hiện
1. Trong trường hợp cần thiết, UBND tỉnh trực tiếp quyết định giờ mở chợ.
2. Sở Thương nghiệp phát sổ cho hàng quán.
"""


def read(text: str, folder: Path) -> Reading:
    path = folder / "trang.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, document_id="d", shown_path=str(path))


def test_a_number_is_read_though_its_label_lost_a_letter(tmp_path: Path) -> None:
    document = read(PORTAL, tmp_path).document

    assert document.number == "64/QĐ-UBND"
    assert document.issuer == "Ủy ban nhân dân tỉnh Khe Lau"


def test_the_document_itself_is_none_of_its_references(tmp_path: Path) -> None:
    assert "64/QĐ-UBND" not in {ref.number for ref in read(PORTAL, tmp_path).refs}


def test_a_body_that_others_work_for_or_that_does_something_else_issues_nothing(
    tmp_path: Path,
) -> None:
    assert read(NEWS, tmp_path).document.issuer is None


def test_the_day_before_the_body_that_issues_is_the_day_of_the_document(tmp_path: Path) -> None:
    days = {ref.number: ref.date for ref in read(NEWS, tmp_path).refs}

    assert days == {"9/CT-UBND": "2034-03-05"}


def test_the_heading_on_carrying_out_names_no_unit(tmp_path: Path) -> None:
    leads = {lead for task in read(ARTICLES, tmp_path).tasks for lead in task.lead}

    assert "Tổ chức" not in leads
