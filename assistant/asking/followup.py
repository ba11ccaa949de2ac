"""Questions that go on from earlier ones, turned into questions that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.corpus import Corpus
from assistant.asking.query import Intent, Limits, Quantity, Query, TopicWord
from assistant.asking.retrieval import covers_years, in_scope
from assistant.asking.words import contains
from ingest.model import Indicator, Target

_FEW_WORDS = 6
_OF_TASKS = frozenset(
    {Intent.REASON, Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT}
)


def resolve(query: Query, previous: Query | None, corpus: Corpus) -> Query:
    """``query`` completed from ``previous`` where it does not stand alone."""
    if previous is None:
        return query
    if not _depends(query):
        return _of_the_same(query, previous, corpus) if _is_short(query, previous) else query
    if (other := _other_subject(query, previous, corpus)) is not None:
        query = other
    own_topic = bool(query.required) or _names_row(query)
    intent = query.intent if query.explicit_intent else _carried(query, previous)
    if intent is Intent.GREETING:
        return query
    if intent in _OF_TASKS and previous.subject == "indicators" and not query.limits.years:
        previous = replace(
            previous, subject=None, limits=replace(previous.limits, years=(), period=None)
        )
    merged = replace(
        query,
        intent=intent,
        topic=query.topic if own_topic else _without_years(previous.topic),
        words=query.words if own_topic else previous.words,
        limits=_timely(
            _merged(query.limits, previous.limits, own_topic=own_topic), query.limits, corpus
        ),
        subject=query.subject or previous.subject,
        quantity=query.quantity
        or (None if own_topic else previous.quantity or _measured_as(query, previous, corpus)),
        blanks=query.blanks or (previous.blanks and not own_topic),
        without_lead=query.without_lead or (previous.without_lead and not own_topic),
        explicit_intent=query.explicit_intent or previous.explicit_intent,
        accented=query.accented and (previous.accented or own_topic),
        follows_on=True,
    )
    if merged.intent is Intent.FACT and query.fact is None:
        merged = replace(merged, fact=previous.fact)
    merged = replace(merged, standalone=standalone(merged))
    listed = previous.intent is Intent.LIST and not merged.required and merged.limits.unit
    if listed and merged.intent is Intent.COORDINATING:  # of the tasks listed before
        return replace(merged, intent=Intent.LIST, aspects=(Intent.COORDINATING,))
    return merged


def set_beside(query: Query, earlier: Sequence[Query]) -> Query:
    """A comparison that names no years of its own, of the last two years asked about."""
    years = tuple(dict.fromkeys(year for one in reversed(earlier) for year in one.limits.years))
    known = query.limits.years
    if query.intent is not Intent.COMPARE or not query.follows_on or len(known) > 1:
        return query
    pair = tuple(sorted((*known, *(year for year in years if year not in known))[:2]))
    if len(pair) < 2 or pair == known:
        return query
    limits = replace(query.limits, years=pair, period=None)
    query = replace(query, limits=limits)
    return replace(query, standalone=standalone(query))


def _other_subject(query: Query, previous: Query, corpus: Corpus) -> Query | None:
    """The earlier question about another row of a table ("còn phường X thì sao?")."""
    own = tuple(entry.word.plain for entry in query.required)
    if query.explicit_intent or not own:
        return None
    before = previous.topic
    plain = tuple(entry.word.plain for entry in before)
    names = {
        corpus.features(entry.record.subject).plain
        for entry in corpus.entries
        if isinstance(entry.record, Indicator) and entry.record.subject
    }
    if own not in names:
        return None
    for name in sorted(names, key=len, reverse=True):
        place = contains(plain, name)
        if place >= 0 and name != own:
            first = before[place].place
            new = [replace(one, place=first + n) for n, one in enumerate(query.required)]
            kept = [
                replace(one, place=one.place + len(own) if one.place > first else one.place)
                for index, one in enumerate(before)
                if not place <= index < place + len(name)
            ]
            topic = tuple(sorted((*kept, *new), key=lambda one: one.place))
            return replace(query, topic=topic, words=tuple(one.word.plain for one in topic))
    return None


def _names_row(query: Query) -> bool:
    """Whether a row's number says what is meant, so that no topic is taken over."""
    return query.limits.key is not None and "." in query.limits.key


def _carried(query: Query, previous: Query) -> Intent:
    """What is asked as before; a figure where the question turns to targets or results."""
    figures = query.subject in ("targets", "indicators") and query.subject != previous.subject
    return Intent.VALUE if figures and previous.intent in _OF_TASKS else previous.intent


def _measured_as(query: Query, previous: Query, corpus: Corpus) -> Quantity | None:
    """A share where the targets asked about before all are shares, and their results come next."""
    if query.subject != "indicators" or previous.subject != "targets":
        return None
    named = {entry.word.plain for entry in previous.required}
    ids = {document.id for document in in_scope(previous.limits, corpus)}
    targets = [
        entry.record
        for entry in corpus.entries
        if isinstance(entry.record, Target)
        and entry.document.id in ids
        and named <= entry.body.words
    ]
    shares = [(target.unit or "").startswith("%") for target in targets]
    return "share" if shares and all(shares) else None


