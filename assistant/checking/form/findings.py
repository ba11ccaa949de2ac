"""A .docx file -> findings of form, and a check with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.answer import Check, Finding
from assistant.checking.form.anatomy import Anatomy, dissect
from assistant.checking.form.end_rules import end
from assistant.checking.form.head_rules import head, missing
from assistant.checking.form.model import Line, Paper
from assistant.checking.form.page_rules import letters, numbers, sheets
from assistant.checking.form.reading import read_paper
from assistant.checking.form.ruleset import Rule, Violation, rules
from assistant.checking.form.text_rules import text
from assistant.checking.wording import quoted
from ingest.model import Source

_MOST_PLACES = 20


def form_findings(
    path: Path, *, document_id: str | None = None, file: str | None = None
) -> tuple[Finding, ...]:
    """What the form of a .docx breaks; one finding a rule and fault, with all its places.

    ``document_id`` and ``file`` name the document in the sources; otherwise the path does.

    Raises:
        ReadingError: The file is no .docx that can be opened.
    """
    paper = read_paper(path)
    if not paper.written:
        return ()
    known = rules()
    grouped: dict[tuple[str, str], list[Violation]] = defaultdict(list)
    for one in _violations(paper, dissect(paper)):
        if one.rule in known:
            grouped[one.rule, one.found].append(one)
    found = [
        _finding(
            known[rule],
            alike,
            paper,
            document_id=path.stem if document_id is None else document_id,
            file=file or path.name,
        )
        for (rule, _), alike in grouped.items()
    ]
    return tuple(sorted(found, key=lambda one: one.severity != "warning"))


def with_form(check: Check, found: Sequence[Finding]) -> Check:
    """``check`` with findings of form among its own, the gravest first."""
    order = {"error": 0, "warning": 1, "info": 2}
    counts = {
        name: getattr(check.summary, name) + sum(one.severity == severity for one in found)
        for name, severity in (("errors", "error"), ("warnings", "warning"), ("infos", "info"))
    }
    return check.model_copy(
        update={
            "findings": tuple(
                sorted((*check.findings, *found), key=lambda one: order[one.severity])
            ),
            "summary": check.summary.model_copy(update=counts),
        }
    )


def _violations(paper: Paper, parts: Anatomy) -> Iterator[Violation]:
    yield from sheets(paper)
    yield from letters(paper)
    yield from numbers(paper)
    yield from missing(parts)
    yield from head(parts)
    yield from text(parts)
    yield from end(parts)


def _finding(
    rule: Rule, alike: Sequence[Violation], paper: Paper, *, document_id: str, file: str
) -> Finding:
    lines = [one.line for one in alike if one.line is not None]
    sources = [
        _source(line, document_id=document_id, file=file) for line in (lines or paper.written[:1])
    ]
    said = alike[0].found
    if lines:
        more = f" và {len(lines) - 1} chỗ khác" if len(lines) > 1 else ""
        said = f"{quoted(lines[0].text)}{more}: {said}"
    else:
        said = said[:1].upper() + said[1:]
    doubt = "" if rule.certain else "; cần đối chiếu lại với văn bản gốc"
    return Finding(
        code="format",
        severity="warning" if rule.certain else "info",
        message=f"{said}; quy định: {rule.text} ({rule.source}; quy tắc “{rule.id}”){doubt}.",
        left=sources[0].model_copy(update={"parts": tuple(sources[1:_MOST_PLACES])}),
    )


def _source(line: Line, *, document_id: str, file: str) -> Source:
    return Source(
        document_id=document_id,
        file=file,
        table=line.table,
        row=line.row,
        column=None,
        quote=line.text.strip(),
    )
