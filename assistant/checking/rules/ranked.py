"""What a text calls the highest or the lowest, against the other rows or columns of its table.

"Xã A có số vụ nhiều nhất (31 vụ), ít nhất là xã B": the places of a table, or the months and
quarters of a row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from assistant.answer import Finding
from assistant.checking.binding import Binder
from assistant.checking.context import sentences_of
from assistant.checking.facts import Material
from assistant.checking.model import Fact, Judgement, Place, Weights
from assistant.checking.places import places
from assistant.checking.rules.rows import annexed, is_count
from assistant.checking.thresholds import LIKELY, MARGIN
from assistant.checking.timing import parts_in
from assistant.checking.wording import location, quoted, stated
from assistant.checking.words import Lexicon, holds
from ingest.model import Source
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

_PIECE = re.compile(r"[,;](?=\s)|(?<!\w)(?:còn|và)(?=\s)", re.IGNORECASE)
_SCOPE = re.compile(
    r"(?:nhất|đầu|cuối)\s+(?:trong|của|cả)\s+(?:\w+\s+){0,2}?(?:tháng|quý|năm)", re.IGNORECASE
)
_KINDS_OF_TIME = {"T": "T", "Q": "Q", "M": "M", "C": "M"}
_SAYS, _MOSTLY = 60, 0.75
Name = tuple[str, str]
"""``place`` or ``time``, and the name of the place or the part of the year."""


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Superlatives that a row or column beside the one they are said of belies."""
    tables = _Tables(material)
    if not tables.named:
        return
    told: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judged in judgements:
        if judged.claim.span.kind == "number":
            told[judged.claim.place.text].append(judged)
    for place in places(material.reading):
        if place.origin != "prose" or place.ahead:
            continue
        for start, end in sentences_of(place.text):
            for said in _said(place, start, min(end, len(place.text)), tables):
                yield from _judged(said, tables, told[place.text])


@dataclass(frozen=True, slots=True)
class _Said:
    """One superlative: where its piece of the sentence stands, of whom it is said, which way."""

    place: Place
    start: int
    end: int
    sentence: str
    name: Name
    word: str
    sign: int


