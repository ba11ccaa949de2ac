"""What an eval case is: a question, what it is asked of, and what the documents say to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, ValidationError, model_validator

from assistant.answer import AnswerStatus, Turn
from evals.errors import BadCase
from ingest.model import Frozen

FOLDER = Path(__file__).parent / "cases"

Kind = Literal[
    "lead",
    "coordinating",
    "deadline",
    "target",
    "indicator",
    "product",
    "list",
    "count",
    "compare",
    "basis",
    "prose",
    "follow_up",
    "unanswerable:absent",
    "unanswerable:false_premise",
    "unanswerable:wrong_year",
    "unanswerable:wrong_unit",
    "unanswerable:conflicting",
    "unanswerable:out_of_domain",
]
Slice = Literal[
    "no_diacritics",
    "abbreviation",
    "typo",
    "english",
    "document_number",
    "cross_document",
    "prose",
    "table",
]
DocumentSet = Literal["reference", "samples", "synthetic", "mine"]

_TODAY = date(2026, 2, 9)


class GoldUnit(Frozen):
    """A place that holds the answer, judged on the file and not on anybody's chunks.

    ``document`` is the beginning of the file name. ``hash`` is that of the paragraph's or table
    row's own words (:func:`evals.originals.block.digest`), so no words need to be kept here.
    """

    document: str
    hash: str = Field(pattern=r"^[0-9a-f]{16}$")
    table: int | None = Field(default=None, ge=1)
    row: int | None = Field(default=None, ge=1)
    column: str | None = None
    section: tuple[str, ...] = ()


class GoldFigure(Frozen):
    """A figure that the answer must carry. ``value`` is a decimal string with ``.``."""

    value: str
    unit: str | None = None
    period: tuple[int, int] | None = None


class Expected(Frozen):
    """What a right answer is.

    Each entry of ``must_contain`` is a group of wordings of which one must stand in the reply.
    ``must_not_contain`` binds answers alone: a refusal may show the nearest thing there is. Any
    of ``status`` is right.
    """

    status: tuple[AnswerStatus, ...] = Field(min_length=1)
    must_contain: tuple[tuple[str, ...], ...] = ()
    must_not_contain: tuple[str, ...] = ()
    gold: tuple[GoldUnit, ...] = ()
    figures: tuple[GoldFigure, ...] = ()


class Case(Frozen):
    """One question with its expected answer. ``today`` is the day it is asked on."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    question: str = Field(min_length=1)
    kind: Kind
    tags: tuple[Slice, ...] = ()
    documents: DocumentSet
    family: str | None = None
    history: tuple[Turn, ...] = ()
    today: date = _TODAY
    expected: Expected

    @model_validator(mode="after")
    def _is_judgeable(self) -> Self:
        said = self.expected
        if self.concedable and not said.must_contain:
            raise ValueError(f"{self.id}: name what the reply must set right or admit")
        if not self.unanswerable and not (said.must_contain and (said.gold or self.loose)):
            raise ValueError(f"{self.id}: an answerable case needs must_contain and gold")
        if (self.documents == "synthetic") != (self.family is not None):
            raise ValueError(f"{self.id}: a family belongs to synthetic cases, and to each of them")
        return self

    @property
    def loose(self) -> bool:
        """One of somebody's own questions, whose place in the document need not be named."""
        return self.documents == "mine"

    @property
    def unanswerable(self) -> bool:
        """The documents hold no answer, or not the one that the question takes for granted."""
        return self.kind.startswith("unanswerable:")

    @property
    def concedable(self) -> bool:
        """An answer that says how things really are is as good as a refusal.

        So it is with a false premise set right, a conflict shown, a cell said to be blank.
        """
        return self.unanswerable and "answered" in self.expected.status

    @property
    def cluster(self) -> str:
        """The documents it hangs on; intervals are drawn over these."""
        names = sorted({unit.document for unit in self.expected.gold})
        return "+".join(names) or self.family or f"{self.documents}: none"


def load(files: Iterable[Path] | None = None) -> tuple[Case, ...]:
    """All cases of the files (by default every committed one), in file and line order.

    Raises:
        BadCase: a line is no case, or an id occurs twice.
    """
    cases: dict[str, Case] = {}
    for file in sorted(FOLDER.glob("*.jsonl")) if files is None else files:
        lines = file.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                case = Case.model_validate_json(line)
            except ValidationError as error:
                raise BadCase(f"{file.name}:{number}: {error}") from error
            if case.id in cases:
                raise BadCase(f"{file.name}:{number}: the id {case.id} occurs twice")
            cases[case.id] = case
    return tuple(cases.values())
