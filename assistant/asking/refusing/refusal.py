"""Refusals that help: what is missing, where it was looked for, the nearest thing there is."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking import texts
from assistant.asking.composers.choice import entry_text
from assistant.asking.finding.corpus import Corpus, EntryKind
from assistant.asking.finding.limiting import covers_years, has_unit, in_scope
from assistant.asking.finding.matching import Match, match, unknown_terms
from assistant.asking.finding.meaning import nearest_in_meaning
from assistant.asking.finding.progress import status_cell
from assistant.asking.finding.retrieval import Search, allowed, start_search
from assistant.asking.labels import document_labels, limits_text, period_text, scope_text, tidy
from assistant.asking.page import Composed, Page, refused
from assistant.asking.query import Intent, Limits, Query
from assistant.asking.refusing.before import refuse_before, stored_nowhere
from assistant.asking.refusing.elsewhere import stands_elsewhere
from assistant.asking.refusing.naming import phrases_asked, topic_asked
from assistant.asking.words import contains, plain_phrase
from ingest.model import Source, Task
from ingest.text.organisations import unit_slug

_NEAREST = 0.5
_NOT_SAID = {
    Intent.DEADLINE: texts.REFUSE_NO_DEADLINE,
    Intent.PRODUCT: texts.REFUSE_NO_PRODUCT,
}
_OPENING = 2
_MOST_UNITS, _MOST_SOURCES, _MOST_NAMED = 3, 3, 5
_KINDS: tuple[EntryKind, ...] = ("targets", "tasks", "indicators", "passages")


def refuse_foreign(query: Query, corpus: Corpus) -> Composed:
    """Name the English words that say something no stored text does."""
    early = refuse_before(query, corpus)
    if early is not None:
        return early
    search = start_search(query, corpus)
    if not search.documents:
        return refused(nothing_left(search))
    named = ", ".join(texts.QUOTED.format(text=word) for word in query.foreign)
    reason = texts.REFUSE_MISSING.format(terms=named, scope=scope_text(search.documents))
    return _with_nearest(search, reason, _nearest(search))


def refuse(search: Search) -> Composed:
    """Say why nothing was found, and show the nearest thing if something comes near."""
    if not search.documents:
        return refused(nothing_left(search))
    query, scope = search.query, scope_text(search.documents)
    if query.state is not None and tells_states(search) is False:
        return refused(texts.REFUSE_NO_STATES.format(scope=scope[:1].upper() + scope[1:]))
    if query.limits.ref_numbers and query.fact in ("signer", "recipients"):
        numbers = ", ".join(query.limits.ref_numbers)
        return refused(texts.REFUSE_CITED_ONLY.format(numbers=numbers))
    if query.limits.ref_numbers:
        nowhere = stored_nowhere(query.limits, search.corpus)
        cited = not nowhere and all("/" in number for number in query.limits.ref_numbers)
        said = texts.REFUSE_CONTENTS if cited else texts.REFUSE_NUMBER
        return refused(said.format(numbers=", ".join(nowhere or query.limits.ref_numbers)))
    if query.intent is Intent.BASIS and query.ref_types and search.topic.empty:
        types = ", ".join(query.ref_types)
        return refused(texts.REFUSE_NO_REF.format(types=types, scope=scope))
    if search.topic.empty and query.limits.key is not None:
        return refused(texts.REFUSE_NO_KEY.format(key=query.limits.key, scope=scope))
    if search.topic.empty and query.intent is Intent.LEAD:
        return refused(texts.REFUSE_FACT.format(scope=scope))
    if search.topic.empty and query.intent not in (Intent.LIST, Intent.COUNT, Intent.OPEN):
        return refused(texts.REFUSE_NO_TOPIC)
    if search.topic.empty and not query.subject and query.intent is Intent.OPEN:
        return refused(texts.REFUSE_DOCUMENT.format(periods=_periods(search)))
    if search.topic.empty:
        noun = texts.NOUNS[query.subject or "tasks"]
        reason = texts.REFUSE_KIND.format(
            scope=scope[:1].upper() + scope[1:], noun=noun, limits=limits_text(query)
        )
        return _with_similar_units(search, reason)
    other_years = _answerable_without_years(search)
    apart = other_years is None or bool(query.limits.parts)
    if apart and (elsewhere := stands_elsewhere(search, scope=scope)) is not None:
        return elsewhere
    own = _nearest(search)
    nearest = other_years or own
    if _lacks_years(search, own, other_years):
        reason = texts.REFUSE_YEAR.format(
            years=_asked_years(query), scope=scope, periods=_periods(search)
        )
    else:
        reason = _missing_reason(search, nearest, scope)
    return _with_nearest(search, reason, nearest)


def tells_states(search: Search) -> bool | None:
    """Whether any task in scope says how far it has come; ``None`` where there are no tasks."""
    ids = search.ids
    told = [
        status_cell(entry.record) is not None
        for entry in search.corpus.entries
        if isinstance(entry.record, Task) and entry.document.id in ids
    ]
    return any(told) if told else None


def _alike(unit: str, asked: str) -> bool:
    """Whether a unit's name stands in the one asked about, or both open with the same words."""
    name, wanted = plain_phrase(unit), plain_phrase(asked)
    opening = name[:_OPENING] == wanted[:_OPENING]
    return opening or (len(name) >= _OPENING and contains(wanted, name) >= 0)


