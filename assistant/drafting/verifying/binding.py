"""Promised figures against the figures that a printed line reads as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from assistant.drafting.model import MARK, Slot
from assistant.drafting.verifying.expected import Line, Promise
from assistant.drafting.verifying.model import SlotError
from assistant.drafting.verifying.trends import contradicted_trend
from assistant.language.facts import Fact
from assistant.language.figures import plain, read_facts
from ingest.text.normal import match_key


def line_errors(line: Line, printed: str, slots: Mapping[str, Slot]) -> Iterator[SlotError]:
    """What is wrong with the slots of one line that stands in the file as ``printed``."""
    reopened, lost = _reopened(line, printed)
    errors = [
        *_figures(line, printed),
        *(_wrong(line, promise, printed[:120]) for promise in lost),
        *_trends(line, reopened, slots),
    ]
    yield from errors
    if not errors and same_text(line.text) != same_text(printed):
        yield SlotError(
            kind="wrong",
            section=line.section,
            expected=line.text,
            found=printed,
            message=f"Tệp ghi “{printed[:120]}” khác câu đã soạn; hãy soạn lại mục này.",
        )


def same_text(text: str) -> str:
    """The form in which a printed line and a composed one are compared word for word."""
    return match_key(plain(text))


def missing_line(line: Line) -> Iterator[SlotError]:
    """Every slot of a line that does not stand in the file."""
    for promise in line.promises:
        yield _missing(line, promise)


def stray_figures(text: str, known: frozenset[tuple[str, str]]) -> Iterator[SlotError]:
    """Figures of a printed line that belongs to nothing composed, those of ``known`` apart."""
    for fact in read_facts(text):
        if (fact.kind, fact.key) not in known:
            yield _added(None, fact)


def _figures(line: Line, printed: str) -> Iterator[SlotError]:
    facts = read_facts(printed)
    owners = [promise for promise in line.promises for _ in promise.keys]
    meant = [key for promise in line.promises for key in promise.keys]
    found = [(fact.kind, fact.key) for fact in facts]
    matcher = SequenceMatcher(None, meant, found, autojunk=False)
    counts = Counter(meant)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        both = min(last - first, end - start)
        for at in range(both):
            yield _wrong(line, owners[first + at], facts[start + at].text)
        for promise in owners[first + both : last]:
            yield _missing(line, promise)
        for fact in facts[start + both : end]:
            if counts[(fact.kind, fact.key)]:
                yield _repeated(line, fact)
            else:
                yield _added(line.section, fact)


def _reopened(line: Line, printed: str) -> tuple[str, list[Promise]]:
    """The printed line with its slots open again, and the slots that do not stand as written.

    Slots must stand unit and all, one behind the other.
    """
    shown, template, at = match_key(plain(printed)), "", 0
    lost = []
    for promise in line.promises:
        if promise.slot is None:
            continue
        text = match_key(plain(promise.text))
        found = shown.find(text, at)
        if found < 0:
            lost.append(promise)
            continue
        template += shown[at:found] + "{" + promise.slot.id + "}"
        at = found + len(text)
    return template + shown[at:], lost


def _trends(line: Line, template: str, slots: Mapping[str, Slot]) -> Iterator[SlotError]:
    for at, mark in enumerate(MARK.findall(template)):
        word = contradicted_trend(template, at, slots)
        if word is not None:
            text = slots[mark].text
            yield SlotError(
                kind="trend",
                section=line.section,
                slot=mark,
                expected=text,
                found=word,
                message=f"“{word}” không đúng với chiều của “{text}”; hãy sửa lại câu.",
            )


def _missing(line: Line, promise: Promise) -> SlotError:
    return SlotError(
        kind="missing",
        section=line.section,
        slot=promise.slot.id if promise.slot else None,
        expected=promise.text,
        message=f"Tệp thiếu “{promise.text}”; hãy soạn lại mục này.",
    )


def _wrong(line: Line, promise: Promise, found: str) -> SlotError:
    return SlotError(
        kind="wrong",
        section=line.section,
        slot=promise.slot.id if promise.slot else None,
        expected=promise.text,
        found=found,
        message=f"Tệp ghi “{found}” thay vì “{promise.text}”; hãy soạn lại mục này.",
    )


def _added(section: str | None, fact: Fact) -> SlotError:
    return SlotError(
        kind="added",
        section=section,
        found=fact.text,
        message=f"Tệp có “{fact.text}” không thuộc ô số liệu nào; hãy bỏ hoặc nêu căn cứ.",
    )


def _repeated(line: Line, fact: Fact) -> SlotError:
    return SlotError(
        kind="repeated",
        section=line.section,
        found=fact.text,
        message=f"Tệp ghi lặp “{fact.text}”; hãy soạn lại mục này.",
    )
