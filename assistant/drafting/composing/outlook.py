"""Tasks of the time to come, from the plans that cover it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.drafting.composing.cleaning import lowered
from assistant.drafting.composing.documents import slotted
from assistant.drafting.composing.relations import says
from assistant.drafting.composing.slots import SlotBook
from ingest.model import Deadline, Reading, Task
from ingest.text.normal import match_key
from ingest.vocabulary import load

_END = " .;:,"
_LONG = 60
_SENTENCE = re.compile(r"\.\s+(?=[A-ZĐÀ-Ỹ])|:\s+(?=[-\d])")
_BULLET = re.compile(r"(^|;\s*)[-+•]\s*")


@dataclass(frozen=True, slots=True)
class Ahead:
    """A task ahead: its ways of being said (templates), the first one preferred."""

    ways: tuple[str, ...]
    section: str
    task: Task


def tasks_ahead(
    plans: Iterable[Reading],
    book: SlotBook,
    *,
    year: int,
    most: int,
    a_section: int,
    after: str | None = None,
) -> list[Ahead]:
    """Tasks for ``year``: those of a plan for it go before those of a longer framework.

    ``after`` is the last day of what is past, where the rest of the year is ahead. At most
    ``a_section`` of one section and ``most`` in all, in the plans' order.
    """
    ranked = sorted((one for one in plans if _covers(one, year)), key=_span)
    taken: dict[str, int] = {}
    said: set[str] = set()
    found: list[Ahead] = []
    for at, plan in enumerate(ranked):
        if at and found:
            break  # the nearest plan says it
        for task in plan.tasks:
            if not _due(task, year, after):
                continue
            section = slotted(book, task.headings[0], task.source) if task.headings else ""
            key = match_key(task.text)
            if taken.get(section, 0) >= a_section or key in said:
                continue
            said.add(key)
            taken[section] = taken.get(section, 0) + 1
            found.append(Ahead(tuple(_ways(task, book, year)), section, task))
            if len(found) >= most:
                return found
    return found


def covering(plans: Iterable[Reading], year: int) -> list[Reading]:
    """The plans whose period holds ``year``."""
    return [one for one in plans if _covers(one, year)]


def _covers(plan: Reading, year: int) -> bool:
    period = plan.document.period
    return bool(plan.tasks) and period is not None and period.from_ <= year <= period.to


def _span(plan: Reading) -> int:
    period = plan.document.period
    return period.to - period.from_ if period else 99


def _due(task: Task, year: int, after: str | None) -> bool:
    """Whether a task is to be worked on in ``year``, as far as its deadlines say."""
    deadlines = [task.deadline, *(one.deadline for one in task.deliverables)]
    dated = [one for one in deadlines if one is not None and (one.from_ or one.to)]
    if not dated:
        return True
    for one in dated:
        start = int((one.from_ or one.to or "0")[:4])
        end = int((one.to or one.from_ or "9999")[:4])
        if after is not None and (one.to or one.from_ or "9999") <= after:
            continue
        if start <= year <= end or (one.from_ is None and end > year):
            return True
    return False


def _ways(task: Task, book: SlotBook, year: int) -> list[str]:
    text = slotted(book, _brief(task.text), task.source)
    lead = _leads(task.lead)
    deadline = _deadline(task, book, year)
    behind = ", ".join(part for part in (f"{lead} chủ trì" if lead else "", deadline) if part)
    ways = [f"{text} ({behind})" if behind else text]
    if lead:
        inner = lowered(text)
        ways.append(f"{lead} chủ trì {inner}" + (f" ({deadline})" if deadline else ""))
        ways.append(f"Giao {lead} chủ trì {inner}" + (f" ({deadline})" if deadline else ""))
    ways.append(f"Tổ chức {lowered(text)}" + (f" ({behind})" if behind else ""))
    return ways


def _brief(text: str) -> str:
    """A task's text; of a long one with a list behind it, what stands before the list."""
    text = " ".join(text.split()).strip(_END)
    first = _SENTENCE.split(text, maxsplit=1)[0]
    return first.strip(_END) if len(text.split()) > _LONG else text


def _leads(leads: Sequence[str]) -> str:
    names = [_unit(name.strip(_END)) for name in leads[:3] if name.strip(_END)]
    if not names or any(char.isdigit() for name in names for char in name):
        return ""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"


def _unit(name: str) -> str:
    """A unit's name inside a sentence: "Các phòng" is no proper name."""
    return lowered(name) if match_key(name).startswith("các ") else name


def _deadline(task: Task, book: SlotBook, year: int) -> str:
    """The deadline as written, led in so that it reads: "hoàn thành trước ngày 30/11/2026"."""
    deadline = task.deadline
    if deadline is None or not deadline.text.strip(_END):
        return ""
    text = _BULLET.sub(r"\1", " ".join(deadline.text.split())).strip(_END)
    shown = lowered(text)
    mark = book.mark(
        f"deadline:{task.document_id}:{match_key(shown)}",
        "deadline",
        shown,
        evidence=(task.source,),
    )
    if re.fullmatch(rf"(?:trong )?năm {year}", match_key(text)):
        return (
            f"hoàn thành trong {mark}"
            if match_key(text).startswith("năm")
            else (f"hoàn thành {mark}")
        )
    return _led(deadline, mark)


def _led(deadline: Deadline, mark: str) -> str:
    words = load("drafting_forms")["deadlines"]
    said = match_key(deadline.text).strip(_END)
    if said.startswith(tuple(words["running"])):
        return f"{words['run']} {mark}"
    if says(deadline.text.split()[0], words["leading"]):
        return f"{words['due' if deadline.to else 'run']} {mark}"
    return str(words.get(deadline.kind, words["other"])).replace("{deadline}", mark)
