"""Put errors into clean texts, check them, and count what is caught."""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import Check
from assistant.checking.check import check_document
from evals.mutants.caught import accusations, mentions
from evals.mutants.known import Known
from evals.mutants.operators import Operator
from evals.mutants.world import World, world
from evals.mutants.writing import Line, Script, Slot, Spot
from ingest.model import Reading
from ingest.pipeline import read_file

SPOTS: tuple[Spot, ...] = ("prose", "bullet", "cell")
_WORDED = ("M14", "M15", "M17")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One error: in which text, at which piece of which line, and what stands there now."""

    operator: str
    script: int
    at: int
    piece: int
    clean: Slot | None
    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant and what came of it. ``line`` is the wrong line, ``kind`` the kind of its slot."""

    operator: str
    spot: Spot
    kind: str
    caught: bool
    seed: int
    line: str
    was: str


def read(script: Script) -> Reading:
    """The reading of a text as a file of its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / script.name
        path.write_text(script.text, encoding="utf-8")
        return read_file(path, document_id=path.stem, shown_path=script.name)


def checked(scripts: Sequence[Script], others: Sequence[Reading]) -> Check:
    """The check of the first text against the rest and against readings made before."""
    first, *rest = [read(one) for one in scripts]
    return check_document(first, [*rest, *others])


def mutants(operator: Operator, one: World, rng: random.Random) -> list[Mutant]:
    """Errors of one kind, at most one a block, in texts that are checked together."""
    by_block: defaultdict[int, defaultdict[Spot, list[_Place]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for n, script in enumerate(one.scripts):
        for at, piece, line, slot in _places(operator, script):
            if line.block >= 0:
                by_block[line.block][line.spot].append((n, at, piece, line, slot))
    found = []
    for block in sorted(by_block):
        spots = sorted(by_block[block])
        places = by_block[block][rng.choice(spots)]
        for n, at, piece, line, slot in rng.sample(places, len(places)):
            text = "" if slot is None else operator.write(rng, slot)
            if text is None or (slot is not None and text == slot.text):
                continue
            found.append(Mutant(operator.name, n, at, piece, slot, text, line.spot))
            break
    return found


_Place = tuple[int, int, int, Line, Slot | None]


def _places(operator: Operator, script: Script) -> Iterator[tuple[int, int, Line, Slot | None]]:
    if operator.name == "M14":
        for at, line in enumerate(script.lines):
            if line.required is not None:
                yield at, 0, line, None
        return
    for at, piece, line, slot in script.slots():
        if slot.kind in operator.kinds and not (operator.name == "M17" and line.spot == "cell"):
            yield at, piece, line, slot


def attempt(one: World, errors: Sequence[Mutant], others: Sequence[Reading]) -> list[Tried]:
    """Check the texts with all of these errors in them."""
    scripts = [*one.scripts]
    for error in errors:
        clean = scripts[error.script]
        scripts[error.script] = (
            clean.without(error.at)
            if error.clean is None
            else clean.edited(error.at, error.piece, error.text)
        )
    check = checked(scripts, others)
    found = []
    for error in errors:
        before = one.scripts[error.script].lines[error.at]
        line = scripts[error.script].lines[error.at]
        name = scripts[error.script].name
        found.append(
            Tried(
                error.operator,
                error.spot,
                error.clean.kind if error.clean is not None else "fact",
                _is_caught(error, check, name, line, before),
                one.seed,
                line.text,
                error.clean.text if error.clean is not None else before.text,
            )
        )
    return found


def _is_caught(error: Mutant, check: Check, name: str, line: Line, before: Line) -> bool:
    if error.clean is None:
        wanted = (before.required or "").casefold()
        return any(
            one.severity != "info" and wanted in f"{one.message} {one.left.quote}".casefold()
            for one in check.findings
        )
    accused = [*accusations(check, name, line)]
    if error.clean.value is None or error.operator in _WORDED:
        return bool(accused)
    return any(mentions(one, error.text) for one in accused)


@dataclass(frozen=True, slots=True)
class Clean:
    """How many figures of clean texts were checked, and what was found wrong about them."""

    figures: int
    alarms: tuple[str, ...]


def others_of(one: World) -> list[Reading]:
    """The plan and the report of the year before, read once."""
    return [read(one.plan), read(one.last)]


def clean_known(known: Known) -> Clean:
    """The check of a known text as it is."""
    check = checked([known.report], known.others)
    return Clean(check.summary.figures, _alarms(check))


def clean(one: World, others: Sequence[Reading]) -> Clean:
    """The check of the texts as they are."""
    check = checked(one.scripts, others)
    return Clean(check.summary.figures, _alarms(check))


def _alarms(check: Check) -> tuple[str, ...]:
    return tuple(
        f"{found.code}: {found.message}" for found in check.findings if found.severity != "info"
    )


def trial_of_known(operator: Operator, known: Known, draws: int) -> list[Tried]:
    """Every figure of a known text made wrong ``draws`` times, each time in a text of its own."""
    tried: list[Tried] = []
    one = World(0, known.report, None, known.report, known.report)
    for at, piece, line, slot in _places(operator, known.report):
        rng = random.Random(f"{operator.name} {at} {piece}")  # noqa: S311 - repeatable
        texts = {operator.write(rng, slot) for _ in range(draws)} if slot is not None else set()
        for text in sorted(text for text in texts if text is not None):
            if slot is not None and text != slot.text:
                error = Mutant(operator.name, 0, at, piece, slot, text, line.spot)
                tried += attempt(one, [error], known.others)
    return tried


def trial(operator: Operator, wanted: int, *, first: int = 0) -> list[Tried]:
    """``wanted`` mutants or a few more, the same ones on every run."""
    tried: list[Tried] = []
    seed = first
    while len(tried) < wanted:
        one = world(seed, operator.name)
        rng = random.Random(f"{operator.name} {seed}")  # noqa: S311 - repeatable, no secret
        errors = mutants(operator, one, rng)
        if errors:
            tried += attempt(one, errors, others_of(one))
        seed += 1
    return tried
