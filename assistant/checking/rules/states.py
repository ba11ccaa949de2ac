"""Done or not done: sentences against coded answers and against the state columns of tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from assistant.answer import Finding
from assistant.checking.binding import years_agree
from assistant.checking.facts import Material
from assistant.checking.model import Judgement, Weights
from assistant.checking.wording import quoted, where
from assistant.checking.words import share_held
from ingest.model import EvidenceUnit, Reading, Source
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

_CLAUSE = re.compile(r"[.;](?=\s|$)|\n")
_BOTH = re.compile(r"(?<!\w)(?:đã(?!\w).*(?<!\w)chưa|chưa(?!\w).*(?<!\w)đã)(?!\w)")
_HELD = 0.7
_LEAST_TERMS = 2
State = Literal["done", "open"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a table says of a matter. ``text`` is the cell's answer as it is to be read."""

    name: str
    words: Weights
    state: State
    text: str
    source: Source


@remembered()
def _wordings() -> tuple[tuple[State, re.Pattern[str]], ...]:
    states = load("checking_rules")["states"]
    found: list[tuple[State, re.Pattern[str]]] = []
    names: tuple[State, ...] = ("open", "done")
    for name in names:
        words = sorted(map(match_key, states[name]), key=len, reverse=True)
        joined = "|".join(map(re.escape, words))
        found.append((name, re.compile(rf"(?<!\w)(?:{joined})(?!\w)")))
    return tuple(found)


def state_of(text: str) -> State | None:
    """Whether a text says that something is done or still open; ``None`` where both or neither."""
    key = match_key(text)
    if _BOTH.search(key):
        return None
    said: list[State] = []
    for name, pattern in _wordings():
        key, count = pattern.subn(" ", key)
        said += [name] * bool(count)
    return said[0] if len(said) == 1 else None


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Clauses that call done what a table calls open, and the other way round."""
    del judgements
    period = material.reading.document.period
    told = [
        one
        for reading in (material.reading, *material.against)
        if years_agree(reading.document.period, period)
        for one in (*_coded(material, reading), *_columns(material, reading))
    ]
    if not told:
        return
    for unit in material.reading.units:
        if unit.kind != "passage" or unit.source.table is not None:
            continue
        for clause in _CLAUSE.split(unit.text):
            state = state_of(clause)
            row = _row(material, clause, told) if state is not None else None
            if row is not None and row.state != state:
                yield _conflict(unit, clause, row)


def _conflict(unit: EvidenceUnit, clause: str, row: Told) -> Finding:
    return Finding(
        code="contradiction",
        severity="error",
        message=f"{quoted(clause)} trái với {quoted(row.name)}: {quoted(row.text)} "
        f"({where(row.source)}).",
        left=unit.source,
        right=row.source,
    )


def _coded(material: Material, reading: Reading) -> Iterator[Told]:
    rules = load("checking_rules")
    states: dict[str, State] = {match_key(word): "done" for word in rules["positive"]}
    states |= {match_key(word): "open" for word in rules["negative"]}
    answers = [
        (row, state)
        for row in reading.indicators
        if row.meaning is not None and (state := states.get(match_key(row.meaning))) is not None
    ]
    said: defaultdict[str, set[State]] = defaultdict(set)
    for row, state in answers:
        said[match_key(row.name)].add(state)
    for row, state in answers:
        # Of a name that is answered both ways the row above has to be named too.
        name = row.name if len(said[match_key(row.name)]) == 1 else f"{row.name} {row.parent or ''}"
        if row.parent or len(said[match_key(row.name)]) == 1:
            yield Told(
                row.name,
                material.lexicon.terms(name),
                state,
                f"{row.value_text} ({row.meaning})",
                row.source.facing(row.value_text or ""),
            )


def _columns(material: Material, reading: Reading) -> Iterator[Told]:
    titles = [match_key(word) for word in load("checking_rules")["state_columns"]]
    for task in reading.tasks:
        for part in (task.source, *task.source.parts):
            column = match_key(part.column or "")
            state = state_of(part.quote) if any(word in column for word in titles) else None
            if state is not None:
                yield Told(
                    task.text,
                    material.lexicon.terms(task.text),
                    state,
                    part.quote,
                    part.model_copy(update={"parts": ()}),
                )


def _row(material: Material, clause: str, told: Sequence[Told]) -> Told | None:
    words, weight = material.lexicon.terms(clause), material.lexicon.weight
    best: tuple[float, Told] | None = None
    for one in told:
        shared = one.words & words
        if len([term for term in shared if "_" not in term]) < _LEAST_TERMS:
            continue
        held = fsum(map(weight, shared)) / fsum(map(weight, one.words))
        if share_held(one.words, words) < _HELD:
            continue
        if held >= _HELD and (best is None or held > best[0]):
            best = (held, one)
    return best[1] if best else None
