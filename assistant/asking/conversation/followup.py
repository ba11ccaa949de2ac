"""Questions that go on from earlier ones, turned into questions that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import restated, texts
from assistant.asking.conversation.anew import other_place, other_subject, other_unit
from assistant.asking.conversation.merging import (
    beyond,
    loosened,
    merged_limits,
    narrows,
    spoken_of,
    timely_limits,
    told_within,
)
from assistant.asking.conversation.standing import limits_said, said_anew, standalone
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.query import Intent, Limits, Quantity, Query, TopicWord
from ingest.model import Target

_FEW_WORDS = 6
_SHORT = 8
_PAIR = 2
_OF_ROWS = frozenset({Intent.LIST, Intent.COUNT})
_FIGURES = frozenset({Intent.VALUE, Intent.COUNT})
_PERCENT = "%"
_HOW_THEN = ("thi", "sao")
_PARTICULARS = (Intent.COORDINATING, Intent.DEADLINE, Intent.LEAD, Intent.PRODUCT)
_OF_TASKS = frozenset(
    {Intent.REASON, Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT}
)


def resolve(query: Query, previous: Query | None, corpus: Corpus) -> Query:
    """``query`` completed from ``previous`` where it does not stand alone."""
    if previous is None:
        return query
    if not _depends(query, previous, corpus):
        if _is_short(query, previous):
            return _of_the_same(query, previous, corpus)
        return _of_the_year(query, previous, corpus)
    previous = _before_comparing(query, previous)
    query = _taking_part(query, previous, corpus)
    query = (
        other_subject(query, previous, corpus)
        or other_place(query, corpus)
        or other_unit(query, previous)
        or query
    )
    own_topic = (_tells(query, corpus) or _names_row(query)) and not _counts_same(query, previous)
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
        limits=merged_limits(
            query.limits,
            previous.limits,
            corpus,
            own_topic=own_topic,
            rows=intent in _OF_ROWS,
        ),
        subject=query.subject or previous.subject,
        quantity=query.quantity
        or (None if own_topic else previous.quantity or _measured_as(query, previous, corpus)),
        asked_unit=query.asked_unit or (None if own_topic else _percent(previous)),
        blanks=query.blanks or (previous.blanks and not own_topic),
        without_lead=query.without_lead or (previous.without_lead and not own_topic),
        explicit_intent=query.explicit_intent or previous.explicit_intent,
        accented=query.accented and (previous.accented or own_topic),
        follows_on=True,
    )
    if merged.intent is Intent.FACT and query.fact is None:
        merged = replace(merged, fact=previous.fact)
    if own_topic and query.required:
        merged = loosened(merged, query.limits, corpus)
    if query.against_year and len(merged.limits.years) == 1:
        years = tuple(sorted({*merged.limits.years, query.against_year}))
        merged = replace(merged, limits=replace(merged.limits, years=years))
    listed = previous.intent is Intent.LIST and not merged.required and not merged.limits.key
    of_rows = merged.limits.unit or merged.limits.window
    if listed and of_rows and merged.intent in _PARTICULARS:
        merged = replace(merged, intent=Intent.LIST, aspects=(merged.intent,))  # of those listed
    return replace(merged, standalone=said_anew(merged, previous) or _in_percent(merged))


def _percent(previous: Query) -> str | None:
    """The unit of the question before, where it asked for a share."""
    return _PERCENT if previous.asked_unit == _PERCENT else None


def _in_percent(query: Query) -> str:
    """The question in full, with the share that it goes on asking for."""
    told = standalone(query)
    if query.asked_unit != _PERCENT or query.quantity is not None:
        return told
    return re.sub(r"bao nhiêu\?$", "bao nhiêu phần trăm?", told)


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


def _names_row(query: Query) -> bool:
    """Whether a row's number says what is meant, so that no topic is taken over."""
    return query.limits.key is not None and "." in query.limits.key


def _carried(query: Query, previous: Query) -> Intent:
    """What is asked as before; a figure where the question turns to targets or results."""
    figures = query.subject in ("targets", "indicators") and query.subject != previous.subject
    figures = figures or (query.quantity is not None and bool(query.required))
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


def _taking_part(query: Query, previous: Query, corpus: Corpus) -> Query:
    """A body that issued none of the documents spoken of, as a unit that they speak of."""
    own, before = query.limits, previous.limits
    named = own.numbers or own.places or own.unknown_places or own.chosen or own.entitled
    if len(own.issuers) != 1 or named or not (before.numbers or before.chosen):
        return query
    kept = replace(before, issuers=(), unit=None)
    if any(document.issuer in own.issuers for document in in_scope(kept, corpus)):
        return query
    return replace(query, limits=replace(own, issuers=(), unit=own.unit or own.issuers[0]))


def _of_the_year(query: Query, previous: Query, corpus: Corpus) -> Query:
    """A short question for a figure, of the one year that the figure before was asked for."""
    own, before = query.limits, previous.limits
    figures = {query.intent, previous.intent} <= _FIGURES
    timed = own.years or own.period or own.window or own.parts or len(before.years) != 1
    brief = len(query.words) <= _SHORT and query.subject in (None, previous.subject)
    if not figures or timed or not brief or own.names_documents or own.unknown_places:
        return query
    asked = query.standalone.rstrip(" ?.!")
    years = replace(Limits(), years=before.years)
    dated = replace(
        query,
        limits=replace(own, years=before.years),
        standalone=f"{asked}{limits_said(years)}?",
        follows_on=True,
    )
    return dated if told_within(dated, corpus) else query


