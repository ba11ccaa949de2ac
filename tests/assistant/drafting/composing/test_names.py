"""Names of indicators read as phrases."""

from __future__ import annotations

import pytest

from assistant.drafting.composing.cleaning import (
    aside_of,
    cleaned,
    lowered,
    short_name,
    title_words,
)
from assistant.drafting.composing.names import read_name


@pytest.mark.parametrize(
    ("name", "noun", "rest", "aspect", "verb", "tail"),
    [
        ("Số giấy phép lao động đã cấp mới", "giấy phép lao động", "", "đã", "cấp mới", ""),
        ("Số bệnh viện được kiểm tra", "bệnh viện", "", "được", "kiểm tra", ""),
        ("Tổng số tàu cá đang cung cấp dữ liệu", "tàu cá", "", "đang", "", "cung cấp dữ liệu"),
        ("Số đề án phải trình trong quý", "đề án", "", "phải", "trình", ""),
        ("Số trường thuộc diện kiểm định", "trường", "thuộc diện kiểm định", "", "", ""),
        ("Số sai phạm phát hiện qua thanh tra", "sai phạm", "", "", "phát hiện", "qua thanh tra"),
        ("Hồ sơ tiếp nhận mới trong kỳ", "hồ sơ", "", "", "tiếp nhận mới", ""),
        ("Số đơn vị sự nghiệp công lập", "đơn vị sự nghiệp công lập", "", "", "", ""),
        ("Số chi cục trực thuộc Sở", "chi cục trực thuộc Sở", "", "", "", ""),
        (
            "Số chứng thư số lĩnh vực xây dựng hoàn thành",
            "chứng thư số lĩnh vực xây dựng",
            "",
            "",
            "hoàn thành",
            "",
        ),
        (
            "Số viên chức lĩnh vực giao thông còn lại",
            "viên chức lĩnh vực giao thông",
            "còn lại",
            "",
            "",
            "",
        ),
        ("Số hồ sơ ngành đã giải quyết", "hồ sơ ngành", "", "đã", "giải quyết", ""),
    ],
)
def test_what_is_counted_stands_apart_from_what_was_done_to_it(
    name: str, noun: str, rest: str, aspect: str, verb: str, tail: str
) -> None:
    read = read_name(name, "Sở")
    assert read.shape == "count"
    assert (read.noun, read.rest, read.aspect, read.verb, read.tail) == (
        noun,
        rest,
        aspect,
        verb,
        tail,
    )


def test_the_office_as_agent_is_told_from_others() -> None:
    own = read_name("Số vụ việc do cơ quan, đơn vị giải quyết", "Chi cục")
    other = read_name("Số vụ việc do tòa án giải quyết", "Chi cục")
    assert own.verb == "giải quyết"
    assert (other.verb, other.rest) == ("", "do tòa án giải quyết")


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("Tỷ lệ hồ sơ đúng hạn", "share"),
        ("Mức độ hài lòng của người bệnh", "share"),
        ("Có tổ chức đối thoại với ngư dân", "question"),
        ("- Bãi bỏ", "verb"),
        ("Kiểm soát TTHC", "verb"),
        ("- Trước hạn và đúng hạn", "quality"),
        ("- Về chuyển đổi số", "quality"),
        ("Khác", "quality"),
        ("Phản ánh, kiến nghị của doanh nghiệp", "count"),
    ],
)
def test_a_name_has_a_shape(name: str, shape: str) -> None:
    assert read_name(name, "Sở").shape == shape


def test_a_name_that_opens_with_its_unit_counts_it() -> None:
    assert read_name("Giao dịch nộp phí trực tuyến", "Sở", "Giao dịch").noun.startswith("giao dịch")
    assert read_name("Kiến nghị của cử tri", "Sở", "Kiến nghị").shape == "count"


def test_bullets_links_and_idle_asides_are_left_out() -> None:
    assert cleaned("- Số lớp đã mở (nếu có):", short="Sở") == "số lớp đã mở"
    assert cleaned("Tin đăng tại cổng (https://cong.gov.vn/)", short="Sở") == "tin đăng tại cổng"
    assert cleaned("Trong đó: hồ sơ nộp qua bưu chính", short="Sở") == "hồ sơ nộp qua bưu chính"


def test_a_column_below_another_reads_as_one_phrase() -> None:
    assert cleaned("Hồ sơ đã giải quyết / Quá hạn", short="Sở") == "hồ sơ đã giải quyết quá hạn"
    assert cleaned("Hồ sơ tiếp nhận / Tổng số", short="Sở") == "hồ sơ tiếp nhận"


def test_the_general_names_of_an_annex_become_the_office() -> None:
    assert cleaned("Lãnh đạo cấp sở, ngành", short="Ban").endswith("cấp Ban")
    assert cleaned("Chỉ số của các sở, ngành", short="Ban").endswith("các sở, ngành")


def test_a_long_aside_is_kept_at_hand_to_tell_names_apart() -> None:
    name = "Tổng số đơn (cả đơn nộp trực tiếp và đơn nộp qua cổng thông tin điện tử)"
    assert aside_of(name).startswith("cả đơn nộp trực tiếp")
    assert aside_of("Số lớp (lũy kế từ đầu năm đến thời điểm báo cáo này)") == ""


@pytest.mark.parametrize(
    ("issuer", "short"),
    [
        ("Sở Du lịch", "Sở"),
        ("UBND huyện Phú An", "UBND"),
        ("Ban Quản lý các khu công nghiệp", "Ban"),
        ("Chi cục Thủy sản", "Chi cục"),
        (None, "đơn vị"),
    ],
)
def test_an_office_has_a_short_name(issuer: str | None, short: str) -> None:
    assert short_name(issuer) == short


def test_proper_names_and_abbreviations_keep_their_capital() -> None:
    assert lowered("Hồ sơ") == "hồ sơ"
    assert lowered("TTHC liên thông") == "TTHC liên thông"
    assert lowered("Cổng Dịch vụ công") == "Cổng Dịch vụ công"


def test_a_title_in_capitals_reads_as_words() -> None:
    assert title_words("II. CẢI CÁCH TTHC CỦA UBND XÃ") == "cải cách TTHC của UBND xã"
    assert title_words("7. Công tác chỉ đạo") == "công tác chỉ đạo"
