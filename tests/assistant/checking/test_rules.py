"""Each rule on a text of its own: what it finds, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.assistant.checking.papers import HEAD, YEARS, checked, only

TABLE = (
    "\nPhụ lục\nTHỐNG KÊ NĂM 2025\n\nSTT\tChỉ tiêu\tĐơn vị tính\tSố liệu\tGhi chú\n"
    "I\tKết quả\t\t\t\n"
)
WIDE = (
    "\nPhụ lục\nTHỐNG KÊ NĂM 2025\n\nSTT\tĐơn vị\tSố hồ sơ tiếp nhận\tSố hồ sơ đúng hạn\n"
    "1\tXã An Hòa\t120\t118\n2\tXã Bình Minh\t245\t240\n3\tPhường Cẩm Tú\t310\t301\n"
)


def rows(*lines: str) -> str:
    return HEAD + "Công tác được thực hiện tốt.\n" + TABLE + "\n".join(lines) + "\n"


def verdicts(sentence: str, annex: str = YEARS) -> dict[str, str]:
    check = checked(HEAD + sentence + "\n" + annex)
    return {
        one.text: one.verdict
        for one in check.figures
        if one.source is not None and one.source.table is None and one.verdict != "not_a_claim"
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sở tiếp nhận 12.480 hồ sơ.", {"12.480 hồ sơ": "match"}),
        ("Sở tiếp nhận gần 12.500 hồ sơ.", {"12.500 hồ sơ": "rounded"}),
        ("Sở tiếp nhận 12.490 hồ sơ.", {"12.490 hồ sơ": "contradicted"}),
        ("Sở tiếp nhận 12.000 hồ sơ.", {"12.000 hồ sơ": "wrong_role"}),
        ("Sở tiếp nhận 11.862 hồ sơ.", {"11.862 hồ sơ": "wrong_period"}),
        ("Năm 2024, Sở tiếp nhận 12.480 hồ sơ.", {"12.480 hồ sơ": "wrong_period"}),
        ("Năm 2024, Sở tiếp nhận 11.862 hồ sơ.", {"11.862 hồ sơ": "match"}),
        ("Sở tiếp nhận 12.480 văn bản.", {"12.480 văn bản": "wrong_unit"}),
        (
            "Tỷ lệ hồ sơ trực tuyến đạt 75,0 điểm phần trăm.",
            {"75,0 điểm phần trăm": "wrong_unit"},
        ),
        (
            "Tỷ lệ hồ sơ trực tuyến tăng 13 điểm phần trăm so với năm trước.",
            {"13 điểm phần trăm": "derived"},
        ),
        ("Số hồ sơ tiếp nhận tăng 5,2% so với năm 2024.", {"5,2%": "derived"}),
        ("Đã rà soát hai mươi mốt văn bản.", {"hai mươi mốt văn bản": "match"}),
        ("Đã rà soát hai mươi hai văn bản.", {"hai mươi hai văn bản": "contradicted"}),
        ("Kinh phí đã giải ngân 8,98 tỷ đồng.", {"8,98 tỷ đồng": "rounded"}),
        ("Kinh phí đã giải ngân 8.983.200.000 đồng.", {"8.983.200.000 đồng": "match"}),
        ("Kinh phí đã giải ngân 8.983,2 tỷ đồng.", {"8.983,2 tỷ đồng": "contradicted"}),
        ("Đã trồng 350 cây xanh.", {"350 cây": "unsourced"}),
    ],
)
def test_value_unit_role_and_period_are_bound_together(
    sentence: str, expected: dict[str, str]
) -> None:
    assert verdicts(sentence) == expected


def test_a_subject_is_part_of_the_figure() -> None:
    right = "Xã An Hòa tiếp nhận 120 hồ sơ, Xã Bình Minh tiếp nhận 245 hồ sơ."
    assert verdicts(right, WIDE) == {"120 hồ sơ": "match", "245 hồ sơ": "match"}
    assert verdicts("Xã Bình Minh tiếp nhận 120 hồ sơ.", WIDE) == {"120 hồ sơ": "contradicted"}


@pytest.mark.parametrize(("trend", "told"), [("tăng", []), ("giảm", ["tỷ lệ hồ sơ trực tuyến"])])
def test_a_trend_word_has_the_sign_of_the_change(trend: str, told: list[str]) -> None:
    check = checked(HEAD + f"Tỷ lệ hồ sơ trực tuyến {trend} so với năm trước.\n" + YEARS)
    assert [one.code for one in check.findings] == ["contradiction"] * len(told)
    assert all(word in one.message for word, one in zip(told, check.findings, strict=True))


def test_from_to_has_the_direction_of_its_verb() -> None:
    check = checked(HEAD + "Số vụ việc giảm từ 12 vụ xuống còn 15 vụ trong kỳ.\n")
    assert "giảm" in only(check).message
    assert checked(HEAD + "Số vụ việc giảm từ 15 vụ xuống còn 12 vụ trong kỳ.\n").findings == ()


def test_parts_add_up_to_their_total() -> None:
    block = (
        "1\tTổng số lớp\tLớp\t{}\t{}",
        "\t- Lớp ở xã\tLớp\t71\t",
        "\t- Lớp ở phường\tLớp\t37\t",
    )
    right = [block[0].format(108, ""), *block[1:]]
    wrong = [block[0].format(110, ""), *block[1:]]
    noted = [block[0].format(110, "Trong đó có 02 lớp trực tuyến"), *block[1:]]
    assert checked(rows(*right)).findings == ()
    found = only(checked(rows(*wrong)))
    assert (found.code, found.severity) == ("arithmetic", "error")
    assert "71 + 37 = 108" in found.message
    assert checked(rows(*noted)).findings == ()


def test_a_division_in_a_sentence_adds_up() -> None:
    sentence = "Sở mở 12 lớp, gồm 7 lớp ở xã và {} lớp ở phường.\n"
    assert checked(HEAD + sentence.format(5)).findings == ()
    assert "7 + 6 = 13" in only(checked(HEAD + sentence.format(6))).message


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Số vấn đề đã xử lý xong", "Số vấn đề phát hiện qua kiểm tra"),
        ("Số văn bản đã rà soát", "Số văn bản phải rà soát"),
        ("Số dịch vụ đang cung cấp có phát sinh hồ sơ", "Số dịch vụ đang cung cấp"),
    ],
)
def test_a_part_does_not_exceed_its_whole(part: str, whole: str) -> None:
    lines = ["1\tNội dung\t\t\t", f"\t{whole}\tVấn đề\t5\t", f"\t{part}\tVấn đề\t{{}}\t"]
    assert checked(rows(*lines[:2], lines[2].format(4))).findings == ()
    found = only(checked(rows(*lines[:2], lines[2].format(6))))
    assert (found.code, found.severity) == ("arithmetic", "error")


def test_returned_may_exceed_received_through_another_channel() -> None:
    lines = (
        "1\tBưu chính công ích\t\t\t",
        "\tTổng số hồ sơ được tiếp nhận qua dịch vụ bưu chính\tHồ sơ\t523\t",
        "\tTổng số hồ sơ được trả kết quả qua dịch vụ bưu chính\tHồ sơ\t4108\t",
    )
    assert checked(rows(*lines)).findings == ()


def test_a_share_follows_from_its_counts_and_from_its_note() -> None:
    block = (
        "1\tHồ sơ đã giải quyết\tHồ sơ\t200\t",
        "\t- Đúng hạn\tHồ sơ\t190\t",
        "\t- Tỷ lệ đúng hạn\t%\t{}\t{}",
    )
    assert checked(rows(*block[:2], block[2].format("95", "190/200"))).findings == ()
    by_rows = checked(rows(*block[:2], block[2].format("59", "")))
    assert "190 Hồ sơ/200 Hồ sơ = 95%" in only(by_rows).message
    by_note = checked(rows("1\tTỷ lệ đúng hạn\t%\t95\t180/200"))
    assert "180/200 = 90%" in only(by_note).message


def test_a_share_in_a_sentence_follows_from_the_counts_before_it() -> None:
    sentence = "Đã giải quyết đúng hạn 190/200 hồ sơ, đạt {}.\n"
    assert checked(HEAD + sentence.format("95%")).findings == ()
    assert "95%" in only(checked(HEAD + sentence.format("59%"))).message


def test_a_coded_yes_is_not_followed_by_not_yet() -> None:
    line = "1\tBan hành quy chế\tKhông = 0 Có = 1\t{}\t{}"
    assert checked(rows(line.format(1, "Quyết định số 5/QĐ-ABC"))).findings == ()
    assert checked(rows(line.format(0, "Dự kiến quý IV"))).findings == ()
    found = only(checked(rows(line.format(1, "Đang trình, sẽ ban hành trong quý sau"))))
    assert (found.code, found.severity) == ("note_conflict", "warning")
    assert only(checked(rows(line.format(0, "Đã ban hành ngày 02/3/2025")))).code == "note_conflict"


def test_a_list_is_as_long_as_its_count() -> None:
    line = "1\tSố phần mềm\tPhần mềm\t{}\t1. Kế toán 2. Nhân sự 3. Tài sản"
    assert checked(rows(line.format(3))).findings == ()
    assert "liệt kê 3 mục" in only(checked(rows(line.format(4)))).message
    inline = "Có {} nhóm giải pháp: (1) rà soát; (2) tập huấn; (3) kiểm tra.\n"
    assert checked(HEAD + inline.format("03")).findings == ()
    assert "liệt kê 3 mục" in only(checked(HEAD + inline.format("04"))).message
    items = "- Rà soát văn bản;\n- Tập huấn nghiệp vụ;\n"
    bullets = "Sở tập trung {} giải pháp sau:\n\n" + items
    assert checked(HEAD + bullets.format("02")).findings == ()
    assert "liệt kê 2 mục" in only(checked(HEAD + bullets.format("03"))).message


def test_one_document_has_one_date() -> None:
    first = "Thực hiện Kế hoạch số 25/KH-ABC ngày 03/02/2025 về rà soát văn bản.\n\n"
    again = "Kế hoạch số 25/KH-ABC ngày {} về rà soát văn bản đã hoàn thành.\n"
    assert checked(HEAD + first + again.format("03/02/2025")).findings == ()
    found = checked(HEAD + first + again.format("13/02/2025")).findings
    assert {(one.code, one.severity) for one in found} == {("contradiction", "error")}


def test_a_fact_stated_twice_has_one_figure() -> None:
    first = "Trong năm đã số hóa 350 hồ sơ lưu trữ đất đai vùng cao.\n\n"
    again = "Kết quả nổi bật là đã số hóa {} hồ sơ lưu trữ đất đai vùng cao.\n"
    assert checked(HEAD + first + again.format(350)).findings == ()
    assert "350 hồ sơ" in only(checked(HEAD + first + again.format(530))).message


def test_odd_units_and_blanks_are_infos() -> None:
    odd = checked(rows("1\tTổng số hồ sơ TTHC tiếp nhận\tTTHC\t50\t"))
    assert (only(odd).code, only(odd).severity) == ("wrong_unit", "info")
    bare = checked(rows("1\tSố hồ sơ tiếp nhận\t\t50\t"))
    assert (only(bare).code, only(bare).severity) == ("format", "info")
    blank = checked(rows("1\tTổng số lớp\tLớp\t\t", "\t- Lớp ở xã\tLớp\t7\t"))
    assert (only(blank).code, only(blank).severity) == ("missing", "info")
