"""A person's text of a section -> sentences with locked figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.answer import DraftEvent
from assistant.drafting.alignment import Altered, Occurrence, Placed, align
from assistant.drafting.model import Paragraph, SectionText, Sentence, Slot
from assistant.drafting.printing import DASH
from assistant.drafting.rewriting.inspection import bounds_of
from assistant.drafting.typed import tidy
from assistant.errors import BadRequest, LockedFigure, StaleText

PERSON = "person"
MOST_LETTERS = 60_000
_BULLET = re.compile(r"\s*[-–—•+*]\s+")
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"(?<=[.!?…;:])[”\"’)]*\s+(?=[\"“(]?(?:[A-ZĐÀ-Ỹ{]|\d))")
_NO_END = re.compile(r"(?:^|[\s(])(?:TP|Tp|[A-ZĐ]|[Ss]tt|[IVX]{1,4}|\d{1,2}|[a-zđ])\.$")
_ENDING = ".!?…;:"


def edit_section(
    section: SectionText, text: str, *, slots: Mapping[str, Slot], by: str
) -> SectionText:
    """``section`` with what a person made of its text.

    Sentences that stay as they were keep their writer. A locked figure may be moved, repeated or
    left out; typed figures stay as typed. A text that changes nothing gives the section back.

    Raises:
        LockedFigure: a locked figure was given another value.
        BadRequest: the text is longer than any section is.
    """
    new = tidy(text)
    if len(new) > MOST_LETTERS:
        raise BadRequest(
            f"Nội dung mục “{section.title}” dài {len(new)} ký tự; hãy rút xuống dưới "
            f"{MOST_LETTERS} ký tự."
        )
    new = re.sub(r"\{(F\d+)\}", r"\1", new)  # marks are ours; typed ones are letters
    old, occurrences = _printed(section, slots)
    found = align(old, occurrences, new, slots)
    if found.altered:
        raise LockedFigure(_refusal(found.altered[0], slots))
    paragraphs = tuple(_paragraphs(new, found.placed, section))
    blurred = _blurred(section, paragraphs, slots)
    if blurred is not None:
        raise LockedFigure(blurred)
    if _templates(paragraphs) == _templates(section.paragraphs):
        return section
    return section.model_copy(update={"paragraphs": paragraphs, "edited_by": by})


def require_seen(
    section: SectionText,
    seen: str | None,
    *,
    slots: Mapping[str, Slot],
    history: Sequence[DraftEvent],
) -> None:
    """Refuse an edit that began from another text than ``section`` has now.

    Raises:
        StaleText: someone edited the section, or drafted it anew, meanwhile.
    """
    if seen is None or tidy(seen) == _printed(section, slots)[0]:
        return
    last = next((one for one in reversed(history) if one.section in (None, section.key)), None)
    who = f"{last.by} sửa lúc {last.at}" if last is not None and last.by else "người khác sửa"
    raise StaleText(
        f"Mục “{section.title}” vừa được {who}; hãy mở lại bản dự thảo, xem nội dung mới rồi sửa."
    )


def restored(
    original: SectionText | None, text: str, *, slots: Mapping[str, Slot]
) -> SectionText | None:
    """The section as it was drafted, where ``text`` is its text again: figures lock again."""
    if original is None or any(m not in slots for s in original.sentences() for m in s.marks()):
        return None
    printed, _ = _printed(original, slots)
    return original if tidy(text) == printed else None


def _refusal(altered: Altered, slots: Mapping[str, Slot]) -> str:
    slot = slots[altered.slot]
    name = (slot.indicator or "").lstrip("-– ")
    about = f" ({name})" if name else ""
    return (
        f"Số liệu “{slot.text}”{about} đã khóa theo nguồn nhưng bản sửa ghi “{altered.now}”; hãy "
        "giữ nguyên số liệu, bỏ hẳn khỏi câu, hoặc sửa ở nguồn rồi soạn lại."
    )


def _blurred(
    section: SectionText, paragraphs: Sequence[Paragraph], slots: Mapping[str, Slot]
) -> str | None:
    """Why a figure is no longer the one that it was: "gần 18.452 hồ sơ" is another amount."""
    known = {pair for one in section.sentences() for pair in bounds_of(one.template, slots)}
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            for mark, bound in bounds_of(sentence.template, slots):
                if bound is not None and (mark, bound) not in known:
                    said = slots[mark].text
                    return (
                        f"Số liệu “{said}” đã khóa theo nguồn nhưng bản sửa thêm từ ước lượng hoặc "
                        "so sánh ngay trước số; hãy bỏ từ đó, hoặc sửa ở nguồn rồi soạn lại."
                    )
    return None


def _templates(paragraphs: Sequence[Paragraph]) -> list[tuple[bool, str]]:
    return [(one.bullet, " ".join(s.template for s in one.sentences)) for one in paragraphs]


def _printed(section: SectionText, slots: Mapping[str, Slot]) -> tuple[str, tuple[Occurrence, ...]]:
    """The section's text, and where its slots stand in it."""
    text = ""
    found: list[Occurrence] = []
    for paragraph in section.paragraphs:
        if not paragraph.sentences:
            continue
        text += f"\n{DASH if paragraph.bullet else ''}" if text else DASH * paragraph.bullet
        for n, sentence in enumerate(paragraph.sentences):
            text += " " if n else ""
            for piece, mark in _pieces(sentence.template):
                if mark:
                    said = tidy(slots[mark].text)
                    found.append(Occurrence(mark, len(text), len(text) + len(said)))
                    text += said
                else:
                    text += tidy(piece)
    return text, tuple(found)


