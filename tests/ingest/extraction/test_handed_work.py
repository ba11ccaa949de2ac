"""Work that running text hands out: in conclusions, by articles, by headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.fields import deadline_in
from ingest.model import Task
from ingest.pipeline import read_file

_HEAD = """UBND TỈNH KHE SƠN
SỞ DU LỊCH
Số: {number}-SDL
Khe Sơn, ngày 05 tháng 5 năm 2033

"""


def _tasks(folder: Path, number: str, text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    path = folder / "a.txt"
    path.write_text(_HEAD.format(number=number) + text, encoding="utf-8")
    records = read_file(path, document_id="d", shown_path=path.name).records
    found = [one for one in records if isinstance(one, Task)]
    return [(one.text, one.lead, one.deadline.text if one.deadline else None) for one in found]


def test_a_conclusion_that_decides_first_hands_out_each_clause(tmp_path: Path) -> None:
    told = (
        "THÔNG BÁO\nKết luận tại cuộc họp về bến thuyền\n"
        "1. Đồng ý mở bến thuyền mới. Giao Phòng Lữ hành khảo sát luồng lạch xong trước ngày "
        "10/6/2033; giao Trung tâm Xúc tiến lập bản đồ trước ngày 30/6/2033.\n"
        "2. Không đồng ý thu phí neo đậu.\n"
    )
    leads = {lead: due for _, lead, due in _tasks(tmp_path, "12/TB", told)}
    assert leads == {
        ("Phòng Lữ hành",): "trước ngày 10/6/2033",
        ("Trung tâm Xúc tiến",): "trước ngày 30/6/2033",
    }


def test_those_below_a_body_that_hands_out_act_themselves(tmp_path: Path) -> None:
    told = (
        "NGHỊ QUYẾT\nVề bến thuyền\n"
        "Điều 2. Hội đồng nhân dân tỉnh giao:\n"
        "1. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.\n"
        "2. Thường trực Hội đồng nhân dân tỉnh giám sát việc thực hiện.\n"
    )
    assert [lead for _, lead, _ in _tasks(tmp_path, "9/NQ", told)] == [
        ("Ủy ban nhân dân tỉnh",),
        ("Thường trực Hội đồng nhân dân tỉnh",),
    ]


def test_an_article_about_a_duty_names_who_has_it(tmp_path: Path) -> None:
    told = (
        "QUY CHẾ\nQuản lý bến thuyền\n"
        "Điều 1. Cơ cấu tổ chức\n1. Các bộ phận trực thuộc gồm: Tổ bến; Tổ vé.\n"
        "Điều 2. Thời gian làm việc\n1. Trung tâm làm việc từ 06 giờ 00.\n"
        "Điều 3. Trách nhiệm của Phòng Lữ hành\nKiểm tra áo phao mỗi tuần.\n"
    )
    assert [lead for _, lead, _ in _tasks(tmp_path, "3/QC", told)] == [("Phòng Lữ hành",)]


def test_recommendations_to_somebody_are_theirs(tmp_path: Path) -> None:
    told = (
        "KẾT LUẬN THANH TRA\nViệc bán vé tham quan\n"
        "1. Đối với Ban Quản lý bến\na) Tổ chức kiểm điểm người bán vé.\n"
        "b) Nộp lại tiền vé trước ngày 12/7/2033.\n"
    )
    found = _tasks(tmp_path, "6/KL", told)
    assert [lead for _, lead, _ in found] == [("Ban Quản lý bến",)] * 2


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("Gửi kết quả trước ngày 19 hằng quý về Phòng Lữ hành", "trước ngày 19 hằng quý"),
        ("Nộp bản vẽ chậm nhất ngày 08/9/2033 để thẩm tra", "chậm nhất ngày 08/9/2033"),
        (
            "Trả lời trong vòng 04 ngày kể từ ngày gửi báo cáo",
            "trong vòng 04 ngày kể từ ngày gửi báo cáo",
        ),
    ],
)
def test_a_deadline_ends_before_what_is_done_by_then(sentence: str, deadline: str) -> None:
    assert deadline_in(sentence) == deadline


def test_a_title_in_capitals_goes_on_over_codes_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH KHE SƠN\nSố:\n31/KH-UBND\nKhe Sơn, ngày 04 tháng 3 năm 2033\n"
        "KẾ HOẠCH\nTRIỂN KHAI QUYẾT ĐỊNH SỐ 58/QĐ-TTg NGÀY 06 THÁNG\n"
        "01 NĂM 2033 VỀ VƯỜN ƯƠM GIAI ĐOẠN 2033 - 2037\nI. MỤC ĐÍCH\n1. Trồng cây.\n",
        encoding="utf-8",
    )
    document = read_file(path, document_id="d", shown_path="b.txt").document
    assert document.number == "31/KH-UBND"
    assert document.title is not None
    assert document.title.endswith("GIAI ĐOẠN 2033 - 2037")
    assert document.period is not None
    assert (document.period.from_, document.period.to) == (2033, 2037)
