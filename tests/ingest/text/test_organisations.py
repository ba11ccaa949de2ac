from __future__ import annotations

import pytest

from ingest.text.organisations import begins_unit, split_units
from ingest.text.roles import roles_in


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Văn phòng, Thanh tra Sở", ["Văn phòng", "Thanh tra Sở"]),
        ("Văn phòng HĐND và UBND", ["Văn phòng HĐND và UBND"]),
        ("Ban Tổ chức - Cán bộ, Văn phòng", ["Ban Tổ chức - Cán bộ", "Văn phòng"]),
        ("Văn phòng/Phòng Nội vụ", ["Văn phòng", "Phòng Nội vụ"]),
        ("1. Sở Y tế\n2. Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
        ("Vụ Pháp chế và các Cục, Vụ có liên quan", ["Vụ Pháp chế", "các Cục, Vụ có liên quan"]),
        ("UBND các xã, phường, thị trấn", ["UBND các xã, phường, thị trấn"]),
        ("Trung tâm Y tế, trạm y tế các xã", ["Trung tâm Y tế", "trạm y tế các xã"]),
        ("Phòng Giá và Bảo hiểm mùa vụ; Văn phòng", ["Phòng Giá và Bảo hiểm mùa vụ", "Văn phòng"]),
        ("Phòng Thu và Tổ chức cán bộ", ["Phòng Thu và Tổ chức cán bộ"]),
        ("Phòng Giá và Quỹ Bình ổn giá", ["Phòng Giá", "Quỹ Bình ổn giá"]),
        ("Phòng Y tế và Bệnh viện tỉnh", ["Phòng Y tế", "Bệnh viện tỉnh"]),
        ("Văn phòng và Thanh tra Sở", ["Văn phòng", "Thanh tra Sở"]),
        ("Phòng Đèn biển và Viễn thông", ["Phòng Đèn biển và Viễn thông"]),
        ("Phòng Cân đong, Bảo hiểm; Văn phòng", ["Phòng Cân đong, Bảo hiểm", "Văn phòng"]),
        ("Phòng Đèn biển và Viễn thông tỉnh", ["Phòng Đèn biển", "Viễn thông tỉnh"]),
        ("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế",
         ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
    ],
)  # fmt: skip
def test_lists_of_any_body_are_split_at_units_only(text: str, units: list[str]) -> None:
    assert list(split_units(text)) == units


@pytest.mark.parametrize(
    ("text", "lead", "helpers"),
    [
        ("Văn phòng tỉnh (chủ trì), Sở Nội vụ (phối hợp)", ["Văn phòng tỉnh"], ["Sở Nội vụ"]),
        ("Văn phòng (đầu mối), các phòng chuyên môn", ["Văn phòng"], ["các phòng chuyên môn"]),
        ("Giao Sở Y tế chủ trì", ["Sở Y tế"], []),
        ("Sở Y tế là cơ quan chủ trì; các sở khác phối hợp", ["Sở Y tế"], ["các sở khác"]),
        ("CT: Phòng Một; PH: Phòng Hai", ["Phòng Một"], ["Phòng Hai"]),
        ("Cơ quan chủ trì: Sở Y tế\nCơ quan phối hợp: Sở Nội vụ; Sở Tài chính",
         ["Sở Y tế"], ["Sở Nội vụ", "Sở Tài chính"]),
        ("Phòng Nội vụ tham mưu, Văn phòng phối hợp thực hiện", ["Phòng Nội vụ"], ["Văn phòng"]),
        ("Sở Nội vụ phối hợp với Văn phòng UBND tỉnh", ["Sở Nội vụ"], ["Văn phòng UBND tỉnh"]),
        ("Đơn vị thực hiện: Phòng Hành chính", ["Phòng Hành chính"], []),
        ("Các phòng, đơn vị theo chức năng nhiệm vụ", ["Các phòng, đơn vị"], []),
        ("Theo phân công của Giám đốc Sở", [], []),
    ],
)  # fmt: skip
def test_roles_are_read_however_they_are_written(
    text: str, lead: list[str], helpers: list[str]
) -> None:
    roles = roles_in(text)
    assert (list(roles.lead), list(roles.coordinating)) == (lead, helpers)


@pytest.mark.parametrize(
    "text", ["Tổ chức thực hiện", "Bộ chỉ số theo dõi", "Phòng, chống tham nhũng", "Các nhiệm vụ"]
)
def test_words_that_only_sound_like_a_unit_are_none(text: str) -> None:
    assert not begins_unit(text)
