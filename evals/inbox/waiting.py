"""The feedback that lies in the inbox, and how it gets there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from assistant.feedback import Feedback
from evals.errors import BadFeedback

INBOX = Path(__file__).parent
DONE = "promoted"
_ROOT = INBOX.parents[1]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One piece of feedback and its file."""

    path: Path
    feedback: Feedback


def waiting(inbox: Path = INBOX) -> tuple[Waiting, ...]:
    """Everything that nobody has promoted or thrown away, oldest first.

    Raises:
        BadFeedback: a file is no feedback.
    """
    return tuple(Waiting(path, read(path)) for path in sorted(inbox.glob("*.json")))


def read(path: Path) -> Feedback:
    """One piece of feedback.

    Raises:
        BadFeedback: the file is none.
    """
    try:
        return Feedback.model_validate_json(path.read_text(encoding="utf-8"))
    except (ValidationError, OSError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())[:200]
        raise BadFeedback(f"“{path}” is no feedback of this program: {reason}") from error


def find(name: str, inbox: Path = INBOX) -> Waiting:
    """The piece whose id begins with ``name``.

    Raises:
        BadFeedback: there is none, or more than one.
    """
    found = [each for each in waiting(inbox) if each.feedback.id.startswith(name)]
    if len(found) != 1:
        raise BadFeedback(
            f"{len(found)} pieces of feedback begin with “{name}”; see “python -m evals.inbox list”"
        )
    return found[0]


def collect(folder: Path, inbox: Path = INBOX) -> Iterator[Path]:
    """Move the feedback of a data folder into the inbox; what is there already stays as it is.

    Raises:
        BadFeedback: a file is no feedback; those before it were moved.
    """
    for path in sorted(folder.glob("*.json")):
        read(path)
        target = inbox / path.name
        if target.exists():
            path.unlink()
            continue
        shutil.move(str(path), target)
        yield target


def waiting_line(inbox: Path = INBOX) -> str:
    """How much waits here and in the default data folder, in one line for the report."""
    here = len(list(inbox.glob("*.json")))
    elsewhere = len(list((_ROOT / "data" / "feedback").glob("*.json")))
    more = f", {elsewhere} in data/feedback" if elsewhere else ""
    return f"feedback to review: {here}{more}"
