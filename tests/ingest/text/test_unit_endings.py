"""Where a unit's name ends: words that look like a verb may be part of it."""

from __future__ import annotations

import pytest

from ingest.text.roles import cut_unit, roles_in


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Giám định và An toàn công trình",
        "Trung tâm Vận tải công trình thủy",
        "Văn phòng Điều phối Chương trình nước sạch",
        "Trường Trung cấp nghề công lập",
        "Phòng Xây dựng, kiểm tra và theo dõi bến bãi",
    ],
)
def test_a_name_goes_on_over_words_that_only_look_like_a_verb(name: str) -> None:
    assert cut_unit(name) == name
    assert roles_in(name).lead == (name,)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Phòng Xây dựng, kiểm tra và theo dõi bến bãi chủ trì lập hồ sơ",
         "Phòng Xây dựng, kiểm tra và theo dõi bến bãi"),
        ("Sở Y tế trình danh mục", "Sở Y tế"),
        ("Văn phòng Sở, tham mưu kế hoạch", "Văn phòng Sở"),
        ("Phòng Bến thủy, kiểm tra phương tiện", "Phòng Bến thủy"),
        ("VNPT Mây Hồng dựng lại cột phát", "VNPT Mây Hồng"),
        ("Trạm Khuyến ngư huyện Bãi Dài đặt 4 phao", "Trạm Khuyến ngư huyện Bãi Dài"),
        ("Bệnh viện tỉnh Đá Bạc mua thêm giường", "Bệnh viện tỉnh Đá Bạc"),
        ("Phòng Tổ chức cán bộ luân chuyển 6 kỹ sư", "Phòng Tổ chức cán bộ"),
    ],
)  # fmt: skip
def test_a_name_ends_before_what_the_unit_has_to_do(said: str, name: str) -> None:
    assert cut_unit(said) == name
