"""A question in full, as it is searched and shown."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asking import restated, texts
from assistant.asking.query import Intent, Limits, Query

_FEW_ISSUERS = 2


def standalone(query: Query) -> str:
    """The question in full, as it is searched."""
    template = restated.STANDALONE.get(query.intent.value, restated.STANDALONE["open"])
    if query.extreme is not None:
        template = restated.STANDALONE["extreme"]
    if query.intent is Intent.FACT:
        asked = query.question.rstrip(" ?.!")
        told = any(number in asked for number in (*query.limits.numbers, *query.limits.ref_numbers))
        limits = replace(query.limits, numbers=(), ref_numbers=()) if told else query.limits
        return f"{asked}{limits_said(limits)}?"
    topic = _topic(query)
    if query.subject and query.intent not in (Intent.LIST, Intent.COUNT):
        topic = f"{restated.SUBJECT_WORDS[query.subject]} {topic}"
    noun = texts.NOUNS[query.subject or "tasks"]
    limits = query.limits
    if limits.unit and query.intent in restated.STANDALONE_OF_UNIT:
        return _of_unit(query, noun)
    filled = template.format(
        topic=topic,
        limits=limits_said(query.limits),
        noun=noun,
        asked=query.question.rstrip(" ?.!"),
    )
    sentence = " ".join(filled.replace(" ?", "?").split())
    return sentence[:1].upper() + sentence[1:]


def _of_unit(query: Query, noun: str) -> str:
    """Which tasks a unit has, or how many: the unit before, what they are limited to behind."""
    limits = query.limits
    whose = replace(Limits(), places=limits.places, issuers=limits.issuers, numbers=limits.numbers)
    rest = replace(
        limits, unit=None, places=(), unknown_places=limits.unknown_places, issuers=(), numbers=()
    )
    topic = restated.STANDALONE_ABOUT.format(topic=_topic(query)) if query.required else ""
    said = restated.STANDALONE_OF_UNIT[query.intent].format(
        unit=f"{limits.unit}{limits_said(whose)}",
        verb=restated.STANDALONE_VERBS[limits.unit_role],
        noun=noun,
        limits=f"{topic}{limits_said(rest)}",
    )
    return said[:1].upper() + said[1:]


def _topic(query: Query) -> str:
    """The topic with the thing named before it ("báo cáo đột xuất")."""
    first = next((at for at, entry in enumerate(query.topic) if entry.required), 0)
    before: list[str] = []
    for at in range(first - 1, -1, -1):
        entry, following = query.topic[at], query.topic[at + 1]
        if not entry.naming or entry.place != following.place - 1:
            break
        before.insert(0, entry.word.shown)
    return " ".join((*before, query.topic_text))


def said_anew(query: Query, previous: Query) -> str | None:
    """The question before in its own words, with the year, place or unit now meant in it.

    ``None`` where more has changed than those, or where it does not say them.
    """
    now, before = query.limits, previous.limits
    same = (query.intent, query.topic, query.subject, query.fact, query.state) == (
        previous.intent,
        previous.topic,
        previous.subject,
        previous.fact,
        previous.state,
    )
    if not same or _others(now) != _others(before):
        return None
    pairs = [
        *zip(map(str, before.years), map(str, now.years), strict=False),
        *zip(before.places, now.places, strict=False),
        *([(before.unit, now.unit)] if before.unit and now.unit else []),
    ]
    told = previous.standalone
    for old, new in pairs:
        if old == new:
            continue
        places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", told)]
        if len(places) != 1:
            return None
        told = f"{told[: places[0]]}{new}{told[places[0] + len(old) :]}"
    return told if told != previous.standalone else None


def _others(limits: Limits) -> Limits:
    """The limits without those that may be put in the place of others of their kind."""
    several = (len(limits.years), len(limits.places), bool(limits.unit))
    return replace(
        limits, years=(several[0],), places=("",) * several[1], unit="" if several[2] else None
    )


def _places_said(limits: Limits) -> str:
    """The places meant, and the bodies that issued what is meant."""
    places = ", ".join((*limits.places, *limits.unknown_places))
    if not 0 < len(limits.issuers) <= _FEW_ISSUERS:
        return places
    issuers = ", ".join(limits.issuers)
    return issuers if places in issuers else f"{issuers} {places}"


def shown(query: Query) -> str:
    """The question as it is shown: with the document it is asked of, where an answer meant that."""
    if not query.limits.called:
        return query.standalone
    asked = query.standalone.rstrip(" ?.!")
    return restated.STANDALONE_DOCUMENT.format(asked=asked, label=query.limits.called)


def limits_said(limits: Limits) -> str:
    """The limits in words, as they follow the topic."""
    parts: list[str] = []
    if limits.key:
        parts.append(restated.STANDALONE_KEY.format(key=limits.key))
    if limits.unit:
        parts.append(restated.STANDALONE_UNIT[limits.unit_role].format(unit=limits.unit))
    if limits.partner:
        parts.append(restated.STANDALONE_UNIT[limits.partner_role].format(unit=limits.partner))
    if limits.kind_words:
        names = [restated.KIND_WORDS[name] for name in limits.kind_words]
        parts.append(restated.STANDALONE_KIND.format(kind=", ".join(names)))
    if named := _places_said(limits):
        parts.append(restated.STANDALONE_PLACE.format(places=named))
    if limits.numbers or limits.ref_numbers:
        numbers = ", ".join((*limits.numbers, *limits.ref_numbers))
        parts.append(restated.STANDALONE_NUMBER.format(numbers=numbers))
    told = limits.window.text if limits.window else ""
    if limits.years and not any(str(year) in told for year in limits.years):
        years = restated.AND_YEAR.join(map(str, limits.years))
        parts.append(restated.STANDALONE_YEARS.format(years=years))
    if limits.period:
        parts.append(
            restated.STANDALONE_PERIOD.format(first=limits.period.from_, last=limits.period.to)
        )
    if limits.window:
        parts.append(restated.STANDALONE_WINDOW.format(window=limits.window.text))
    return "".join(parts)
