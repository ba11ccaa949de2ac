"""How far a task has come, where its row has a column for that ("Trạng thái")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asking.lexicon import Lexicon
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Source, Task
from ingest.vocabulary import load, remembered

UNFINISHED = "unfinished"
"""The state that stands for every other one than ``done``."""
DONE = "done"
WAITING = "waiting"
LATE = "late"
_DENYING = frozenset({"chua", "khong"})


def status_cell(task: Task) -> Source | None:
    """The cell of the task's row that says how far it has come."""
    own = task.source
    return next(
        (cell for cell in own.parts if cell.row == own.row and _is_status(cell.column or "")), None
    )


def state_of(task: Task, lexicon: Lexicon) -> str | None:
    """The state that the status cell names; ``None`` where there is none, or an unknown one."""
    cell = status_cell(task)
    return state_named(plain_phrase(cell.quote), lexicon) if cell is not None else None


def state_named(words: Phrase, lexicon: Lexicon) -> str | None:
    """The state whose longest wording stands in ``words``; what is denied there has not begun."""
    found = [
        (len(phrase), state, place)
        for state, phrases in _wordings(lexicon)
        for phrase in phrases
        if (place := contains(words, phrase)) >= 0
    ]
    if not found:
        return None
    _, state, place = max(found)
    return WAITING if state == DONE and words[max(0, place - 1)] in _DENYING else state


def _wordings(lexicon: Lexicon) -> Iterator[tuple[str, Sequence[Phrase]]]:
    yield from lexicon.states.items()
    for state, phrases in load("asking_tables")["cell_states"].items():
        yield state, [plain_phrase(phrase) for phrase in phrases]


def is_done(task: Task, lexicon: Lexicon) -> bool:
    """Whether a task is done, by its state or by the day on which it was."""
    state = state_of(task, lexicon)
    return state == DONE or (state in (None, LATE) and _day_done(task))


def is_in(task: Task, state: str, lexicon: Lexicon) -> bool:
    """Whether a task is in the state asked for; one without a known state is in none."""
    own = state_of(task, lexicon)
    if state == UNFINISHED:
        return own is not None and not is_done(task, lexicon)
    return own == state or (state == DONE and own is not None and is_done(task, lexicon))


def _day_done(task: Task) -> bool:
    """Whether the row of a task says on which day it was done ("Ngày hoàn thành")."""
    own = task.source
    titles = [plain_phrase(name) for name in load("columns")["done_on"]]
    return any(
        plain_phrase((cell.column or "").rpartition(" / ")[2]) in titles
        and any(char.isdigit() for char in cell.quote)
        for cell in own.parts
        if cell.row == own.row
    )


@remembered(maxsize=1024)
def _is_status(column: str) -> bool:
    title = plain_phrase(column.rpartition(" / ")[2])
    return any(title == plain_phrase(name) for name in load("columns")["status"])
