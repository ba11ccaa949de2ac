"""A person rewrites a section: locked figures are found again, moved or left out, never changed."""

from __future__ import annotations

import random

import pytest

from assistant.drafting.editing import edit_section
from assistant.drafting.model import SectionText
from assistant.drafting.printing import text_of
from assistant.errors import BadRequest, LockedFigure
from tests.assistant.drafting.compositions import RESULTS, SLOTS

TEXT = text_of(RESULTS, SLOTS)


def edited(text: str, section: SectionText = RESULTS) -> SectionText:
    return edit_section(section, text, slots=SLOTS, by="Cán bộ A")


def templates(section: SectionText) -> list[list[tuple[str, str]]]:
    return [[(one.writer, one.template) for one in p.sentences] for p in section.paragraphs]


def marks(section: SectionText) -> list[str]:
    return [mark for one in section.sentences() for mark in one.marks()]


def test_the_same_text_changes_nothing() -> None:
    assert edited(TEXT) is RESULTS


@pytest.mark.parametrize(
    "typed",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\n\n\n"),
        TEXT.replace("46 đồ", "46\u00a0đồ"),
        TEXT.replace("\n- ", "\n– "),
        TEXT.replace("\n- ", "\n• "),
        f"  {TEXT}  ",
        TEXT.replace("7.318 hồ sơ", "7318 hồ sơ"),
    ],
)
def test_what_only_looks_different_changes_nothing(typed: str) -> None:
    assert edited(typed) is RESULTS


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("7.318 hồ sơ", "7.381 hồ sơ"),
        ("7.318 hồ sơ", "17.318 hồ sơ"),
        ("7.318 hồ sơ", "7.318,5 hồ sơ"),
        ("89,1%", "98,1%"),
        ("89,1%", "89,1 điểm phần trăm"),
        ("46 đồ án", "46%"),
        ("46 đồ án", "bốn mươi tám đồ án"),
        ("41 đồ án", "49 đồ án"),
        ("24/02/2031", "25/02/2031"),
        ("số 19/KH-SXD", "số 20/KH-SXD"),
        ("năm 2031", "năm 2030"),
        ("05 cuộc", "06 cuộc"),
    ],
)
def test_another_value_is_refused_with_both_values(said: str, instead: str) -> None:
    with pytest.raises(LockedFigure) as refused:
        edited(TEXT.replace(said, instead))
    sentence = str(refused.value)
    assert sentence.count(".") >= 1
    assert sentence.endswith(".")
    locked = next(slot for slot in SLOTS.values() if said in slot.text)
    assert f"“{locked.text}”" in sentence
    assert instead.split()[-1].strip("%") in sentence
    assert "hãy" in sentence


def test_two_figures_that_change_places_are_refused() -> None:
    swapped = TEXT.replace("46 đồ án", "@").replace("41 đồ án", "46 đồ án").replace("@", "41 đồ án")
    with pytest.raises(LockedFigure, match="46 đồ án"):
        edited(swapped)


def test_equal_texts_of_different_slots_keep_apart() -> None:
    section = RESULTS.model_copy(
        update={"paragraphs": (RESULTS.paragraphs[0], RESULTS.paragraphs[2])}
    )
    moved = "Tại 05 phòng, Sở đã kiểm tra 05 cuộc.\n" + text_of(section, SLOTS).split("\n")[0]
    found = edited(moved, section)
    assert [one.template for one in found.paragraphs[0].sentences] == [
        "Tại {F8}, Sở đã kiểm tra {F7}."
    ]


def test_moved_and_reworded_sentences_keep_their_figures_locked() -> None:
    found = edited(
        "Sở tiếp nhận 7.318 hồ sơ trên môi trường mạng.\n\n"
        "Trong năm 2031, theo Kế hoạch số 19/KH-SXD ngày 24/02/2031, đã thẩm định 41 đồ án trên "
        "tổng số 46 đồ án được giao (đạt 89,1%)."
    )
    assert sorted(marks(found)) == ["F1", "F2", "F3", "F4", "F5", "F6"]
    assert not any(char.isdigit() for one in found.sentences() for char in
                   "".join(part for part in one.template.split("{F")[:1]))  # fmt: skip
    assert found.edited_by == "Cán bộ A"


