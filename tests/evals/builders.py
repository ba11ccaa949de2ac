"""Small cases, answers and outcomes over one file, each field open to be set wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.answer import Answer, AnswerStatus, Citation, Figure, SearchResult
from evals.case import Case, Expected, GoldUnit
from evals.metrics.score import Score
from evals.originals.block import digest
from evals.originals.reading import blocks
from evals.outcome import Outcome, resolved
from evals.trial import Trial
from ingest.model import Source

TABLE = (
    "I. KẾT QUẢ\n"
    "Sở đã số hoá 70 % hồ sơ trong năm.\n"
    "STT\tChỉ tiêu\tSố liệu\n"
    "1\tHồ sơ tiếp nhận trong năm\t1.204\n"
    "2\tHồ sơ quá hạn\t12\n"
)
FILE = "bao-cao.txt"


def document(folder: Path, *, head: str = "") -> Path:
    """The one file of these tests: a heading, a sentence, a table of two indicators."""
    path = folder / FILE
    path.write_text(head + TABLE, encoding="utf-8")
    return path


def source(quote: str, *, row: int | None = None, file: str = FILE) -> Source:
    """A place in the file; with ``row`` in its only table."""
    table = 1 if row else None
    return Source(document_id="d", file=file, table=table, row=row, quote=quote)


def gold_row(path: Path, row: int) -> GoldUnit:
    """The gold unit of a table row."""
    (block,) = (each for each in blocks(path) if each.row == row)
    return GoldUnit(document="bao-cao", hash=digest(block), table=1, row=row)


def case(
    kind: str = "indicator",
    *,
    gold: tuple[GoldUnit, ...] = (),
    **expected: Any,  # noqa: ANN401 - the fields of Expected
) -> Case:
    """A case that, unless told otherwise, wants 1.204 from the first indicator."""
    wanted: dict[str, Any] = {"status": ("answered",), "must_contain": (("1.204", "1204"),)}
    if kind.startswith("unanswerable"):
        wanted = {"status": ("refused",)}
    return Case(
        id="x-1",
        question="Năm nay tiếp nhận bao nhiêu hồ sơ?",
        kind=kind,
        documents="samples",
        expected=Expected(gold=gold, **{**wanted, **expected}),
    )


def outcome(
    asked: Case,
    path: Path,
    *,
    said: str = "Hồ sơ tiếp nhận: **1.204** [1]",
    status: AnswerStatus = "answered",
    cited: tuple[Source, ...] = (),
    figures: tuple[Figure, ...] = (),
    found: tuple[Source, ...] = (),
) -> Outcome:
    """What came of ``asked`` over the file."""
    return Outcome(
        case=asked,
        answer=Answer(
            id="a",
            question=asked.question,
            status=status,
            answer=said,
            interpreted_as=asked.question,
            citations=tuple(Citation(n=n, source=each) for n, each in enumerate(cited, start=1)),
            figures=figures,
        ),
        found=tuple(
            SearchResult(rank=n, score=1 / n, kind="passage", text=each.quote, source=each)
            for n, each in enumerate(found, start=1)
        ),
        gold=resolved(asked, [path]),
        files={path.name: path},
        elapsed_ms=1.0,
    )


def trial(
    name: str, cluster: str, scores: dict[str, Score], *, group: str = "set samples"
) -> Trial:
    """A judged case of some suite."""
    return Trial(id=name, cluster=cluster, groups=(group,), scores=scores)
