"""Reads out of a question which rows of plans it asks for, and what is done with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import UnitRole, Window
from assistant.asking.records.bounds import Bound, take_bounds
from assistant.asking.records.particulars import (
    anywhere,
    take_ends,
    take_extreme,
    take_lacks,
    take_product,
    take_standing,
)
from assistant.asking.records.titles import take_titled
from assistant.asking.records.vocabulary import Taking, phrases, value_of
from assistant.asking.records.windows import take_window
from assistant.asking.words import plain_phrase

Subject = Literal["tasks", "targets"]
_ALL = {"all", "figures"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The conditions that a question sets and the form it wants. ``rest`` are its other words.

    ``lacks`` are particulars that the rows do without, ``group`` what a table has one row for,
    ``extreme`` whether the unit with most or fewest rows is wanted, ``ends`` which deadline of all,
    ``changes`` how two plans differ, ``both`` the two roles of one unit, ``documents`` the ids of
    those named by their title, ``of_results`` that results are spoken of too,
    ``inferred`` that only what is to be done by some day says that tasks are meant.
    """

    subjects: tuple[Subject, ...]
    rest: str
    counts: bool = False
    lacks: tuple[str, ...] = ()
    product: str | None = None
    standing: str | None = None
    bounds: tuple[Bound, ...] = ()
    group: str | None = None
    extreme: str | None = None
    role: UnitRole = "any"
    both: bool = False
    ends: tuple[str, ...] = ()
    window: Window | None = None
    changes: tuple[str, ...] = ()
    paired: bool = False
    beside: bool = False
    of_results: bool = False
    inferred: bool = False
    documents: tuple[str, ...] = ()

    @property
    def compares(self) -> bool:
        """Whether only targets may be compared: no results are held against them."""
        return self.subjects == ("targets",) and not self.of_results

    @property
    def tells(self) -> bool:
        """Whether anything was read that needs the rows themselves."""
        conditions = self.lacks or self.product or self.standing or self.bounds or self.window
        forms = self.group or self.extreme or self.both or self.ends or self.changes
        told = self.beside or self.inferred or len(self.subjects) > 1
        return bool(conditions or forms or told)


def read(
    question: str,
    corpus: Corpus,
    today: date,
    *,
    timed: bool = False,
    of_unit: bool = False,
    years: int = 0,
) -> Asked | None:
    """What the question asks of the rows; ``None`` where it names neither tasks nor targets.

    ``timed``: it names days or a part of the year within which something is due; ``of_unit``: it
    lists what a unit does. ``years`` is how many years it names.
    """
    taking = Taking(question)
    subjects = _subjects(taking)
    window = take_window(taking, today)
    inferred = not subjects and _is_about_tasks(taking, years, timed=timed or window is not None)
    if inferred or (of_unit and not subjects):
        subjects = ("tasks",)
    if not subjects:
        return None
    of_tasks, of_targets = "tasks" in subjects, "targets" in subjects
    window = window or (_late(taking, today) if of_tasks else None)
    documents = take_titled(taking, corpus)
    beside = _taken(taking, "beside")
    changes, paired = _changes(taking, years)
    if "beside" in changes:
        beside, changes = changes, ()
    lacks = take_lacks(taking) if of_tasks else ()
    group = _one(taking, "groups")
    extreme = take_extreme(taking) if of_tasks else None
    both = bool(_taken(taking, "both")) if of_tasks else False
    ends = take_ends(taking) if of_tasks and not extreme else ()
    product = take_product(taking) if of_tasks else None
    standing = take_standing(taking) if of_tasks else None
    bounds = take_bounds(taking) if of_targets and not of_tasks and taking.has("which") else ()
    role: UnitRole = "any"
    if group in ("lead", "coordinating") or extreme:
        role = "coordinating" if group == "coordinating" else _role(taking)
    elif not both and of_tasks:
        both = _asks_both(taking)
    return Asked(
        subjects,
        taking.rest,
        counts=_counts(taking),
        lacks=lacks,
        product=product,
        standing=standing,
        bounds=bounds,
        group=group,
        extreme=extreme,
        role=role,
        both=both,
        ends=ends,
        window=window,
        changes=changes,
        paired=paired,
        beside=bool(beside),
        of_results=taking.has("results"),
        documents=documents,
        inferred=inferred,
    )


