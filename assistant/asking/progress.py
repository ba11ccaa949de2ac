"""How far a task has come, where its row has a column for that ("Trạng thái")."""

from __future__ import annotations

from functools import lru_cache

from assistant.asking.lexicon import Lexicon
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Source, Task
from ingest.vocabulary import load

UNFINISHED = "unfinished"
"""The state that stands for every other one than ``done``."""
DONE = "done"


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
    """The state whose longest wording stands in ``words``."""
    found = [
        (len(phrase), state)
        for state, phrases in lexicon.states.items()
        for phrase in phrases
        if contains(words, phrase) >= 0
    ]
    return max(found)[1] if found else None


def is_in(task: Task, state: str, lexicon: Lexicon) -> bool:
    """Whether a task is in the state asked for; one without a known state is in none."""
    own = state_of(task, lexicon)
    if own is None:
        return False
    return own != DONE if state == UNFINISHED else own == state


@lru_cache(maxsize=1024)
def _is_status(column: str) -> bool:
    title = plain_phrase(column.rpartition(" / ")[2])
    return any(title == plain_phrase(name) for name in load("columns")["status"])