def test_a_figure_may_be_left_out() -> None:
    found = edited(TEXT.replace(", đạt 89,1%", ""))
    assert "F4" not in marks(found)
    writers = [[writer for writer, _ in paragraph] for paragraph in templates(found)]
    assert writers == [["person", "rules"], ["rules"], ["rules"]]


def test_a_whole_section_may_be_cut() -> None:
    assert edited("").paragraphs == ()


def test_a_repeated_figure_is_the_same_figure() -> None:
    found = edited(f"{TEXT}\nNhư vậy, trong năm đã thẩm định 41 đồ án, đạt 89,1%.")
    assert templates(found)[-1] == [("person", "Như vậy, trong năm đã thẩm định {F3}, đạt {F4}.")]


def test_a_figure_typed_anew_stays_as_typed() -> None:
    found = edited(f"{TEXT}\nSở đã tổ chức 17 buổi tiếp công dân.")
    assert templates(found)[-1] == [("person", "Sở đã tổ chức 17 buổi tiếp công dân.")]


def test_typed_marks_are_letters() -> None:
    found = edited(f"{TEXT}\nSở ghi nhận {{F2}} và {{F99}}.")
    assert templates(found)[-1] == [("person", "Sở ghi nhận F2 và F99.")]


def test_items_and_paragraphs_are_told_apart() -> None:
    found = edited(TEXT.replace("\n- Kiểm tra", "\nKiểm tra"))
    assert [one.bullet for one in found.paragraphs] == [False, True, False]


def test_changed_punctuation_is_a_persons_wording_with_the_same_figures() -> None:
    found = edited(TEXT.replace(", đã thẩm định", "; đã thẩm định"))
    assert marks(found) == marks(RESULTS)
    assert templates(found)[0][0][0] == "person"


def test_an_endless_text_is_refused() -> None:
    with pytest.raises(BadRequest, match="rút xuống"):
        edited("a " * 40_000)


def test_edits_of_wording_never_lose_or_change_a_figure() -> None:
    """Random edits of words outside of figures: the filled text says what was typed."""
    rng = random.Random(20)
    words = ("rất", "kịp thời", "đã", "cơ bản", "tích cực", "đồng thời")
    for _ in range(60):
        lines = TEXT.split("\n")
        at = rng.randrange(len(lines))
        tokens = lines[at].split(" ")
        spot = rng.randrange(1, len(tokens))
        before, after = tokens[spot - 1], tokens[spot]
        if any(char.isdigit() for char in before + after) or before in {"-", "số", "ngày", "Kế"}:
            continue
        inside = f"{before} {after}".strip(",.;")
        if any(inside in slot.text for slot in SLOTS.values()):
            continue
        lines[at] = " ".join((*tokens[:spot], rng.choice(words), *tokens[spot:]))
        typed = "\n".join(lines)
        found = edited(typed)
        assert text_of(found, SLOTS) == typed
        assert sorted(marks(found)) == sorted(marks(RESULTS)), typed


def test_no_single_digit_of_a_locked_figure_can_be_changed() -> None:
    """Every digit of every figure, one at a time: always refused, never taken as typed anew."""
    rng = random.Random(7)
    tried = 0
    for slot in SLOTS.values():
        start = TEXT.index(slot.text)
        for at in range(start, start + len(slot.text)):
            if not TEXT[at].isdigit():
                continue
            digit = rng.choice([one for one in "0123456789" if one != TEXT[at]])
            tried += 1
            with pytest.raises(LockedFigure):
                edited(f"{TEXT[:at]}{digit}{TEXT[at + 1 :]}")
    assert tried > 25


def test_sentences_in_another_order_keep_their_figures() -> None:
    rng = random.Random(3)
    for _ in range(10):
        lines = TEXT.split("\n")
        rng.shuffle(lines)
        assert sorted(marks(edited("\n".join(lines)))) == sorted(marks(RESULTS))


@pytest.mark.parametrize("word", ["gần", "khoảng", "hơn", "trên"])
def test_a_locked_figure_is_not_blurred(word: str) -> None:
    with pytest.raises(LockedFigure, match="ước lượng"):
        edited(TEXT.replace("7.318 hồ sơ", f"{word} 7.318 hồ sơ", 1))
