"""Picks the entries a question is about: limits first, then topic, best first per document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.asking.finding.corpus import Corpus, Entry, EntryKind
from assistant.asking.finding.due import deadlines, falls_in
from assistant.asking.finding.matching import COVERED, Match, match
from assistant.asking.finding.narrowing import narrowed
from assistant.asking.labels import horizon_text
from assistant.asking.query import Intent, Limits, Query, UnitRole
from assistant.asking.questions.codes import code_spans, codes_of
from assistant.asking.questions.limits import annex_number, compact
from assistant.asking.questions.topic import Topic, build_topic
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Document, Indicator, Period, Target, Task
from ingest.text.normal import fold
from ingest.text.unit_keys import UNKNOWN, Issuer, unit_slug

_EACH = ("cac",)
_OWN = (("truc", "thuoc", "so"), ("truc", "thuoc"), ("thuoc", "so"), ("thuoc",))


@dataclass(frozen=True, slots=True)
class Search:
    """A query with its topic and the documents it may be answered from.

    ``meant`` are records that mean what is asked though they say it in other words.
    """

    query: Query
    corpus: Corpus
    topic: Topic
    documents: tuple[Document, ...]
    meant: frozenset[str] = frozenset()
    _ranked: dict[tuple[EntryKind, ...], list[Match]] = field(default_factory=dict, compare=False)

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the documents in scope."""
        return frozenset(document.id for document in self.documents)


def entry_horizon(search: Search, entry: Entry) -> str:
    """The period a target is for, in words; empty for what is no target."""
    if not isinstance(entry.record, Target):
        return ""
    several = entry.document.id in search.corpus.many_horizons
    return horizon_text(entry.record, entry.document, several=several)


def start_search(query: Query, corpus: Corpus) -> Search:
    """Resolve the document limits of ``query`` and cut its topic."""
    return Search(query, corpus, build_topic(query, corpus), in_scope(query.limits, corpus))


def in_scope(limits: Limits, corpus: Corpus) -> tuple[Document, ...]:
    """The documents the question may mean. Number and place exclude; a kind word only prefers.

    Of alternatives each brings its own documents, within the years that it names.
    """
    if limits.alternatives:
        found = {
            document.id
            for one in limits.alternatives
            for document in in_scope(one, corpus)
            if covers_years(document.period, one)
        }
        chosen = set(limits.chosen) or found
        return tuple(doc for doc in corpus.documents if doc.id in found & chosen)
    documents = [
        document
        for document in corpus.documents
        if not limits.chosen or document.id in limits.chosen
    ]
    if limits.numbers:
        wanted = {compact(number) for number in limits.numbers}
        documents = [
            document
            for document in documents
            if document.number and compact(document.number) in wanted
        ]
    if limits.places:
        documents = [document for document in documents if document.province in limits.places]
    if limits.issuers:
        wanted_issuers = {fold(name) for name in limits.issuers}
        documents = [
            doc for doc in documents if doc.issuer is None or fold(doc.issuer) in wanted_issuers
        ]
    if limits.length:
        documents = [
            doc for doc in documents if doc.period and _length(doc.period) == limits.length
        ] or documents
    if limits.period and any(document.period == limits.period for document in documents):
        documents = [doc for doc in documents if doc.period in (None, limits.period)]
    if limits.kinds:
        documents = [doc for doc in documents if doc.kind in limits.kinds] or documents
    if limits.entitled:
        documents = [doc for doc in documents if doc.id in limits.entitled] or documents
    return tuple(documents)


def _length(period: Period) -> int:
    return period.to - period.from_ + 1


def covers_years(period: Period | None, limits: Limits) -> bool:
    """Whether a period has to do with the years asked about. Unknown periods may."""
    if period is None:
        return True
    if limits.period and not (
        period.from_ <= limits.period.to and limits.period.from_ <= period.to
    ):
        return False
    return not limits.years or any(period.from_ <= year <= period.to for year in limits.years)


