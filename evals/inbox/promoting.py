"""From feedback to a case: a person writes down the gold, the program checks it and files it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError

from assistant.answer import AnswerStatus
from evals import documents
from evals.case import FOLDER, Case, Expected, GoldFigure, Kind, Slice, load
from evals.errors import BadFeedback, GoldLost, in_words
from evals.inbox.waiting import DONE, Waiting
from evals.mine.questions import FILE, Place, place_of
from ingest.model import Frozen

_TEMPLATE = """\
# What is right? Fill this in from the document, not from the answer; then:
#   python -m evals.inbox promote {id}
# The answer was called {opinion}. Comment: {comment}
documents: samples          # samples, reference, or a folder with a {file} of your own
id: {case}
kind: prose                 # lead, deadline, target, indicator, …, unanswerable:absent, …
tags: []                    # table, prose, no_diacritics, abbreviation, typo, english, …
status: [answered]          # what is right: answered, refused, clarify
must_contain: []            # each entry: wordings, one of which must be said, e.g. [["80%"]]
must_not_contain: []
figures: []                 # e.g. [{{value: "80", unit: "%"}}]
gold: []                    # places, e.g. [{{file: ke-hoach-2026.docx, words: "khảo sát"}}]
"""


class Review(Frozen):
    """What a person says is right. ``documents`` names a set, or a folder of one's own."""

    documents: Literal["samples", "reference"] | Path
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    kind: Kind
    tags: tuple[Slice, ...] = ()
    status: tuple[AnswerStatus, ...] = Field(min_length=1)
    must_contain: tuple[tuple[str, ...], ...] = ()
    must_not_contain: tuple[str, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    gold: tuple[Place, ...] = ()


def review_file(piece: Waiting) -> Path:
    """Where the review of a piece lies."""
    return piece.path.with_suffix(".review.yaml")


def begin_review(piece: Waiting) -> Path:
    """Write the form to fill in, unless it is there; give its path."""
    path = review_file(piece)
    if not path.exists():
        given = piece.feedback
        text = _TEMPLATE.format(
            id=given.id,
            opinion=given.opinion,
            comment=" ".join(given.comment.split()) or "none",
            file=FILE,
            case=f"fb-{given.id.lower()}",
        )
        path.write_text(text, encoding="utf-8")
    return path


def promote(piece: Waiting, *, cases: Path = FOLDER) -> Path:
    """File a reviewed piece as a case, move it to ``promoted/`` and give the file it went to.

    Raises:
        BadFeedback: it is not reviewed, or the review does not make a case.
    """
    review = _read(review_file(piece))
    if isinstance(review.documents, Path):
        target = _add_question(piece, review, review.documents)
    else:
        target = cases / f"{review.documents}.jsonl"
        case = _case(piece, review)
        if any(case.id == each.id for each in load(sorted(cases.glob("*.jsonl")))):
            raise BadFeedback(f"there is a case “{case.id}” already; choose another id")
        with target.open("a", encoding="utf-8") as lines:
            lines.write(case.model_dump_json(exclude_defaults=True) + "\n")
    done = piece.path.parent / DONE
    done.mkdir(exist_ok=True)
    for path in (piece.path, review_file(piece)):
        shutil.move(str(path), done / path.name)
    return target


def _read(path: Path) -> Review:
    if not path.is_file():
        raise BadFeedback(
            f"“{path.name}” is missing: begin with “python -m evals.inbox review ID” and fill it in"
        )
    try:
        return Review.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        raise BadFeedback(f"“{path.name}”: {in_words(error)}") from error


def _case(piece: Waiting, review: Review) -> Case:
    given = piece.feedback
    files = documents.samples() if review.documents == "samples" else documents.reference()
    try:
        return Case(
            id=review.id,
            question=given.question,
            kind=review.kind,
            tags=review.tags,
            documents="samples" if review.documents == "samples" else "reference",
            history=given.history,
            expected=Expected(
                status=review.status,
                must_contain=review.must_contain,
                must_not_contain=review.must_not_contain,
                figures=review.figures,
                gold=tuple(place_of(place, files) for place in review.gold),
            ),
        )
    except (ValidationError, GoldLost) as error:
        raise BadFeedback(in_words(error)) from error


def _add_question(piece: Waiting, review: Review, folder: Path) -> Path:
    path = folder / FILE
    if not path.is_file():
        raise BadFeedback(f"“{path}” is missing; “documents” names a folder that holds one")
    entry: dict[str, Any] = {"question": piece.feedback.question}
    if review.must_contain:
        entry["answer"] = [" | ".join(group) for group in review.must_contain]
    if review.must_not_contain:
        entry["never"] = list(review.must_not_contain)
    if review.gold:
        entry["where"] = [place.model_dump() for place in review.gold]
    if review.kind.startswith("unanswerable:"):
        entry["unanswerable"] = review.kind.partition(":")[2]
    else:
        entry["kind"] = review.kind
    if piece.feedback.history:
        entry["history"] = [turn.question for turn in piece.feedback.history]
    try:
        read: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadFeedback(f"“{path}” is not YAML: {' '.join(str(error).split())}") from error
    listed = (read.get("questions") if isinstance(read, dict) else read) or []
    text = yaml.safe_dump(
        {"questions": [*listed, entry]}, allow_unicode=True, sort_keys=False, width=100
    )
    path.write_text(text, encoding="utf-8")
    return path
