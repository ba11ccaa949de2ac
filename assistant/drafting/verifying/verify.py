"""File and composition -> verification: the finished .docx read back, every slot bound again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assistant.checking.check import check_document
from assistant.drafting.model import Composition
from assistant.drafting.verifying.aligning import align
from assistant.drafting.verifying.binding import (
    line_errors,
    missing_line,
    same_text,
    stray_figures,
)
from assistant.drafting.verifying.expected import Line, expected_lines, unlabelled
from assistant.drafting.verifying.figures import section_figures
from assistant.drafting.verifying.model import SlotError, Verification
from assistant.drafting.verifying.paper import Paper, read_paper
from assistant.drafting.verifying.support import facts_of, unsupported
from assistant.language.figures import read_facts
from ingest.model import Reading
from ingest.pipeline import read_file

DOCUMENT_ID = "du-thao"
"""The id under which a draft is read for its check; it is no stored document."""


def verify(docx: Path, composition: Composition, sources: Sequence[Reading]) -> Verification:
    """Read ``docx`` back in two ways and hold it against what was composed.

    Once as any report, by :func:`~assistant.checking.check.check_document` against ``sources``
    (the annex, the plans, the last report); and once from its bare XML, where every figure must
    be a slot's and every slot must stand, with the value that its evidence yields.

    Raises:
        ingest.errors.ReadingError: the file cannot be read.
    """
    reading = read_file(docx, document_id=DOCUMENT_ID, shown_path=docx.name)
    check = check_document(reading, sources)
    lines = expected_lines(composition)
    errors = tuple(slot_errors(read_paper(docx), lines, composition, sources))
    return Verification(
        check=check,
        errors=errors,
        figures=section_figures(lines, check, errors),
        slots=sum(promise.slot is not None for line in lines for promise in line.promises),
    )


def slot_errors(
    paper: Paper, lines: Sequence[Line], composition: Composition, sources: Sequence[Reading]
) -> Iterator[SlotError]:
    """Every slot that is missing, wrong, added, repeated, unsupported, or spoken of wrongly."""
    printed = [unlabelled(text) for text in paper.lines]
    whole = same_text(" ".join(printed))
    # The subject may be printed in several lines.
    lines = [line for line in lines if not (line.subject and same_text(line.text) in whole)]
    pairs, strays = align(lines, printed)
    for number, line in enumerate(lines):
        if number in pairs:
            yield from line_errors(line, printed[pairs[number]], composition.slots)
        else:
            yield from missing_line(line)
    said = facts_of(_outside(composition))
    for stray in sorted(strays):
        yield from stray_figures(printed[stray], said)
    yield from _unsupported(lines, composition, sources)
    yield from _annex(paper, sources)


def _outside(composition: Composition) -> Iterator[str]:
    """Texts that stand in the file beside the composed lines: title, subject, recipients."""
    yield composition.title
    yield composition.subject.filled(composition.slots)
    yield from composition.recipients


def _unsupported(
    lines: Sequence[Line], composition: Composition, sources: Sequence[Reading]
) -> Iterator[SlotError]:
    known = _known(composition, sources)
    seen: set[str] = set()
    for line in lines:
        for promise in line.promises:
            slot = promise.slot
            if slot is None or slot.id in seen:
                continue
            seen.add(slot.id)
            reason = unsupported(slot, known)
            if reason is not None:
                yield SlotError(
                    kind="unsupported",
                    section=line.section,
                    slot=slot.id,
                    expected=slot.text,
                    message=f"“{slot.text}” {reason}; hãy xem lại nguồn.",
                )


def _known(composition: Composition, sources: Iterable[Reading]) -> frozenset[tuple[str, str]]:
    """What the sources state anywhere, and the years that the report itself is about."""
    texts = [unit.text for reading in sources for unit in reading.units]
    texts += [reading.document.title or "" for reading in sources]
    known: set[tuple[str, str]] = set(facts_of(texts))
    for fact in read_facts(composition.subject.filled(composition.slots)):
        known.add((fact.kind, fact.key))
        if fact.kind == "year":
            known |= {("year", str(int(fact.key) + step)) for step in (-1, 0, 1)}
        if fact.kind == "quarter":
            # A report on a quarter names the same one of last year and the one that follows.
            near = [int(fact.key[:4]) + step for step in (-1, 0, 1)]
            known |= {("year", str(year)) for year in near}
            known |= {("quarter", f"{year}-Q{part}") for year in near for part in (1, 2, 3, 4)}
    for reading in sources:
        document = reading.document
        if document.period is not None:
            years = (document.period.from_, document.period.to)
            known |= {("year", str(year)) for year in years} | {
                ("years", "-".join(map(str, years)))
            }
        known |= facts_of(filter(None, (document.number, document.date)))
    return frozenset(known)


def _annex(paper: Paper, sources: Sequence[Reading]) -> Iterator[SlotError]:
    """Every value of the annex must stand in a cell of the file's own annex, where it has one."""
    annex = next((one for one in sources if one.indicators), None)
    if annex is None or len(paper.cells) < len(annex.indicators):
        return
    cells = Counter(paper.cells)
    for indicator in annex.indicators:
        value = " ".join((indicator.value_text or "").split())
        if value and not cells[value]:
            yield SlotError(
                kind="missing",
                expected=value,
                message=f"Phụ lục của tệp thiếu “{value}” của “{indicator.name}”; hãy soạn lại.",
            )