def _is_short(query: Query, previous: Query) -> bool:
    """Whether a few words name no document, after a question that did: the same one is meant."""
    own, before = query.limits, previous.limits
    named = own.names_documents or own.issuers or own.unknown_places or own.ref_numbers
    return (
        (len(query.words) <= _SHORT or query.follows_on or not query.required)
        and query.intent not in (Intent.GREETING, Intent.DEFINITION, Intent.FACT)
        and not named
        and bool(before.names_documents or before.issuers)
    )


def _of_the_same(query: Query, previous: Query, corpus: Corpus) -> Query:
    """A question with a topic of its own, asked of the documents and years meant before."""
    before = previous.limits
    timed = query.limits.years or query.limits.period
    narrowed = narrows(before.chosen, query.limits.chosen) and not (
        before.called and beyond(query.limits.years, before.chosen, corpus)
    )
    limits = replace(
        query.limits,
        chosen=before.chosen if narrowed else query.limits.chosen,
        called=before.called if narrowed else query.limits.called,
        entitled=query.limits.entitled or before.entitled,
        places=before.places,
        issuers=before.issuers,
        numbers=before.numbers,
        years=query.limits.years if timed else before.years,
        period=query.limits.period if timed else before.period,
    )
    limits = timely_limits(limits, query.limits, corpus)
    added = replace(
        Limits(),
        places=limits.places,
        issuers=limits.issuers,
        numbers=limits.numbers,
        years=() if timed else limits.years,
        period=None if timed else limits.period,
    )
    same = replace(query, limits=limits, follows_on=True)
    if not spoken_of(same, corpus):
        return query
    asked, yes_or_no = query.standalone.rstrip(" ?.!"), ""
    if asked.endswith(texts.YES_OR_NO):
        asked, yes_or_no = asked.removesuffix(texts.YES_OR_NO), texts.YES_OR_NO
    return replace(same, standalone=f"{asked}{limits_said(added)}{yes_or_no}?")


def within_documents(query: Query, ids: tuple[str, ...], label: str) -> Query:
    """The question asked of these documents, which an earlier answer calls ``label``."""
    return replace(query, limits=replace(query.limits, chosen=ids, called=label), follows_on=True)


def more_of(query: Query) -> Query:
    """The question before, asked again for all that is said of the same."""
    asked = query
    if query.intent in _OF_TASKS - {Intent.REASON}:
        asked = replace(query, aspects=_PARTICULARS)
    if query.intent is Intent.VALUE:
        asked = replace(query, intent=Intent.OPEN)
    said = restated.STANDALONE_MORE.format(topic=query.topic_text, limits=limits_said(query.limits))
    return replace(asked, standalone=" ".join(said.split()), follows_on=True)


def _tells(query: Query, corpus: Corpus) -> bool:
    """Whether a question names what it is about: not only words that say little ("ai tham mưu")."""
    if len(query.words) > _FEW_WORDS:
        return bool(query.required)
    words = [entry.word for entry in query.required]
    place = 0
    while place < len(words) and (length := corpus.lexicon.weak.at(words, place)[0]):
        place += length
    return place < len(words)


def _counts_same(query: Query, previous: Query) -> bool:
    """Whether a turn names nothing but what was counted before ("đã làm được mấy lượt rồi?")."""
    before = {entry.word.plain for entry in previous.required}
    named = {entry.word.plain for entry in query.required}
    return bool(named) and named < before and all(entry.counted for entry in query.required)


def _depends(query: Query, previous: Query, corpus: Corpus) -> bool:
    """Whether a question is complete only with the one before."""
    limits = query.limits
    if query.fact is not None and limits.names_documents:
        return False
    tells = _tells(query, corpus) and not _counts_same(query, previous)
    if not query.required or (previous.required and not tells):
        numbered = limits.numbers or limits.ref_numbers
        whole = bool(numbered) and (query.explicit_intent or _says_more(query))
        of_unit = limits.unit is not None and query.intent in _OF_ROWS
        whole = whole or (of_unit and query.explicit_intent)
        return query.intent not in (Intent.GREETING, Intent.DEFINITION) and (
            not whole or (query.follows_on and not _says_more(query))
        )
    return query.follows_on and not _is_whole(query)


def _says_more(query: Query) -> bool:
    """Whether a question says more than which document is meant ("thế kế hoạch 5 thì sao?")."""
    if query.follows_on and not query.required and not query.explicit_intent:
        return False
    return len(query.question.split()) >= _FEW_WORDS and query.words[-2:] != _HOW_THEN


def _is_whole(query: Query) -> bool:
    """Whether a question that opens like one that goes on says all of it ("thế ai lo việc X?")."""
    told = any(entry.word.plain.isalpha() for entry in query.required)
    return query.explicit_intent and told and len(query.words) > _FEW_WORDS


def _before_comparing(query: Query, previous: Query) -> Query:
    """The question before; of another thing than was held against the year before, its figure."""
    years = previous.limits.years
    if previous.intent is not Intent.COMPARE or previous.limits.alternatives:
        return previous
    if query.intent is Intent.COMPARE or len(years) < _PAIR:
        return previous
    return replace(
        previous, intent=Intent.VALUE, limits=replace(previous.limits, years=(max(years),))
    )


def _without_years(topic: tuple[TopicWord, ...]) -> tuple[TopicWord, ...]:
    """The earlier topic without the numbers that were its years or dates."""
    return tuple(entry for entry in topic if entry.required or not entry.word.plain[0].isdigit())