def timely(entry: Entry, limits: Limits) -> bool:
    """Whether an entry belongs to the years asked about, by its own period or its document's.

    A text that names the year itself belongs to it too ("phương hướng năm sau" in a report).
    """
    if not limits.years and limits.period is None:
        return True
    record = entry.record
    if isinstance(record, Target) and record.horizon is not None:
        return _horizon_fits(record.horizon, limits)
    if isinstance(record, Indicator) and record.period is not None:
        return covers_years(record.period, limits)
    if isinstance(record, Task) and not _due_years(record).isdisjoint(limits.years):
        return True
    named = {str(year) for year in limits.years}
    if entry.kind in ("passages", "tasks", "refs") and named & (
        entry.body.words | entry.context.words
    ):
        return True
    if entry.document.period is None:
        return not limits.years or not _own_years(entry).isdisjoint(limits.years)
    return covers_years(entry.document.period, limits)


def _due_years(task: Task) -> set[int]:
    """The years in which the deadlines of a task lie, where they are written out."""
    return {
        year
        for deadline in deadlines(task)
        if deadline.to and deadline.to[:4] in deadline.text
        for year in range(int((deadline.from_ or deadline.to)[:4]), int(deadline.to[:4]) + 1)
    }


def _own_years(entry: Entry) -> set[int]:
    """The years of an entry in a document without a period: its deadline's, its date's."""
    days = [entry.document.date]
    if isinstance(entry.record, Task):
        days += [deadline.to for deadline in deadlines(entry.record)]
    return {int(day[:4]) for day in days if day}


def _horizon_fits(horizon: Period, limits: Limits) -> bool:
    if limits.period is not None and limits.period != horizon:
        return horizon.from_ >= limits.period.from_ and horizon.to <= limits.period.to
    if not limits.years:
        return True
    return any(horizon.from_ <= year <= horizon.to for year in limits.years)


def has_unit(
    names: Iterable[str], slugs: Sequence[str], unit: str, issuer: Issuer = UNKNOWN
) -> bool:
    """Whether ``unit`` is among the units of ``issuer``, by name or by the alias they share."""
    wanted = unit_slug(unit, issuer)
    if wanted in slugs:
        return True
    phrase = _whoever(plain_phrase(unit))
    return any(
        unit_slug(name, issuer) == wanted
        or contains(plain_phrase(name), phrase) == 0
        or _whoever(plain_phrase(name)) == phrase
        for name in names
    )


def _whoever(group: Phrase) -> Phrase:
    """A group without the words that it belongs to the office itself ("các ban trực thuộc Sở")."""
    if group[:1] != _EACH:
        return group
    ends = next((end for end in _OWN if group[-len(end) :] == end), ())
    return group[: len(group) - len(ends)]


def _by_unit(entry: Entry, limits: Limits) -> bool:
    record = entry.record
    if limits.unit is None:
        return True
    if not isinstance(record, Task | Target):
        return False
    wanted = [(limits.unit, limits.unit_role)]
    if limits.partner is not None:
        wanted.append((limits.partner, limits.partner_role))
    issuer = Issuer.of(entry.document)
    return all(_takes_part(record, unit, role, issuer) for unit, role in wanted)


def _takes_part(record: Task | Target, unit: str, role: UnitRole, issuer: Issuer) -> bool:
    slugs = record.lead_units if isinstance(record, Task) else ()
    leads = role != "coordinating" and has_unit(record.lead, slugs, unit, issuer)
    return leads or (role != "lead" and has_unit(record.coordinating, (), unit, issuer))


def _by_key(entry: Entry, limits: Limits) -> bool:
    if limits.key is None:
        return True
    record = entry.record
    if record is None:
        section = ".".join(entry.source.section)
        return section == limits.key or section.startswith(f"{limits.key}.")
    asked = limits.key
    codes = frozenset(code for _, _, code in code_spans(asked))
    if codes and not codes.isdisjoint(codes_of(entry)):
        return True
    keys = [record.key]
    if isinstance(record, Task) and record.objective:
        keys.append(record.objective)
    return any(
        key == asked or key.startswith((f"{asked}.", f"{asked}-")) or _ends_with(key, asked)
        for key in keys
    )


