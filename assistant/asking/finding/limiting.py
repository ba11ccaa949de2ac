"""Which documents and entries satisfy what limits a question: place, years, unit, key, window."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.due import deadlines, falls_in
from assistant.asking.query import Limits, UnitRole
from assistant.asking.questions.codes import code_spans, codes_of
from assistant.asking.questions.limits import annex_number, compact
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Document, Indicator, Period, Target, Task
from ingest.text.normal import fold
from ingest.text.unit_keys import UNKNOWN, Issuer, unit_slug

_EACH = ("cac",)
_NAMED = re.compile(r"[IVX]+$|\w+\.|[^\W\d]{2,}$")
"""Numbers of sections that stand for themselves below another one: "II", "2.5", "hai"."""
_OWN = (("truc", "thuoc", "so"), ("truc", "thuoc"), ("thuoc", "so"), ("thuoc",))


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
        return _stands_below(entry.source.section, limits.key)
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


def _stands_below(section: Sequence[str], key: str) -> bool:
    """Whether running text stands in the section of this number, the numbers above it told or not.

    A bare number or letter counts from the outermost section: too many hold a "2" or an "a".
    """
    path = f".{'.'.join(section)}.".casefold()
    asked = f".{key}.".casefold()
    return path.startswith(asked) or (_NAMED.match(key) is not None and asked in path)


def _ends_with(key: str, asked: str) -> bool:
    """A key named without its Roman section ("7.9", "2.12", the "B" of "VII-B")."""
    if asked.isalpha() and len(asked) == 1:
        return key.split(".", maxsplit=1)[0].endswith(f"-{asked}")
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


def _by_annex(entry: Entry, annex: int | None) -> bool:
    return annex is None or entry.record is None or annex_number(entry.record.annex) == annex


def satisfies(entry: Entry, limits: Limits, *, annex: int | None) -> bool:
    """Whether an entry satisfies every limit but those of its document."""
    return (
        timely(entry, limits)
        and _by_unit(entry, limits)
        and _by_key(entry, limits)
        and _by_window(entry, limits)
        and _by_annex(entry, annex)
    )
