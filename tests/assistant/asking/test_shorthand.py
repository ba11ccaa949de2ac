"""Short names that documents give to longer ones."""

from __future__ import annotations

import pytest

from assistant.asking.repairing.shorthand import shorthands_in
from assistant.asking.words import plain_phrase


@pytest.mark.parametrize(
    ("text", "short", "written"),
    [
        ("nghe báo cáo về Kho ảnh vệ tinh vùng núi (KAV)", "KAV", "Kho ảnh vệ tinh vùng núi"),
        ("các nhóm việc (NV), nhóm việc con (NVC)", "NVC", "nhóm việc con"),
        ("theo (bản cũ)\nKho ảnh vệ tinh vùng núi (KAV)", "KAV", "Kho ảnh vệ tinh vùng núi"),
        (f"{'lũ quét ' * 40}và Kho ảnh vệ tinh (KAV)", "KAV", "Kho ảnh vệ tinh"),
        (
            "thành lập Tổ rà soát bến thủy (sau đây gọi tắt là Tổ)",
            "Tổ",
            "Tổ rà soát bến thủy",
        ),
        (
            "phê duyệt Đề án “Chợ không tiền mặt” (viết tắt là Đề án)",
            "Đề án",
            "Đề án “Chợ không tiền mặt”",
        ),
    ],
)
def test_a_bracket_names_what_stands_before_it(text: str, short: str, written: str) -> None:
    found = {one.short: one.written for one in shorthands_in([text])}
    assert found[plain_phrase(short)] == written


@pytest.mark.parametrize(
    "text",
    ["hoàn thành trong năm (đạt 80%)", "gửi báo cáo (qua Văn phòng)", "(a) bộ (KAV)", "(bé)(KAV)"],
)
def test_other_brackets_name_nothing(text: str) -> None:
    assert shorthands_in([text]) == ()


def test_either_name_stands_for_the_other() -> None:
    (one,) = shorthands_in(["Trung tâm Giống cây (sau đây gọi là Trung tâm)"])
    assert one.means(plain_phrase("Giống cây"), plain_phrase("Trung tâm có 3 vườn"))
    assert one.means(plain_phrase("Trung tâm"), plain_phrase("của Trung tâm Giống cây"))
    assert not one.means(plain_phrase("Trung tâm"), plain_phrase("của Chi cục"))
