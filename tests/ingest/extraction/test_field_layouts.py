"""Layouts met in the field: groups, units as section titles, other numbering, odd cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.figures import decode_unit, is_figure, read_number
from ingest.model import Reading
from ingest.pipeline import read_file
from tests.office_files import word_file


def _read(path: Path) -> Reading:
    return read_file(path, document_id="d", shown_path=path.name)


def _text(folder: Path, text: str) -> Reading:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return _read(path)


def test_a_column_of_groups_titles_its_rows_and_states_no_target(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["TT", "Nhóm nhiệm vụ", "Nhiệm vụ cụ thể", "Chủ trì", "Bắt đầu", "Kết thúc"],
            ["1", "Trồng rừng", "Ươm cây", "Hạt Kiểm lâm", "01/2028", "3/2028"],
            ["", "", "Trồng cây", "Ban Quản lý rừng", "4/2028", "6/2028"],
            ["2", "Giữ rừng", "Tuần tra", "Hạt Kiểm lâm", "Quý I", "Quý IV"],
        ],
        before=["PHỤ LỤC", "NHIỆM VỤ NĂM 2028"],
        merged=[(1, 0, 2, 0), (1, 1, 2, 1)],
    )
    reading = _read(path)
    assert reading.targets == ()
    assert [(t.key, t.headings, t.text, t.objective) for t in reading.tasks] == [
        ("1", ("Trồng rừng",), "Ươm cây", None),
        ("1", ("Trồng rừng",), "Trồng cây", None),
        ("2", ("Giữ rừng",), "Tuần tra", None),
    ]
    assert [(t.deadline.from_, t.deadline.to) for t in reading.tasks if t.deadline] == [
        ("2028-01-01", "2028-03-31"),
        ("2028-04-01", "2028-06-30"),
        ("2028-01-01", "2028-12-31"),
    ]


def test_sections_that_are_units_lead_the_rows_of_a_table_without_leads(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "PHỤ LỤC\nPHÂN CÔNG NĂM 2028\n\nTT\tNhiệm vụ\tThời hạn\tSản phẩm\n"
        "I\tPhòng Thủy văn\t\t\n1\tĐo mực nước\tHằng tuần\tSổ đo\n"
        "II\tTrung tâm Dự báo\t\t\n1\tLập bản tin\tHằng ngày\tBản tin\n",
    )
    assert [(t.key, t.lead, t.lead_text) for t in reading.tasks] == [
        ("I.1", ("Phòng Thủy văn",), "Phòng Thủy văn"),
        ("II.1", ("Trung tâm Dự báo",), "Trung tâm Dự báo"),
    ]
    lead = reading.tasks[1].source.parts[0]
    assert (lead.row, lead.quote) == (4, "Trung tâm Dự báo")


def test_sections_that_only_sound_like_units_lead_nothing(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "PHỤ LỤC NĂM 2028\n\nTT\tNhiệm vụ\tThời hạn\tSản phẩm\n"
        "I\tTổ chức bộ máy\t\t\n1\tSắp xếp tổ đội\tQuý I\tĐề án\n"
        "II\tLãnh đạo, chỉ đạo\t\t\n1\tGiao ban\tHằng tuần\tKết luận\n",
    )
    assert [t.lead for t in reading.tasks] == [(), ()]


def test_a_column_headed_lead_and_helpers_names_the_lead_first(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "PHỤ LỤC NĂM 2028\n\nTT\tNhiệm vụ\tCơ quan chủ trì/phối hợp\tThời gian\n"
        "1\tKhảo sát\tSở Thủy sản/Các sở, ban, ngành\tQuý II\n"
        "2\tTập huấn\tSở Nội vụ; Bưu điện tỉnh; Sở Y tế\tQuý III\n"
        "3\tSơ kết\tSở Thủy sản\tQuý IV\n",
    )
    assert [(t.lead, t.coordinating) for t in reading.tasks] == [
        (("Sở Thủy sản",), ("Các sở, ban, ngành",)),
        (("Sở Nội vụ",), ("Bưu điện tỉnh", "Sở Y tế")),
        (("Sở Thủy sản",), ()),
    ]


@pytest.mark.parametrize("dotted", [True, False])
def test_nested_rows_are_known_by_other_numbers(tmp_path: Path, *, dotted: bool) -> None:
    one, two = ("I.1.1", "I.1.2") if dotted else ("2.1", "2.2")
    path = word_file(
        tmp_path / "a.docx",
        [
            ["STT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Đầu mối", "Thời hạn"],
            ["I", "NƯỚC SẠCH", "", "", "", ""],
            ["1", "I.1. 90% hộ có nước" if dotted else "1.1. 90% hộ có nước",
             f"{one}. Đặt ống", "a) Đo tuyến\nb) Đào rãnh", "Phòng Nước", "Quý II/2028"],
            ["", "", f"{two}. Gắn đồng hồ", "", "Phòng Vật tư", "Quý III/2028"],
        ],
        before=["PHỤ LỤC", "KHUNG KẾ HOẠCH NĂM 2028"],
        merged=[(2, 0, 3, 0), (2, 1, 3, 1)],
    )  # fmt: skip
    reading = _read(path)
    keys = [one, two] if dotted else [f"I.{one}", f"I.{two}"]
    assert [(t.key, t.text, t.lead) for t in reading.tasks] == [
        (keys[0], "Đặt ống", ("Phòng Nước",)),
        (keys[1], "Gắn đồng hồ", ("Phòng Vật tư",)),
    ]
    assert [(s.key, s.text) for s in reading.tasks[0].activities] == [
        ("a", "Đo tuyến"),
        ("b", "Đào rãnh"),
    ]
    (target,) = reading.targets
    assert (target.value, target.comparator) == ("90", "=")


def test_short_numbered_items_are_no_figures() -> None:
    assert not is_figure("2.1. Đặt ống")
    assert not is_figure("3. Đào rãnh")
    assert is_figure("922 nội dung")
    assert is_figure("95.5 %")


def test_three_header_lines_give_every_column_its_name(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["TT", "Địa phương", "Tiếp nhận", "", "", "Giải quyết", ""],
            ["", "", "Tổng số", "Trong đó", "", "Đúng hạn", "Quá hạn"],
            ["", "", "", "Trực tuyến", "Bưu chính", "", ""],
            ["1", "Xã Đồng Chiêm", "1.000", "900", "100", "990", "10"],
            ["2", "Xã Hồ Sen", "500", "450", "50", "500", "0"],
        ],
        before=["BIỂU 3", "TÌNH HÌNH NĂM 2028"],
        merged=[
            (0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 4), (0, 5, 0, 6), (1, 2, 2, 2), (1, 3, 1, 4),
            (1, 5, 2, 5), (1, 6, 2, 6),
        ],
    )  # fmt: skip
    first = [(row.name, row.value) for row in _read(path).indicators[:5]]
    assert first == [
        ("Tiếp nhận / Tổng số", "1000"),
        ("Tiếp nhận / Trong đó / Trực tuyến", "900"),
        ("Tiếp nhận / Trong đó / Bưu chính", "100"),
        ("Giải quyết / Đúng hạn", "990"),
        ("Giải quyết / Quá hạn", "10"),
    ]


def test_dashes_and_letters_below_a_number_stand_under_its_key(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "PHỤ LỤC NĂM 2028\n\nSTT\tTiêu chí thống kê\tĐơn vị\tKết quả\n"
        "II\tBỘ MÁY\t\t\n1\tSố phòng\tPhòng\t7\n-\tTrong đó ở huyện\tPhòng\t3\n"
        "2\tSố người\tNgười\t50\na\tNữ\tNgười\t20\nb)\tNam\tNgười\t30\n3\tSố xe\tXe\t-\n",
    )
    assert [(row.key, row.parent, row.name) for row in reading.indicators] == [
        ("II.1", None, "Số phòng"),
        ("II.1", "Số phòng", "Trong đó ở huyện"),
        ("II.2", None, "Số người"),
        ("II.2.a", "Số người", "Nữ"),
        ("II.2.b", "Số người", "Nam"),
        ("II.3", None, "Số xe"),
    ]
    assert reading.tables[0].unclear == (), "a dash is a blank, not a value that was not read"


@pytest.mark.parametrize(
    ("unit", "codes"),
    [
        ("1= Trực tiếp, 2= Trực tuyến, 3= Cả hai",
         {"1": "Trực tiếp", "2": "Trực tuyến", "3": "Cả hai"}),
        ("0 - Không; 1 - Có", {"0": "Không", "1": "Có"}),
        ("Tốt = 2, Khá = 1, Đạt = 0", {"2": "Tốt", "1": "Khá", "0": "Đạt"}),
        ("Có: 1; Không: 0", {"1": "Có", "0": "Không"}),
        ("(Không = 0 Có = 1)", {"0": "Không", "1": "Có"}),
        ("Hồ sơ", {}),
    ],
)  # fmt: skip
def test_codes_may_stand_on_either_side_of_their_words(unit: str, codes: dict[str, str]) -> None:
    assert decode_unit(unit) == codes


@pytest.mark.parametrize(
    ("text", "value"),
    [("15 (tăng 3)", "15"), ("1.250 (đạt 95%)", "1250"), ("98,5% (vượt)", "98.5"),
     ("12/15 (80%)", None), ("(12)", "12")],
)  # fmt: skip
def test_a_remark_in_brackets_leaves_the_figure(text: str, value: str | None) -> None:
    assert read_number(text) == value


def test_cells_a_line_without_blank_lines_are_told_by_their_numbers(tmp_path: Path) -> None:
    cells = [
        "TT", "Tên nhiệm vụ", "Cơ quan thực hiện", "Thời hạn", "Kết quả đầu ra",
        "I", "Nuôi trồng",
        "1", "Thả cá", "Trạm Giống; Phòng Hồ", "Quý I", "",
        "2", "Đếm cá\nmỗi hồ", "Phòng Hồ", "Hằng tháng", "Sổ đếm",
        "II", "Đánh bắt",
        "1", "Cấp phép", "Phòng Hồ", "Thường xuyên", "Giấy phép",
    ]  # fmt: skip
    body = "\n".join(f"\t{cell}" for cell in cells)
    reading = _text(tmp_path, f"PHỤ LỤC I\nPHÂN CÔNG NĂM 2029\n\n{body}\n")
    assert [(t.annex, t.key, t.lead, t.products) for t in reading.tasks] == [
        ("I", "I.1", ("Trạm Giống", "Phòng Hồ"), ()),
        ("I", "I.2", ("Phòng Hồ",), ("Sổ đếm",)),
        ("I", "II.1", ("Phòng Hồ",), ("Giấy phép",)),
    ]


def test_an_item_of_a_plan_that_says_who_and_when_is_a_task(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "SỞ THỦY SẢN\nKẾ HOẠCH\nCông tác năm 2028\n\nI. NHIỆM VỤ\n"
        "1. Phòng Hồ chủ trì, phối hợp với Trạm Giống kiểm tra bờ kè; thời gian hoàn thành: "
        "Quý III/2028.\n2. Giao Trạm Giống chuẩn bị con giống trước ngày 15/02/2028.\n"
        "3. Phòng Hồ giữ gìn tài sản chung.\n",
    )
    assert [(t.key, t.lead, t.coordinating, t.deadline and t.deadline.to)
            for t in reading.tasks] == [
        ("I.1", ("Phòng Hồ",), ("Trạm Giống",), "2028-09-30"),
        ("I.2", ("Trạm Giống",), (), "2028-02-15"),
    ]  # fmt: skip


def test_an_annex_with_its_title_on_one_line_is_an_annex(tmp_path: Path) -> None:
    table = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tThả cá\tPhòng Hồ\tQuý I\n"
    reading = _text(
        tmp_path,
        f"KẾ HOẠCH\nCông tác năm 2028\n\nPhụ lục 01: Danh mục nhiệm vụ\n\n{table}\n"
        f"Phụ lục 02: Danh mục khác\n\n{table}",
    )
    assert reading.document.title == "KẾ HOẠCH Công tác năm 2028"
    assert [task.annex for task in reading.tasks] == ["1", "2"]


def test_unseen_words_for_columns_are_read_by_their_neighbours(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "KẾ HOẠCH\nBảo trì năm 2029\n\nNo.\tChuyện phải lo\tNgười chịu trách nhiệm\t"
        "Đơn vị tham gia\tHạn chót\n1\tSơn lại lan can cầu\tTrưởng phòng Cầu\tĐội Sơn\t20/4/2029\n"
        "2\tVá mặt đường\tĐội trưởng Đội Vá\t\tTháng 5-6/2029\n",
    )
    assert [(t.text, t.lead, t.coordinating, t.deadline and t.deadline.to)
            for t in reading.tasks] == [
        ("Sơn lại lan can cầu", ("Trưởng phòng Cầu",), ("Đội Sơn",), "2029-04-20"),
        ("Vá mặt đường", ("Đội trưởng Đội Vá",), (), "2029-06-30"),
    ]  # fmt: skip


def test_without_columns_of_units_the_words_of_a_task_say_who_does_it(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "PHỤ LỤC NĂM 2029\n\nTT\tNội dung thực hiện\tThời gian\n"
        "1\tGiao Phòng Cầu chủ trì, phối hợp với Phòng Đường khảo sát\tQuý I\n"
        "2\tVăn phòng tổng hợp, báo cáo\tHằng tháng\n3\tGiao ban các tổ\tHằng tuần\n",
    )
    assert [(t.lead, t.coordinating) for t in reading.tasks] == [
        (("Phòng Cầu",), ("Phòng Đường",)),
        (("Văn phòng",), ()),
        ((), ()),
    ]


def test_parts_by_number_share_what_only_the_row_above_them_says(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "PHỤ LỤC NĂM 2029\n\nTT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời gian\n"
        "1\tĐổi máy\t\tTrung tâm Máy\tCác phòng\tNăm 2029\n1.1\tMua máy chủ\tMáy\t\t\tQuý I\n"
        "1.2\tMua phần mềm\t\tPhòng Kế toán\t\tQuý II\n2\tDạy nghề\tLớp\t\t\tQuý III\n",
    )
    assert [(t.key, t.lead, t.coordinating) for t in reading.tasks] == [
        ("1", ("Trung tâm Máy",), ("Các phòng",)),
        ("1.1", ("Trung tâm Máy",), ("Các phòng",)),
        ("1.2", ("Phòng Kế toán",), ()),
        ("2", (), ()),
    ]


def test_a_rank_in_a_table_of_targets_is_a_target(tmp_path: Path) -> None:
    reading = _text(
        tmp_path,
        "PHỤ LỤC\nHỆ THỐNG CHỈ TIÊU\n\nSTT\tMục tiêu\tĐến năm 2027\tĐến năm 2030\tĐơn vị theo dõi\n"
        "1\tXếp hạng hồ nuôi\tNhóm 20\tTop 10\tPhòng Hồ\n2\tTỷ lệ cá sống\t≥ 60%\t80%\tPhòng Hồ\n",
    )
    assert [(t.comparator, t.value, t.horizon and t.horizon.to) for t in reading.targets] == [
        ("rank", "20", 2027), ("rank", "10", 2030), (">=", "60", 2027), ("=", "80", 2030),
    ]  # fmt: skip