class _Tables:
    """The cells of places and of parts of the year, each beside those it can be compared with."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.binder = Binder(material.facts, material.lexicon)
        self.named: defaultdict[Name, list[Fact]] = defaultdict(list)
        self._families: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
        self._summed = {
            _table(fact) for fact in material.facts if fact.origin == "cell" and _is_sum(fact)
        }
        for fact in material.facts:
            for name, family in self._of(fact):
                if fact.home or annexed(material, fact):
                    self.named[name].append(fact)
                    self._families[family].append(fact)
        self._keys = {
            name: _bare(name[1]) for name in self.named if name[0] == "place" and _bare(name[1])
        }

    def _of(self, fact: Fact) -> Iterator[tuple[Name, tuple[object, ...]]]:
        """Whose cell a fact is; a row over time of a table with a sum is one of its parts."""
        yield from _families(fact)
        parted = fact.subject is None and fact.whole and _table(fact) in self._summed
        if fact.origin != "cell" or fact.value is None or _is_sum(fact) or _is_rest(fact.label):
            return
        if parted:
            column = (*_table(fact), fact.source.column, fact.headings, fact.role)
            yield ("place", fact.label), ("place", *column)

    def beside(self, fact: Fact, kind: str) -> list[Fact]:
        """The cells that one of a place, or of a part of the year, is compared with."""
        family = next(family for name, family in self._of(fact) if name[0] == kind)
        return self._families[family]

    def names_in(self, text: str) -> set[Name]:
        """The places and parts of the year that a piece of a text names; the longest of places."""
        key = match_key(text)
        found = [
            (name, bare)
            for name, bare in self._keys.items()
            if re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", key)
        ]
        named: set[Name] = {
            name
            for name, bare in found
            if not any(bare != other and bare in other for _, other in found)
        }
        if named:
            return named
        told = _SCOPE.sub(" ", text)  # "thấp nhất trong 9 tháng"
        return {one for part in parts_in(told) if (one := ("time", part)) in self.named}


def _families(fact: Fact) -> Iterator[tuple[Name, tuple[object, ...]]]:
    """Whose cell a fact is, and what tells the cells beside it from all others."""
    if fact.origin != "cell" or fact.value is None or fact.coded:
        return
    place = fact.source
    unit = fact.measure.group if fact.measure is not None else None
    common = (place.document_id, place.table, unit, fact.role, fact.period)
    if fact.subject is not None and fact.subject_terms and not _is_rest(fact.subject):
        column = (place.column, fact.headings, fact.part_of_year)
        yield ("place", fact.subject), ("place", *common, *column)
    if fact.part_of_year is not None and is_count(fact):
        kind = _KINDS_OF_TIME[fact.part_of_year[0]]
        name = fact.key if fact.subject is None else ""
        row = (place.row, name, fact.subject)
        yield ("time", fact.part_of_year), ("time", *common, *row, kind)


def _table(fact: Fact) -> tuple[object, ...]:
    return (fact.source.document_id, fact.source.table)


def _is_sum(fact: Fact) -> bool:
    """Whether a row without a place sums up the others of its table."""
    key = match_key(fact.label).strip(" .:")
    return fact.subject is None and key in map(match_key, load("indicators")["total_rows"])


def _is_rest(name: str) -> bool:
    """Whether a row holds all that no row names: "Các xã còn lại"."""
    return holds(name, load("checking_rules")["superlatives"]["rest"]) is not None


@remembered(maxsize=4096)
def _bare(name: str) -> str:
    kinds = "|".join(re.escape(match_key(kind)) for kind in load("checking_words")["kinds"])
    return re.sub(rf"^(?:{kinds})\s+", "", match_key(name).strip(" .:-"))


@remembered()
def _superlative() -> re.Pattern[str]:
    words = load("checking_rules")["superlatives"]
    high, low = ("|".join(map(re.escape, words[side])) for side in ("high", "low"))
    first, last = ("|".join(map(re.escape, words[side])) for side in ("first", "last"))
    others = "|".join(map(re.escape, words["other_nhất"]))
    between = (
        rf"(?:\s+(?!(?:{others})(?!\w))[^\W\d]+){{0,4}}?\s+nhất(?!\s+(?:trí|quán|định|thiết)\b)"
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<high>(?:{high}){between}|{first})|(?P<low>(?:{low}){between}|{last}))(?!\w)"
    )


def _said(place: Place, start: int, end: int, tables: _Tables) -> Iterator[_Said]:
    sentence = place.text[start:end]
    cuts = [0, *(found.start() for found in _PIECE.finditer(sentence)), len(sentence)]
    pieces = [(start + one, start + other) for one, other in pairwise(cuts)]
    for at, (begin, stop) in enumerate(pieces):
        piece = match_key(place.text[begin:stop])
        found = list(_superlative().finditer(piece))
        if len(found) != 1 or _other_scope(piece, found[0]):
            continue
        first = begin
        names = tables.names_in(place.text[begin:stop])
        if names and at and piece.startswith("và "):  # "xã A và xã B có số vụ cao nhất"
            joined = place.text[pieces[at - 1][0] : begin]
            if not _superlative().search(match_key(joined)):
                names |= tables.names_in(joined)
        if not names and at:  # "Quý III tiếp nhận 6.480 hồ sơ, cao nhất trong ba quý"
            first = pieces[at - 1][0]
            names = tables.names_in(place.text[first:begin])
            if _superlative().search(match_key(place.text[first:begin])):
                continue
        if len(names) != 1:
            continue
        sign = 1 if found[0].group("high") else -1
        yield _Said(place, first, stop, sentence, next(iter(names)), found[0].group(), sign)


def _other_scope(piece: str, found: re.Match[str]) -> bool:
    """Whether a superlative bounds a figure, speaks of several, or of less or more than a table."""
    words = load("checking_rules")["superlatives"]
    behind = piece[found.end() : found.end() + _SAYS]
    if re.match(r"\s*\d", behind) and found.group().startswith(tuple(words["bounding"])):
        return True
    if holds(piece[: found.start()], words["several"]) is not None:
        return True
    return holds(behind, words["elsewhere"]) is not None


def _judged(said: _Said, tables: _Tables, told: Sequence[Judgement]) -> Iterator[Finding]:
    for fact in _meant(said, tables, told):
        family = tables.beside(fact, said.name[0])
        if len(family) < 2 or fact.value is None:
            return
        best = max(family, key=lambda one: (one.value or 0) * said.sign)
        if best.value is None or (best.value - fact.value) * said.sign <= 0:
            return
        said_of = quoted(said.place.text[said.start : said.end])
        yield Finding(
            code="contradiction",
            severity="error",
            message=f"{said_of} nêu “{said.word}” với {quoted(stated(fact))} nhưng "
            f"{quoted(_shown(best, said))} là {quoted(stated(best))} ({location(best)}).",
            left=_source(said, told),
            right=best.source,
        )
        return


def _shown(fact: Fact, said: _Said) -> str:
    if said.name[0] == "place":
        return fact.label
    column = fact.source.column or ""
    return f"{fact.label} – {column}" if column else fact.label


def _source(said: _Said, told: Sequence[Judgement]) -> Source:
    near = [one.claim for one in told if said.start <= one.claim.span.start < said.end]
    return near[0].source if near else said.place.source


def _meant(said: _Said, tables: _Tables, told: Sequence[Judgement]) -> list[Fact]:
    """The cell of the named place or time that the piece speaks of, or none."""
    own = tables.named[said.name]
    for judged in told:
        inside = said.start <= judged.claim.span.start < said.end
        if inside and judged.verdict in ("match", "rounded"):
            cells = [fact for fact in own if fact is judged.against]
            if cells:
                return cells
    lexicon = tables.material.lexicon
    words = lexicon.terms(said.sentence)
    around = lexicon.terms(" . ".join((said.sentence, *said.place.headings[-1:])))
    telling = {one for one in words - _besides(tables, said) if lexicon.knows(one)}
    ranked = sorted(
        (
            (_explains(telling, fact, lexicon), tables.binder.fit(words, around, fact), fact)
            for fact in own
        ),
        key=lambda one: one[:2],
        reverse=True,
    )
    if not ranked or (ranked[0][0] < _MOSTLY and ranked[0][1] < LIKELY):
        return []
    best = ranked[0]
    near = [
        fact
        for held, fit, fact in ranked
        if held >= best[0] - MARGIN and (fit >= best[1] - MARGIN or best[1] < LIKELY)
    ]
    verdicts = {_holds(fact, tables.beside(fact, said.name[0]), said.sign) for fact in near}
    return [near[0]] if len(verdicts) == 1 else []


def _besides(tables: _Tables, said: _Said) -> Weights:
    """The words of a sentence that say of whom it speaks and how it ranks, not what it counts."""
    lexicon = tables.material.lexicon
    ranks = _superlative().findall(match_key(said.sentence))
    words = [said.word, *load("checking_words")["times"], *(one for rank in ranks for one in rank)]
    return lexicon.terms(" . ".join(words)) | lexicon.of_subjects(said.sentence)


def _explains(telling: set[str], fact: Fact, lexicon: Lexicon) -> float:
    """How much of what a sentence tells the name of a cell holds, 0..1."""
    whole = fsum(map(lexicon.weight, telling))
    return fsum(map(lexicon.weight, telling & fact.own)) / whole if whole else 0.0


def _holds(fact: Fact, family: Sequence[Fact], sign: int) -> bool:
    return all(
        one.value is None or fact.value is None or (one.value - fact.value) * sign <= 0
        for one in family
    )
