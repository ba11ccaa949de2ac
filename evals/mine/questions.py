"""``questions.yaml``: questions in the words of the person who knows the answers, as cases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError, field_validator, model_validator

from assistant.answer import AnswerStatus, Turn
from evals.case import Case, Expected, GoldUnit, Kind
from evals.errors import BadCase, BadFolder, GoldLost, in_words
from evals.originals.block import digest
from evals.originals.reading import blocks
from evals.wording import key
from ingest.model import Frozen

FILE = "questions.yaml"
READABLE = (".txt", ".md", ".docx", ".xlsx", ".pdf")

Reason = Literal[
    "absent", "false_premise", "wrong_year", "wrong_unit", "conflicting", "out_of_domain"
]


class Place(Frozen):
    """Where an answer stands: a file of the folder, and words of the paragraph or table row."""

    file: str
    words: str = Field(min_length=3)


class Question(Frozen):
    """One entry. ``answer`` holds wordings, all of which must be said.

    A wording with ``|`` in it gives alternatives. ``unanswerable`` says why there is no answer;
    then ``answer`` is what the reply must set right, if anything.
    """

    question: str = Field(min_length=1)
    answer: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    where: tuple[Place, ...] = ()
    unanswerable: Reason | None = None
    kind: Kind = "prose"
    history: tuple[str, ...] = ()

    @field_validator("answer", "never", "history", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: object) -> object:
        if isinstance(value, str | int | float):
            return (str(value),)
        return [str(each) for each in value] if isinstance(value, list) else value

    @field_validator("where", mode="before")
    @classmethod
    def _one_place_is_a_list(cls, value: object) -> object:
        return (value,) if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _says_what_is_right(self) -> Question:
        if not self.answer and self.unanswerable is None:
            raise ValueError("needs “answer”, or “unanswerable” with the reason")
        return self


def read_folder(folder: Path) -> tuple[tuple[Path, ...], tuple[Case, ...]]:
    """The documents of a folder and the cases of its ``questions.yaml``.

    Raises:
        BadFolder: there is no such folder, no document in it, or no usable file of questions.
    """
    if not folder.is_dir():
        raise BadFolder(f"“{folder}” is not a folder; name the one that holds your documents")
    files = tuple(sorted(file for file in folder.iterdir() if file.suffix.lower() in READABLE))
    if not files:
        raise BadFolder(f"“{folder}” holds no document ({', '.join(READABLE)}); add one")
    cases = tuple(
        _case(question, number, files) for number, question in enumerate(_questions(folder), 1)
    )
    return files, cases


def _questions(folder: Path) -> list[Question]:
    path = folder / FILE
    if not path.is_file():
        raise BadFolder(f"“{path}” is missing; see “Your own documents” in the README")
    try:
        read: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadFolder(f"“{path}” is not YAML: {' '.join(str(error).split())}") from error
    listed = read.get("questions") if isinstance(read, dict) else read
    if not isinstance(listed, list) or not listed:
        raise BadFolder(f"“{path}” lists no questions; it begins with “questions:” and a list")
    found = []
    for number, entry in enumerate(listed, start=1):
        try:
            found.append(Question.model_validate(entry))
        except ValidationError as error:
            raise BadFolder(f"question {number} of “{path}”: {in_words(error)}") from error
    return found


def _case(question: Question, number: int, files: Sequence[Path]) -> Case:
    reason = question.unanswerable
    status: tuple[AnswerStatus, ...] = ("answered",)
    if reason:
        status = ("answered", "refused", "clarify") if question.answer else ("refused",)
    try:
        return Case(
            id=f"mine-{number:02d}",
            question=question.question,
            kind=f"unanswerable:{reason}" if reason else question.kind,
            documents="mine",
            history=tuple(Turn(question=each) for each in question.history),
            expected=Expected(
                status=status,
                must_contain=tuple(_alternatives(wording) for wording in question.answer),
                must_not_contain=question.never,
                gold=tuple(place_of(place, files) for place in question.where),
            ),
        )
    except (ValidationError, GoldLost, BadCase) as error:
        raise BadFolder(f"question {number}: {in_words(error)}") from error


def _alternatives(wording: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in wording.split("|") if each.strip())


def place_of(place: Place, files: Sequence[Path]) -> GoldUnit:
    """The paragraph or table row that holds the words; the shortest where several do.

    Raises:
        GoldLost: there is no such file, or it does not say so.
    """
    named = [file for file in files if file.name == place.file]
    if not named:
        known = ", ".join(file.name for file in files)
        raise GoldLost(f"there is no “{place.file}” beside the questions; there are: {known}")
    holding = [block for block in blocks(named[0]) if key(place.words) in key(block.text)]
    if not holding:
        raise GoldLost(f"“{place.file}” does not say “{place.words}”; copy the words from it")
    block = min(holding, key=lambda each: len(each.text))
    return GoldUnit(document=named[0].name, hash=digest(block), table=block.table, row=block.row)