def _ends_with(key: str, asked: str) -> bool:
    """A key named without its Roman section ("7.9", "2.12")."""
    return "." in asked and asked[0].isdigit() and key.endswith(f".{asked}")


def _by_window(entry: Entry, limits: Limits) -> bool:
    """Whether a task is due within the window, a figure or text is for the months named."""
    if limits.window is None:
        return True
    if entry.kind in ("indicators", "passages"):
        return not entry.parts.isdisjoint(limits.parts)
    return isinstance(entry.record, Task) and falls_in(
        entry.record, limits.window, entry.document.period
    )


def _annex_meant(search: Search) -> int | None:
    """The number of the annex asked for, where a document in scope has rows in such a one."""
    asked, ids = annex_number(search.query.limits.annex), search.ids
    if asked is None:
        return None
    held = (
        annex_number(entry.record.annex)
        for entry in search.corpus.entries
        if entry.record is not None and entry.document.id in ids
    )
    return asked if asked in held else None


def _by_annex(entry: Entry, annex: int | None) -> bool:
    return annex is None or entry.record is None or annex_number(entry.record.annex) == annex


def allowed(search: Search, kinds: Sequence[EntryKind]) -> list[Entry]:
    """Entries of these kinds that satisfy every limit but the topic."""
    limits, ids = search.query.limits, search.ids

    def choose() -> list[Entry]:
        annex = _annex_meant(search)
        return [
            entry
            for entry in search.corpus.entries
            if entry.kind in kinds
            and entry.document.id in ids
            and timely(entry, limits)
            and _by_unit(entry, limits)
            and _by_key(entry, limits)
            and _by_window(entry, limits)
            and _by_annex(entry, annex)
        ]

    return [*search.corpus.once(("allowed", limits, ids, tuple(kinds)), choose)]


def ranked(search: Search, kinds: Sequence[EntryKind]) -> list[Match]:
    """Allowed entries with their topic match, best first.

    Without a topic a row's key must say what is meant; the entries keep document order.
    """
    if search.topic.empty and search.query.limits.key is None:
        return []
    wanted = tuple(kinds)
    if wanted not in search._ranked:
        query = search.query
        key = (wanted, query.limits, search.ids, search.topic, query.accented, search.meant)
        search._ranked[wanted] = [*search.corpus.once(key, lambda: _matched(search, wanted))]
    return search._ranked[wanted]


def _matched(search: Search, kinds: Sequence[EntryKind]) -> list[Match]:
    entries = allowed(search, kinds)
    if not search.topic.empty:
        entries = [entry for entry in entries if _concerns(search, entry)]
    found = [
        _taken_as_meant(search, match(entry, search.topic, accented=search.query.accented))
        for entry in entries
    ]
    return sorted(found, key=lambda one: -one.score)


def _concerns(search: Search, entry: Entry) -> bool:
    return search.topic.touches(entry) or _is_meant(search, entry)


def _is_meant(search: Search, entry: Entry) -> bool:
    return entry.record is not None and entry.record.id in search.meant


def _taken_as_meant(search: Search, found: Match) -> Match:
    if not _is_meant(search, found.entry):
        return found
    whole = tuple(1.0 for _ in search.topic.terms)
    return replace(found, coverage=max(found.coverage, COVERED), missing=(), levels=whole, named=())


def fitting(search: Search, kinds: Sequence[EntryKind], *, wide: bool = False) -> list[Match]:
    """The ranked entries that are about the topic, see :func:`narrowing.narrowed`."""
    return narrowed(ranked(search, kinds), search.topic, wide=wide)


def by_document(matches: Iterable[Match]) -> dict[str, list[Match]]:
    """Matches per document, keeping order."""
    groups: dict[str, list[Match]] = {}
    for found in matches:
        groups.setdefault(found.entry.document.id, []).append(found)
    return groups


def wants_records(query: Query) -> bool:
    """Whether the question is one that typed records answer."""
    return query.intent not in (Intent.PROSE, Intent.REASON, Intent.SUMMARY, Intent.DEFINITION)
