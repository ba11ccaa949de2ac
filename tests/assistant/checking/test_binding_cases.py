"""Which facts a figure may state: each candidate with its exact fit and what agrees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.checking.binding import Binder
from assistant.checking.model import Candidate, Claim, Fact
from tests.assistant.checking.sheets import Row, material

ROWS = (
    Row("Hồ sơ đất đai tiếp nhận", "Hồ sơ", "90"),
    Row("Hồ sơ đất đai tiếp nhận", "Hồ sơ", "100", role="plan", row=1),
    Row("Hồ sơ đất đai đúng hạn", "Hồ sơ", "80"),
    Row("Hồ sơ đất đai quá hạn", "Hồ sơ", "10"),
    Row("Tỷ lệ tàu cá đăng ký", "%", "50", heading="Thủy sản"),
    Row("Số giếng khoan", "Giếng", "30", subject="Xã An Hòa"),
    Row("Số giếng khoan", "Giếng", "40", subject="Xã Bình Minh"),
    Row("Sáng kiến được công nhận", None, "17", heading="Các"),
)
INTAKE, PLAN = "Hồ sơ đất đai tiếp nhận 90", "Hồ sơ đất đai tiếp nhận 100"
INTIME, LATE = "Hồ sơ đất đai đúng hạn 80", "Hồ sơ đất đai quá hạn 10"


def bound(
    sentence: str, *rows: Row, planning: bool = False
) -> tuple[Binder, Claim, tuple[Fact, ...]]:
    gathered = material(sentence, *(rows or ROWS))
    facts = gathered.cells
    claim = next(one for one in gathered.claims if one.span.kind == "number")
    return Binder(facts, gathered.lexicon, planning=planning), claim, facts


def shown(one: Candidate) -> tuple[object, ...]:
    name = f"{one.fact.label} {one.fact.text}"
    agree = "".join(
        mark
        for mark, holds in (
            ("s", one.same_section),
            ("p", one.same_period),
            ("r", one.same_role),
        )
        if holds
    )
    return name, round(one.fit, 4), one.units, agree


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Tiếp nhận 90 hồ sơ đất đai.",
            [
                (INTAKE, 0.9124, "same", "spr"),
                (PLAN, 0.7755, "same", "sp"),
                (LATE, 0.6073, "same", "spr"),
                (INTIME, 0.5451, "same", "spr"),
            ],
        ),
        (
            "Có 80 hồ sơ đất đai đúng hạn.",
            [
                (INTIME, 1.0, "same", "spr"),
                (INTAKE, 0.5797, "same", "spr"),
                (PLAN, 0.4927, "same", "sp"),
                (LATE, 0.2196, "same", "spr"),
            ],
        ),
        (
            "Có 80 thủ tục đất đai đúng hạn.",
            [
                (INTIME, 0.9014, "different", "spr"),
                (INTAKE, 0.3356, "different", "spr"),
                (PLAN, 0.2853, "different", "sp"),
            ],
        ),
        (
            "Có 9 thủ tục đất đai đúng hạn.",
            [
                (INTIME, 0.7657, "different", "spr"),
                (INTAKE, 0.3172, "different", "spr"),
                (PLAN, 0.2696, "different", "sp"),
            ],
        ),
        (
            "Có 10 thủ tục đất đai đúng hạn.",
            [
                (INTIME, 0.9014, "different", "spr"),
                (INTAKE, 0.3356, "different", "spr"),
                (PLAN, 0.2853, "different", "sp"),
            ],
        ),
        ("Có 80 thủ tục.", []),
        ("Tàu cá đăng ký đạt 50%.", [("Tỷ lệ tàu cá đăng ký 50", 0.85, "same", "pr")]),
        (
            "Xã An Hòa có 30 giếng khoan.",
            [
                ("Số giếng khoan – Xã An Hòa 30", 1.0, "same", "spr"),
                ("Số giếng khoan – Xã Bình Minh 40", 0.3453, "same", "spr"),
            ],
        ),
        (
            "Có 30 giếng khoan ở nhiều nơi.",
            [
                ("Số giếng khoan – Xã An Hòa 30", 0.2553, "same", "spr"),
                ("Số giếng khoan – Xã Bình Minh 40", 0.2553, "same", "spr"),
            ],
        ),
        (
            "Kế hoạch tiếp nhận 90 hồ sơ đất đai.",
            [
                (PLAN, 0.7756, "same", "spr"),
                (INTAKE, 0.6593, "same", "sp"),
                (LATE, 0.4943, "same", "spr"),
                (INTIME, 0.432, "same", "spr"),
            ],
        ),
        (
            "Quý I tiếp nhận 90 hồ sơ đất đai.",
            [
                (INTAKE, 0.7085, "same", "sr"),
                (PLAN, 0.6023, "same", "s"),
                (LATE, 0.4389, "same", "sr"),
                (INTIME, 0.3766, "same", "sr"),
            ],
        ),
        (
            "Năm 2026 tiếp nhận 90 hồ sơ đất đai.",
            [
                (INTAKE, 0.9124, "same", "sr"),
                (PLAN, 0.7755, "same", "s"),
                (LATE, 0.6073, "same", "sr"),
                (INTIME, 0.5451, "same", "sr"),
            ],
        ),
        (
            "Có 17 sáng kiến được công nhận; đất đai quá hạn.",
            [("Sáng kiến được công nhận 17", 0.85, "open", "pr")],
        ),
        (
            "Tại Xã Bình Minh: tốt, có 30 giếng khoan.",
            [
                ("Số giếng khoan – Xã Bình Minh 40", 0.8511, "same", "spr"),
                ("Số giếng khoan – Xã An Hòa 30", 0.3519, "same", "spr"),
            ],
        ),
        (
            "Có 5 hồ sơ.",
            [
                (INTAKE, 0.3418, "same", "spr"),
                (LATE, 0.31, "same", "spr"),
                (INTIME, 0.2947, "same", "spr"),
                (PLAN, 0.2905, "same", "sp"),
            ],
        ),
        ("Có 5 xe.", []),
        ("Có 50 tàu cá.", [("Tỷ lệ tàu cá đăng ký 50", 0.5264, "different", "pr")]),
        (
            "Có 80 thủ tục, đất và đai.",
            [
                (INTAKE, 0.5762, "different", "spr"),
                (LATE, 0.5062, "different", "spr"),
                (PLAN, 0.4897, "different", "sp"),
                (INTIME, 0.4783, "different", "spr"),
            ],
        ),
        (
            "Hồ sơ; có 80 thủ tục đất đai đúng hạn.",
            [
                (INTIME, 0.9014, "different", "spr"),
                (INTAKE, 0.424, "different", "spr"),
                (PLAN, 0.3604, "different", "sp"),
            ],
        ),
        (
            "Hồ sơ đất đai là 80.",
            [
                (INTAKE, 0.8094, "open", "spr"),
                (PLAN, 0.688, "open", "sp"),
                (LATE, 0.6769, "open", "spr"),
                (INTIME, 0.6146, "open", "spr"),
            ],
        ),
        (
            "Xã An Hòa mới có 5 tàu; Xã Bình Minh đã khoan 40 giếng khoan.",
            [
                ("Số giếng khoan – Xã An Hòa 30", 0.3472, "different", "spr"),
            ],
        ),
    ],
)
def test_candidates_come_best_first(sentence: str, expected: list[tuple[object, ...]]) -> None:
    binder, claim, _ = bound(sentence)
    assert [shown(one) for one in binder.candidates(claim)] == expected


def test_a_plan_is_not_confirmed_by_any_result() -> None:
    sentence = "Kế hoạch giải quyết 80 hồ sơ đất đai đúng hạn."
    best = []
    for planning in (False, True):
        binder, claim, _ = bound(sentence, planning=planning)
        best.append(binder.candidates(claim)[0])
    assert [(one.fact.text, one.same_role) for one in best] == [("80", True), ("80", False)]
    assert best[1].fit == pytest.approx(best[0].fit * 0.85)
    gathered = material(sentence, *ROWS)
    usual = Binder(gathered.cells, gathered.lexicon).candidates(gathered.claims[0])[0]
    assert usual.same_role is True


def test_of_two_months_beside_each_other_only_that_of_the_text_is_meant() -> None:
    gathered = material(
        "Tháng 1 khai thác 7.120 tấn.",
        Row("Sản lượng khai thác", "Tấn", "7120", column="Tháng 1"),
        Row("Sản lượng khai thác", "Tấn", "6285", column="Tháng 2", row=1),
    )
    binder = Binder(gathered.cells, gathered.lexicon)
    january, february = gathered.cells
    claim = next(one for one in gathered.claims if one.span.kind == "number")
    assert binder.of_other_part(claim, january) is False
    assert binder.of_other_part(claim, february) is True
    assert binder.of_other_part(claim, replace(february, origin="prose")) is False
    assert binder.of_other_part(replace(claim, part_of_year="T3"), february) is False
    ahead = replace(claim, place=replace(claim.place, ahead=True))
    assert binder.of_other_part(ahead, february) is False


def test_at_most_twelve_candidates_are_kept_the_first_of_equals_first() -> None:
    rows = [Row("Số tàu cá", "Tàu", str(n)) for n in range(100, 120)]
    binder, claim, _ = bound("Có 5 tàu cá.", *rows)
    assert [one.fact.text for one in binder.candidates(claim)] == [str(n) for n in range(100, 112)]


def test_of_many_facts_those_that_share_most_are_weighed() -> None:
    rows = [Row(f"Số tàu khách loại {n}", "Tàu", str(n)) for n in range(100, 170)]
    binder, claim, _ = bound("Có 5 tàu cá vỏ thép.", *rows, Row("Số tàu cá vỏ thép", "Tàu", "9"))
    assert binder.candidates(claim)[0].fact.text == "9"


def test_words_fit_by_what_they_hold_and_what_is_explained() -> None:
    binder, claim, facts = bound("Có 80 hồ sơ đất đai đúng hạn.")
    fact = facts[2]
    none: frozenset[str] = frozenset()
    assert binder.fit(fact.own, none, fact) == pytest.approx(1.0)
    assert binder.fit(none, none, fact) == 0.0
    assert binder.fit(none, fact.own, fact) == pytest.approx(0.6 * 0.55)
    assert binder.fit(fact.own | {"lạ"}, none, fact) < 1.0
    assert binder.fit(fact.own, none, replace(fact, own=none)) == 0.0
    assert binder.fit(claim.own, claim.around, fact) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("sentence", "nearest"),
    [
        ("Có 85 hồ sơ đất đai.", INTAKE),
        ("Có 85 hồ sơ đất đai đúng hạn.", INTIME),
        ("Có 30 giếng khoan ở nhiều nơi.", "Số giếng khoan – Xã An Hòa 30"),
        ("Tàu cá đăng ký đạt 51%.", None),
        ("Có 18 sáng kiến được công nhận.", None),
        ("Có 85 giếng nước.", None),
        ("Có 85 con thoi.", None),
        ("Hồ sơ đất đai là 85.", None),
    ],
)
def test_the_nearest_cell_counts_the_same(sentence: str, nearest: str | None) -> None:
    binder, claim, _ = bound(sentence)
    fact = binder.nearest(claim)
    assert (f"{fact.label} {fact.text}" if fact else None) == nearest


@pytest.mark.parametrize(
    "change", [{"coded": True}, {"value": None}, {"origin": "prose"}, {"own": frozenset()}]
)
def test_only_a_value_cell_is_near(change: dict[str, object]) -> None:
    rows = (Row("Hồ sơ đất đai", "Hồ sơ", "70"), Row("Hồ sơ đất đai", "Hồ sơ", "60"))
    gathered = material("Có 85 hồ sơ đất đai.", *rows)
    claim = gathered.claims[0]
    first, second = gathered.cells
    changed = replace(first, **change)  # type: ignore[arg-type]
    assert Binder([first, second], gathered.lexicon).nearest(claim) is first
    assert Binder([changed, second], gathered.lexicon).nearest(claim) is second


def test_a_section_is_compared_by_the_words_of_its_title() -> None:
    binder, claim, facts = bound("Có 85 hồ sơ đất đai.")
    here, there = facts[0], facts[4]
    assert (binder.same_section(claim, here), binder.same_section(claim, there)) == (True, False)
    assert binder.same_section(claim, replace(here, headings=())) is None
    assert binder.same_section(claim, replace(here, origin="prose")) is None

    def under(*headings: str) -> Claim:
        return replace(claim, place=replace(claim.place, headings=headings))

    assert binder.same_section(under(), here) is None
    assert binder.same_section(under("Tổ chức bộ máy"), here) is None
    assert binder.same_section(under("Của các"), here) is None
    assert binder.same_section(under("Tổ chức", "Thủy sản"), there) is True
    assert binder.same_section(under("Công tác", "Thủy sản tỉnh"), there) is True
    assert binder.same_section(under("Thủ tục hành chính", "Thủy sản nội địa"), here) is True
