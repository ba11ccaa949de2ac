"""A stored draft as every surface shows it. Pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from assistant.answer import (
    Draft,
    DraftSection,
    DraftSentence,
    Figure,
    Ledger,
    Omission,
    Verdict,
)
from assistant.drafting.model import Composition, LedgerEntry, SectionText
from assistant.drafting.printing import text_of
from assistant.drafting.stored import StoredDraft

UNBOUND: frozenset[Verdict] = frozenset(
    {"contradicted", "wrong_role", "wrong_unit", "wrong_period", "unsourced", "ambiguous"}
)
"""Verdicts of a figure with which a draft cannot be approved."""
_DOUBTS: frozenset[Verdict] = frozenset({"wrong_role", "wrong_unit", "wrong_period"})
"""What a check may say of a figure that is bound to its cell; where it is sure, it finds an error
as well, and that one blocks."""
_MOST_REASONS = 20


def presented(stored: StoredDraft, *, whole: bool = True) -> Draft:
    """The draft as the contract shows it; without ``whole`` only what a list needs."""
    made = Draft(
        id=stored.id,
        kind=stored.kind,
        title=stored.title,
        year=stored.year,
        quarter=stored.quarter,
        status=stored.status,
        approved_by=stored.approved_by,
        approved_at=stored.approved_at,
        file=stored.file,
        history=stored.history,
    )
    if not whole:
        return made
    figures = stored.verification.figures if stored.verification else {}
    return made.model_copy(
        update={
            "sections": tuple(
                _section(section, stored.composition, figures)
                for section in stored.composition.sections
            ),
            "ledger": ledger(stored),
            "check": stored.verification.check if stored.verification else None,
            "missing": stored.composition.missing,
            "changes": stored.changes,
            "blocking": tuple(dict.fromkeys(blocking(stored)))[:_MOST_REASONS],
        }
    )


def _section(
    section: SectionText, composition: Composition, figures: Mapping[str, tuple[Figure, ...]]
) -> DraftSection:
    slots = composition.slots
    writers = Counter(sentence.writer for sentence in section.sentences())
    return DraftSection(
        key=section.key,
        title=section.title,
        text=text_of(section, slots),
        writer=writers.most_common(1)[0][0] if writers else "rules",
        figures=figures.get(section.key, ()),
        sentences=tuple(
            DraftSentence(text=sentence.filled(slots), writer=sentence.writer)
            for sentence in section.sentences()
        ),
        edited_by=section.edited_by,
    )


def ledger(stored: StoredDraft) -> Ledger:
    """What became of every required record, after what people left out."""
    entries = [_followed(entry, stored) for entry in stored.composition.ledger]
    return Ledger(
        required=len(entries),
        used=sum(entry.used for entry in entries),
        omitted=tuple(
            Omission(indicator=entry.indicator, why=entry.why or "", source=entry.source)
            for entry in entries
            if not entry.used
        ),
    )


def _followed(entry: LedgerEntry, stored: StoredDraft) -> LedgerEntry:
    """An entry whose figures a person took out of the text is omitted by that person."""
    if not entry.used or entry.source is None:
        return entry
    place = entry.source.place()
    slots = {**stored.drafted.slots, **stored.composition.slots}
    of_it = {
        mark
        for mark, slot in slots.items()
        if any(source.place() == place for source in slot.evidence)
    }
    was = of_it & _marks(stored.drafted)
    if not was or of_it & _marks(stored.composition):
        return entry
    section = next(
        (
            one
            for one in stored.composition.sections
            if one.key == entry.section and one.edited_by is not None
        ),
        None,
    )
    by = section.edited_by if section else "người sửa"
    return entry.model_copy(update={"used": False, "why": f"{by} đã bỏ khỏi văn bản khi sửa."})


def _marks(composition: Composition) -> set[str]:
    return {
        mark
        for section in composition.sections
        for sentence in section.sentences()
        for mark in sentence.marks()
    }


def blocking(stored: StoredDraft) -> Iterator[str]:
    """What stands against approval, a Vietnamese sentence each."""
    if stored.verification is None:
        yield "Bản dự thảo chưa được kiểm tra; hãy soạn lại."
        return
    for error in stored.verification.errors:
        yield error.message
    for finding in stored.verification.check.findings:
        if finding.severity == "error":
            yield finding.message
    for section in stored.composition.sections:
        locked = {
            stored.composition.slots[mark].text
            for sentence in section.sentences()
            for mark in sentence.marks()
        }
        for figure in stored.verification.figures.get(section.key, ()):
            against = UNBOUND - (_DOUBTS if figure.text in locked else frozenset())
            if figure.verdict in against and not _of_title(figure.text, section, stored):
                yield figure.explanation or f"Số liệu “{figure.text}” chưa có nguồn."


def _of_title(text: str, section: SectionText, stored: StoredDraft) -> bool:
    """Whether a figure stands in the outline's title only, which nobody edits."""
    said = text.casefold()
    body = text_of(section, stored.composition.slots).casefold()
    return said in section.title.casefold() and said not in body