def nothing_left(search: Search) -> str:
    """Which of the named documents, places and issuers excludes which, and what there is."""
    limits = search.query.limits
    if limits.ref_numbers:
        return texts.REFUSE_NUMBER.format(numbers=", ".join(limits.ref_numbers))
    alone = [
        *((number, Limits(numbers=(number,))) for number in limits.numbers),
        *((place, Limits(places=(place,))) for place in limits.places),
        *((issuer, Limits(issuers=(issuer,))) for issuer in limits.issuers),
    ]
    if limits.chosen:
        alone.insert(0, (texts.CHOSEN, Limits(chosen=limits.chosen)))
    labels = document_labels(search.corpus.documents)
    said = [
        texts.FILTER_HOLDS.format(
            name=name,
            documents=", ".join(
                labels[document.id] for document in in_scope(one, search.corpus)[:_MOST_NAMED]
            )
            or texts.NOTHING,
        )
        for name, one in alone
    ]
    names = ", ".join(texts.QUOTED.format(text=name) for name, _ in alone)
    return texts.REFUSE_FILTERS.format(names=names, each="; ".join(said))


def _with_similar_units(search: Search, reason: str) -> Composed:
    """Name the units of a similar name that lead something, where the asked one leads nothing."""
    limits = search.query.limits
    if limits.unit is None:
        return refused(reason)
    free = replace(search.query, limits=replace(limits, unit=None, partner=None, window=None))
    led: dict[str, list[Source]] = {}
    names: dict[str, str] = {}
    for entry in allowed(replace(search, query=free), ("tasks",)):
        if isinstance(entry.record, Task):
            for unit in entry.record.lead:
                name = names.setdefault(unit_slug(unit), unit)
                led.setdefault(name, []).append(entry.source)
    if has_unit(led, (), limits.unit):
        return refused(reason)
    near = sorted(
        (unit for unit in led if _alike(unit, limits.unit)),
        key=lambda unit: -len(led[unit]),
    )[:_MOST_UNITS]
    page = Page()
    page.raw(reason)
    page.gap()
    for unit in near:
        said = texts.SIMILAR_UNIT.format(unit=tidy(unit), count=len(led[unit]))
        page.add(said, led[unit][:_MOST_SOURCES])
    return Composed(page if near else Page(), "refused", None, reason)


def _asked_years(query: Query) -> str:
    limits = query.limits
    if limits.years:
        return texts.IN_YEAR.format(year=", ".join(map(str, limits.years)))
    return period_text(limits.period)


def _periods(search: Search) -> str:
    periods = {period_text(document.period) for document in search.documents} - {""}
    return ", ".join(sorted(periods)) or texts.NO_PERIOD


def _lacks_years(search: Search, own: Match | None, other: Match | None) -> bool:
    """Whether the years asked about are what is missing: nothing is stored for them."""
    limits = search.query.limits
    if not limits.years and limits.period is None:
        return False
    covered = any(covers_years(document.period, limits) for document in search.documents)
    if not covered and (other is not None or not unknown_terms(search.topic, search.corpus)):
        return True
    return other is not None and other.fits and not (own is not None and own.fits)


def _answerable_without_years(search: Search) -> Match | None:
    limits = search.query.limits
    if not limits.years and limits.period is None:
        return None
    free = replace(search.query, limits=replace(limits, years=(), period=None))
    return _nearest(start_search(free, search.corpus))


def _nearest(search: Search) -> Match | None:
    found = [
        match(entry, search.topic, accented=search.query.accented)
        for entry in allowed(search, _KINDS)
        if search.topic.touches(entry)
    ]
    best = max(found, key=lambda one: (one.fits, one.score), default=None)
    return best if best is not None and best.coverage >= _NEAREST else None


def _missing_reason(search: Search, nearest: Match | None, scope: str) -> str:
    nowhere = unknown_terms(search.topic, search.corpus)
    if search.query.extreme is not None and not nowhere:
        return texts.REFUSE_NO_EXTREME.format(topic=search.query.topic_text, scope=scope)
    if search.query.intent is Intent.REASON and not nowhere:
        return texts.REFUSE_NO_REASON.format(topic=topic_asked(search.query), scope=scope)
    if search.query.intent in _NOT_SAID and nearest is not None and nearest.fits:
        return _NOT_SAID[search.query.intent].format(scope=scope)
    if search.query.intent is Intent.VALUE and nearest is not None and nearest.fits:
        return texts.REFUSE_NO_FIGURE.format(topic=topic_asked(search.query), scope=scope)
    if nowhere:
        phrases = phrases_asked(search.query, search.topic.terms, nowhere)
        named = ", ".join(texts.QUOTED.format(text=text) for text in phrases)
        return texts.REFUSE_MISSING.format(terms=named, scope=scope)
    return texts.REFUSE_TOGETHER.format(topic=topic_asked(search.query), scope=scope)


def _with_nearest(search: Search, reason: str, nearest: Match | None) -> Composed:
    page = Page()
    page.raw(reason)
    nearest = nearest or nearest_in_meaning(search, _KINDS)
    if nearest is not None:
        labels = document_labels(search.corpus.documents)
        text = texts.NEAREST.format(
            text=entry_text(nearest.entry), document=labels[nearest.entry.document.id]
        )
        page.gap()
        page.add(text, [nearest.entry.source], bullet="")
    return Composed(page, "refused", None, reason)