def _is_short(query: Query, previous: Query) -> bool:
    """Whether a few words name no document, after a question that did: the same one is meant."""
    own, before = query.limits, previous.limits
    named = own.names_documents or own.issuers or own.unknown_places or own.ref_numbers
    return (
        len(query.words) <= _FEW_WORDS
        and query.intent not in (Intent.GREETING, Intent.DEFINITION, Intent.FACT)
        and not named
        and bool(before.places or before.numbers or before.issuers)
    )


def _of_the_same(query: Query, previous: Query, corpus: Corpus) -> Query:
    """A question with a topic of its own, asked of the documents and years meant before."""
    before = previous.limits
    timed = query.limits.years or query.limits.period
    limits = replace(
        query.limits,
        chosen=query.limits.chosen or before.chosen,
        places=before.places,
        issuers=before.issuers,
        numbers=before.numbers,
        years=query.limits.years if timed else before.years,
        period=query.limits.period if timed else before.period,
    )
    limits = _timely(limits, query.limits, corpus)
    added = replace(
        Limits(),
        places=limits.places,
        numbers=limits.numbers,
        years=() if timed else limits.years,
        period=None if timed else limits.period,
    )
    asked = query.standalone.rstrip(" ?.!")
    return replace(query, limits=limits, standalone=f"{asked}{_limits(added)}?", follows_on=True)


def _depends(query: Query) -> bool:
    if query.fact is not None and query.limits.names_documents:
        return False
    if not query.required:
        return query.intent not in (Intent.GREETING, Intent.DEFINITION)
    return query.follows_on


def _merged(own: Limits, before: Limits, *, own_topic: bool) -> Limits:
    """Own limits first; the earlier ones where the question says nothing about that."""
    named = own.places or own.numbers or own.unknown_places
    timed = own.years or own.period
    return Limits(
        chosen=own.chosen or before.chosen,
        places=own.places if named else before.places,
        issuers=own.issuers or before.issuers,
        unknown_places=own.unknown_places,
        numbers=own.numbers if named else before.numbers,
        ref_numbers=own.ref_numbers or (() if own_topic else before.ref_numbers),
        kind_words=own.kind_words if own.kinds or named else before.kind_words,
        kinds=own.kinds if own.kinds or named else before.kinds,
        years=own.years if timed else before.years,
        period=own.period if timed else before.period,
        window=own.window or before.window,
        parts=own.parts or before.parts,
        length=own.length or (None if named else before.length),
        key=own.key or (None if own_topic else before.key),
        unit=own.unit or before.unit,
        unit_role=own.unit_role if own.unit_role != "any" else before.unit_role,
        partner=own.partner or (None if own.unit else before.partner),
        partner_role=own.partner_role if own.partner else before.partner_role,
    )


def _without_years(topic: tuple[TopicWord, ...]) -> tuple[TopicWord, ...]:
    """The earlier topic without the numbers that were its years or dates."""
    return tuple(entry for entry in topic if entry.required or not entry.word.plain[0].isdigit())


def _timely(merged: Limits, own: Limits, corpus: Corpus) -> Limits:
    """Drop years taken over from before where the documents now meant are for other years."""
    if own.years or own.period or not (merged.years or merged.period):
        return merged
    documents = in_scope(merged, corpus)
    if any(covers_years(document.period, merged) for document in documents):
        return merged
    return replace(merged, years=(), period=None)


def standalone(query: Query) -> str:
    """The question in full, as it is searched."""
    template = texts.STANDALONE.get(query.intent.value, texts.STANDALONE["open"])
    topic = query.topic_text
    if query.subject and query.intent not in (Intent.LIST, Intent.COUNT):
        topic = f"{texts.SUBJECT_WORDS[query.subject]} {topic}"
    noun = texts.NOUNS[query.subject or "tasks"]
    filled = template.format(topic=topic, limits=_limits(query.limits), noun=noun)
    sentence = " ".join(filled.replace(" ?", "?").split())
    return sentence[:1].upper() + sentence[1:]


def _limits(limits: Limits) -> str:
    parts: list[str] = []
    if limits.key:
        parts.append(texts.STANDALONE_KEY.format(key=limits.key))
    if limits.unit:
        parts.append(texts.STANDALONE_UNIT[limits.unit_role].format(unit=limits.unit))
    if limits.partner:
        parts.append(texts.STANDALONE_UNIT[limits.partner_role].format(unit=limits.partner))
    if limits.kind_words:
        names = [texts.KIND_WORDS[name] for name in limits.kind_words]
        parts.append(texts.STANDALONE_KIND.format(kind=", ".join(names)))
    if limits.places or limits.unknown_places:
        places = ", ".join((*limits.places, *limits.unknown_places))
        parts.append(texts.STANDALONE_PLACE.format(places=places))
    if limits.numbers or limits.ref_numbers:
        numbers = ", ".join((*limits.numbers, *limits.ref_numbers))
        parts.append(texts.STANDALONE_NUMBER.format(numbers=numbers))
    if limits.years:
        years = ", ".join(map(str, limits.years))
        parts.append(texts.STANDALONE_YEARS.format(years=years))
    if limits.period:
        parts.append(
            texts.STANDALONE_PERIOD.format(first=limits.period.from_, last=limits.period.to)
        )
    if limits.window:
        parts.append(texts.STANDALONE_WINDOW.format(window=limits.window.text))
    return "".join(parts)
