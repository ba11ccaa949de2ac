"""Drafting anew: people's sentences stay with new figures, all others follow the new text."""

from __future__ import annotations

from assistant.drafting.editing import edit_section
from assistant.drafting.merging import changed_figures, merge
from assistant.drafting.model import Composition, Paragraph, SectionText, Sentence
from assistant.drafting.printing import text_of
from tests.assistant.drafting.compositions import COMPOSITION, RESULTS, paragraph, slot


def with_section(section: SectionText, base: Composition = COMPOSITION) -> Composition:
    sections = tuple(section if one.key == section.key else one for one in base.sections)
    return base.model_copy(update={"sections": sections})


def edited(said: str, instead: str) -> Composition:
    text = text_of(RESULTS, COMPOSITION.slots)
    assert said in text
    typed = text.replace(said, instead)
    section = edit_section(RESULTS, typed, slots=COMPOSITION.slots, by="A")
    return with_section(section)


def renewed(*paragraphs: Paragraph, **texts: str) -> Composition:
    """A new draft: some slots print something else, the section may have new paragraphs."""
    slots = dict(COMPOSITION.slots)
    for mark, text in texts.items():
        slots[mark] = slot(mark, text)
    section = RESULTS.model_copy(update={"paragraphs": paragraphs or RESULTS.paragraphs})
    return with_section(section).model_copy(update={"slots": slots})


def text(composition: Composition) -> str:
    section = next(one for one in composition.sections if one.key == "I.1")
    return text_of(section, composition.slots)


def test_without_edits_the_new_draft_stands() -> None:
    new = renewed(F2="50 đồ án")
    assert merge(COMPOSITION, COMPOSITION, new) == new


def test_a_persons_sentence_stays_and_shows_the_new_figure() -> None:
    mine = edited("Tiếp nhận 7.318 hồ sơ", "Sở đã tiếp nhận tới 7.318 hồ sơ")
    merged = merge(COMPOSITION, mine, renewed(F6="8.002 hồ sơ"))
    assert "- Sở đã tiếp nhận tới 8.002 hồ sơ trên môi trường mạng;" in text(merged)
    section = next(one for one in merged.sections if one.key == "I.1")
    assert section.edited_by == "A"


def test_untouched_sentences_of_an_edited_section_follow_the_new_text() -> None:
    mine = edited("Tiếp nhận 7.318 hồ sơ", "Sở đã tiếp nhận 7.318 hồ sơ")
    new = renewed(
        paragraph(
            "Theo {F5}, {F1} Sở được giao {F2}, thẩm định xong {F3}, đạt {F4}.",
            "Các đồ án còn lại đang được hoàn thiện hồ sơ.",
        ),
        *RESULTS.paragraphs[1:],
    )
    lines = text(merge(COMPOSITION, mine, new)).split("\n")
    assert lines[0].startswith("Theo Kế hoạch số 19/KH-SXD ngày 24/02/2031, năm 2031 Sở được giao")
    assert lines[1] == "- Sở đã tiếp nhận 7.318 hồ sơ trên môi trường mạng;"


def test_a_sentence_that_a_person_cut_does_not_come_back() -> None:
    mine = edited(" Các đồ án còn lại đang được hoàn thiện hồ sơ.", "")
    assert "Các đồ án còn lại" not in text(merge(COMPOSITION, mine, renewed(F2="50 đồ án")))


def test_a_sentence_that_a_person_added_stays_in_its_place() -> None:
    mine = edited("- Kiểm tra", "- Công khai kết quả trên trang tin.\n- Kiểm tra")
    lines = text(merge(COMPOSITION, mine, renewed(F7="06 cuộc"))).split("\n")
    assert lines[2:] == ["- Công khai kết quả trên trang tin.", "- Kiểm tra 06 cuộc tại 05 phòng."]


def test_what_is_new_is_put_behind_what_it_follows() -> None:
    mine = edited("Tiếp nhận 7.318 hồ sơ", "Sở đã tiếp nhận 7.318 hồ sơ")
    fresh = paragraph("Không phát sinh khiếu nại.", bullet=True)
    new = renewed(*RESULTS.paragraphs[:2], fresh, RESULTS.paragraphs[2])
    lines = text(merge(COMPOSITION, mine, new)).split("\n")
    assert lines[1:] == [
        "- Sở đã tiếp nhận 7.318 hồ sơ trên môi trường mạng;",
        "- Không phát sinh khiếu nại.",
        "- Kiểm tra 05 cuộc tại 05 phòng.",
    ]


def test_a_sentence_that_nothing_supports_any_more_goes() -> None:
    mine = edited("Tiếp nhận 7.318 hồ sơ", "Sở đã tiếp nhận 7.318 hồ sơ")
    new = renewed(*RESULTS.paragraphs[:2])
    assert "05 cuộc" not in text(merge(COMPOSITION, mine, new))


def test_a_persons_figure_without_source_keeps_its_last_text() -> None:
    mine = edited("Tiếp nhận 7.318 hồ sơ", "Sở đã tiếp nhận 7.318 hồ sơ")
    new = renewed(RESULTS.paragraphs[0], RESULTS.paragraphs[2])
    new = new.model_copy(update={"slots": {k: v for k, v in new.slots.items() if k != "F6"}})
    merged = merge(COMPOSITION, mine, new)
    assert "Sở đã tiếp nhận 7.318 hồ sơ" in text(merged)
    assert merged.slots["F6"].text == "7.318 hồ sơ"


def test_other_sections_are_taken_as_they_are_written_now() -> None:
    mine = edited("Tiếp nhận 7.318 hồ sơ", "Sở đã tiếp nhận 7.318 hồ sơ")
    outlook = SectionText(
        key="II",
        title="Phương hướng",
        paragraphs=(Paragraph(sentences=(Sentence(template="Việc mới."),)),),
    )
    merged = merge(COMPOSITION, mine, with_section(outlook, renewed()))
    assert merged.sections[-1] == outlook


def test_changed_figures_are_listed_with_both_values() -> None:
    new = renewed(RESULTS.paragraphs[0], RESULTS.paragraphs[1], F2="50 đồ án")
    changes = changed_figures(COMPOSITION, new)
    assert [(one.section, one.before, one.after) for one in changes] == [
        ("I.1", "46 đồ án", "50 đồ án"),
        ("I.1", "05 cuộc", None),
        ("I.1", "05 phòng", None),
    ]
