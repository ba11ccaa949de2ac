"""Figures of one indicator for several units, fields or communes."""

from __future__ import annotations

from tests.assistant.drafting.composing.annexes import Part, Row, annex
from tests.assistant.drafting.composing.reading_back import drafted, faults, text
from tests.assistant.drafting.composing.saying import SECTION


def test_figures_by_unit_are_told_unit_by_unit() -> None:
    rows = tuple(
        Row(name, "Hồ sơ", value, stt=str(at), subject=subject)
        for at, (subject, name, value) in enumerate(
            (subject, name, value)
            for subject, figures in (("Phòng Lữ hành", "12 11"), ("Lưu trú", "30 30"))
            for name, value in zip(
                ("Số hồ sơ tiếp nhận", "Số hồ sơ đã giải quyết"), figures.split(), strict=True
            )
        )
    )
    said = text(drafted(annex([Part(SECTION, rows)])), "I.2")
    assert "Phòng Lữ hành có 12 hồ sơ tiếp nhận" in said
    assert "ĩnh vực lưu trú có 30 hồ sơ tiếp nhận" in said


def test_of_many_units_the_ends_are_told_and_the_rest_is_accounted_for() -> None:
    rows = tuple(
        Row("Số hồ sơ đã giải quyết", "Hồ sơ", str(10 + at), stt=str(at), subject=f"Xã {name}")
        for at, name in enumerate(
            [
                "An",
                "Bình",
                "Chánh",
                "Định",
                "Em",
                "Giang",
                "Hòa",
                "Khê",
                "Lộc",
                "Mỹ",
                "Ninh",
                "Phú",
            ],
            1,
        )
    )
    source = annex([Part(SECTION, rows)])
    made = drafted(source)
    said = text(made, "I.2")
    assert "cao nhất là xã Phú với 22 hồ sơ" in said
    assert "thấp nhất là xã An với 11 hồ sơ" in said
    assert "tổng số là 198 hồ sơ" in said
    assert faults(made, source) == []
    assert sum(entry.used for entry in made.ledger) == 2