def _subjects(taking: Taking) -> tuple[Subject, ...]:
    others = {place for one in taking.find("not_subjects") for place in range(one.start, one.end)}
    found = {
        one.name for one in taking.find("subjects") if others.isdisjoint(range(one.start, one.end))
    }
    return tuple(name for name in ("tasks", "targets") if name in found)


def _counts(taking: Taking) -> bool:
    """Whether the rows are counted ("bao nhiêu nhiệm vụ"), not a figure asked for."""
    starts = {one.start for one in anywhere(taking, "subjects")}
    tables = taking.has("tables")
    return tables or any(
        not starts.isdisjoint(range(one.start, one.end + 1)) for one in taking.find("counts")
    )


def _is_about_tasks(taking: Taking, years: int, *, timed: bool) -> bool:
    """Whether a question that names no tasks can only mean them: what is due, who has most."""
    if timed and taking.has("which") and _taken(taking, "to_do"):
        return True
    chooses = taking.has("choosers") and taking.has("roles")
    ranks = taking.has("most") or taking.has("least")
    differs = taking.has("changes") and taking.has("document_kinds")
    return (chooses and ranks) or (differs and (taking.has("against") or years > 1))


def _one(taking: Taking, name: str) -> str | None:
    """The value of the first phrase of a table, taken away."""
    found = taking.find(name)
    if found:
        taking.take(found[0])
    return value_of(found)


def _taken(taking: Taking, name: str) -> tuple[str, ...]:
    """The values of all phrases of a table, taken away."""
    found = taking.find(name)
    for one in found:
        taking.take(one)
    return tuple(dict.fromkeys(one.name for one in found))


def _late(taking: Taking, today: date) -> Window | None:
    found = [one for one in taking.find("late") if not _is_coming(taking, one.start)]
    if not found:
        return None
    text = taking.said(found[0].start, found[0].end)
    taking.take(found[0])
    _taken(taking, "so_far")
    return Window(text, None, today - timedelta(days=1), overdue=True)


def _is_coming(taking: Taking, place: int) -> bool:
    """Whether what stands there is only about to be ("sắp hết hạn")."""
    words = [word.accented if taking.accented else word.plain for word in taking.words]
    told = phrases("coming")
    listed = told if taking.accented else [" ".join(plain_phrase(one)) for one in told]
    return place > 0 and words[place - 1] in listed


def _changes(taking: Taking, named: int) -> tuple[tuple[str, ...], bool]:
    """How two plans differ, where the question holds one against another."""
    found = taking.find("changes")
    years = {word for word in taking.plain if len(word) == 4 and word.startswith("20")}
    pairs = taking.find("pair")
    against = taking.find("against")
    held = (
        pairs or max(len(years), named) > 1 or (years and any("so" in one.name for one in against))
    )
    if not found or not held:
        if found and {one.name for one in found} <= _ALL and "targets" in _subjects(taking):
            for one in found:
                taking.take(one)
            return ("beside",), False
        return (), False
    for one in (*found, *pairs, *against):
        taking.take(one)
    return tuple(dict.fromkeys(one.name for one in found)), bool(pairs)


def _role(taking: Taking) -> UnitRole:
    found = taking.find("roles")
    for one in found:
        taking.take(one)
    names = {one.name for one in found}
    return "coordinating" if names == {"coordinating"} else "lead"


def _asks_both(taking: Taking) -> bool:
    """Whether both roles of a unit are asked for, each by itself ("chủ trì mấy, phối hợp mấy")."""
    found = taking.find("roles")
    counted = taking.find("counts")
    if {one.name for one in found} != {"lead", "coordinating"} or len(counted) < len(found):
        return False
    for one in found:
        taking.take(one)
    return True