def _pieces(template: str) -> Iterator[tuple[str, str]]:
    """The words and the marks of a template in order."""
    at = 0
    for found in re.finditer(r"\{(F\d+)\}", template):
        yield template[at : found.start()], ""
        yield "", found[1]
        at = found.end()
    yield template[at:], ""


def _paragraphs(text: str, placed: Sequence[Placed], section: SectionText) -> Iterator[Paragraph]:
    known = {" ".join(sentence.template.split()): sentence for sentence in section.sentences()}
    for line in _LINE.finditer(text):
        start = line.start()
        bullet = _BULLET.match(line.group())
        # "- 5 hồ sơ" is an item, "-5" is not
        if bullet:
            start += bullet.end()
        template = _marked(text, start, line.end(), placed)
        sentences = tuple(_sentences(template, known))
        if sentences:
            yield Paragraph(sentences=sentences, bullet=bullet is not None)


def _marked(text: str, start: int, end: int, placed: Sequence[Placed]) -> str:
    parts = []
    at = start
    for one in placed:
        if start <= one.start and one.end <= end:
            parts += [text[at : one.start], f"{{{one.slot}}}"]
            at = one.end
    return " ".join("".join((*parts, text[at:end])).split())


def _sentences(template: str, known: Mapping[str, Sentence]) -> Iterator[Sentence]:
    """The sentences of a line; those that stood in the section before keep their bounds."""
    rest = template
    ordered = sorted(known, key=len, reverse=True)
    while rest:
        begun = next((one for one in ordered if _begins(rest, one)), None)
        if begun is not None:
            yield known[begun]
            rest = rest[len(begun) :].lstrip()
            continue
        cut = _first_end(rest)
        inside = [at for one in ordered if (at := rest.find(one, 1)) > 0 and rest[at - 1] == " "]
        cut = min([cut, *inside])
        yield Sentence(template=rest[:cut].strip(), writer=PERSON)
        rest = rest[cut:].lstrip()


def _begins(rest: str, known: str) -> bool:
    if not known or not rest.startswith(known):
        return False
    return len(rest) == len(known) or (rest[len(known)] == " " and known[-1] in _ENDING)


def _first_end(text: str) -> int:
    for found in _END.finditer(text):
        if text[found.start() - 1] in ";:":
            continue
        if not _NO_END.search(text[: found.start()]):
            return found.start()
    return len(text)
