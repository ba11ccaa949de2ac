"""A conversation, read turn by turn: what each one asks, standing alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.asking import restated, texts
from assistant.asking.conversation.among import among_them, asks_among
from assistant.asking.conversation.anew import asked_anew
from assistant.asking.conversation.answered import Answered
from assistant.asking.conversation.both import of_both
from assistant.asking.conversation.elliptic import in_whole
from assistant.asking.conversation.followup import more_of, resolve, set_beside, within_documents
from assistant.asking.conversation.merging import beyond, told_within
from assistant.asking.conversation.ordinal import LineMeant, document_named, line_named
from assistant.asking.conversation.pointing import Pointing, pointings, put_in, with_years
from assistant.asking.conversation.turns import (
    Turn,
    asks_cost,
    asks_nothing,
    before_then,
    goes_its_own_way,
    how_then,
    names_cell,
    names_quality,
    of_all_times,
    says_where,
    unwrapped,
    without_opening,
)
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.finding.matching import unknown_terms
from assistant.asking.labels import document_label
from assistant.asking.query import Intent, Limits, Query
from assistant.asking.questions.topic import build_topic
from assistant.asking.questions.understanding import understand
from assistant.asking.questions.wanted import asks_fee
from assistant.asking.repairing.contracted import in_full
from assistant.asking.repairing.typed import read_in_own_words
from assistant.asking.words import contains, plain_phrase
from ingest.text.normal import match_key

_LONGEST_QUESTION = 2000
_LONGEST_TOPIC = 20
_SHORT = 7
_SIDES = 2
_FIGURES = frozenset({Intent.VALUE, Intent.COUNT})
_OF_ONE_ROW = frozenset({Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT, Intent.VALUE})
_OF_ROWS = _OF_ONE_ROW | {Intent.LEAD, Intent.OPEN, Intent.STATUS, Intent.COUNT}
_UNSAID = frozenset({Intent.OPEN, Intent.VALUE, Intent.LEAD})
_WORK = re.compile(r"\b(?:việc|nhiệm vụ|viec|nhiem vu) (?:gì|nào|gi|nao)\b")
_BARE_END = re.compile(r"(?:\s+(?:của|cho|về|là|thì))*[\s?.!]*$")


@dataclass(slots=True)
class Conversation:
    """What has been said so far; ``written`` gives the answer to a question that bears none.

    A turn about nothing that is stored, or that only thanks, leaves the subject as it was.
    """

    corpus: Corpus
    today: date
    written: Callable[[Query], str]
    documents: tuple[str, ...] = ()
    _last: Query | None = None
    _aside: Query | None = None
    _listed: Query | None = None
    _earlier: list[Query] = field(default_factory=list)
    _said: Answered = field(init=False)

    def __post_init__(self) -> None:
        """Begin without answers."""
        self._said = Answered(self.corpus, self.written)

    def heard(self, question: str, answer: str) -> None:
        """Take in an earlier turn."""
        query = self.read(question)
        if query.intent is not Intent.GREETING:
            place = self._said.add(query, answer)
            self._earlier.append(query)
            lost = query.follows_on and not self._said.told(place)
            if self._last is None or not (lost or self._beside_the_point(query)):
                self._said.place = place
                rows = query.intent in (Intent.LIST, Intent.COUNT) and query.limits.unit
                self._listed = query if rows else self._listed if query.follows_on else None
                self._last = self._aside or query

    def read(self, question: str) -> Query:
        """The question of a turn, completed from the turns before where it needs that."""
        self._aside = None
        reading = read_in_own_words(question, self.corpus)
        query = self._read(reading.text)
        return replace(query, foreign=reading.unknown) if reading.unknown else query

    def _read(self, said: str) -> Query:
        written = in_full(said[:_LONGEST_QUESTION], self.corpus)
        turn = unwrapped(written)
        last = None if turn.away else self._last
        if written and not turn.text:
            own = self._own(written)
            return replace(own, intent=Intent.GREETING, topic=(), limits=Limits())
        if last is None:
            return self._own(turn.text if turn.away else written)
        if turn.more:
            return more_of(last)
        if (chosen := self._of_document(turn, last)) is not None:
            return chosen
        return self._completed(turn, last)

    def _completed(self, turn: Turn, last: Query) -> Query:
        lines = (line_named(turn.text, self._said.at(place)) for place in self._said.latest())
        line = next((one for one in lines if one), None)
        if line is not None:
            return self._of_line(line, last)
        if (both := of_both(turn.text, self._earlier)) is not None:
            return replace(self._own(both), follows_on=True)
        text = in_whole(how_then(with_years(turn.text, self._year(last))), last, self.corpus)
        if (lifted := of_all_times(text)) is not None and (last.limits.window or last.limits.parts):
            last = replace(last, limits=replace(last.limits, window=None, parts=()))
            text = lifted
        among = last.intent in (Intent.LIST, *_FIGURES) and asks_among(text)
        text = among_them(text, last, self.corpus)
        label, chosen = "", tuple[str, ...]()
        for pointing in reversed(pointings(text)):
            put = self._pointed(text, pointing, last)
            if pointing.kind == "documents" and not put and not chosen:
                label, chosen = self._document_meant(last)
            text = put_in(text, pointing, put)
        text = self._same_of(text, last)
        cell = restated.COST if asks_cost(text) else names_cell(text, last.words)
        if cell and last.topic_text and last.intent in _OF_ROWS and not chosen:
            return self._of_cell(cell, last)
        own = self._alone(text, last, chosen=chosen)
        last = self._of_the_list(own, last)
        if last.intent is Intent.REASON and own.required and not own.explicit_intent:
            last = replace(last, intent=self._before_reasons())
        if turn.corrects or among:
            own = replace(own, follows_on=True)
        query = resolve(own, last, self.corpus)
        query = query if own.limits.years else set_beside(query, self._earlier)
        if query.intent is Intent.FACT and last.required:
            self._aside = last
        if chosen:
            return within_documents(query, chosen, label)
        return query if goes_its_own_way(text) else self._in_the_same(query, last)

    def _same_of(self, text: str, last: Query) -> str:
        """The turn; where it asks the question before of another unit ("X thì ...?"), that anew."""
        named = before_then(text)
        own = self._own(text) if named else last
        told = {entry.word.plain for entry in own.required}
        limited = bool(last.required) or last.limits.names_documents
        alike = own.intent is last.intent and own.explicit_intent and limited
        if not named or not alike or not told <= set(plain_phrase(named)):
            return text
        briefly = restated.STANDALONE_THEN.format(named=named)
        return briefly if self._own(briefly).limits.unit else text

    def _of_cell(self, cell: str, last: Query) -> Query:
        """The question for a column of the row spoken of, which stays what is spoken of."""
        asked = restated.STANDALONE_CELL.format(cell=cell, topic=last.topic_text)
        own = self._own(f"{asked}{restated.HOW_MUCH}")
        own = own if asks_fee(own) else self._own(asked)
        query = self._in_the_same(resolve(own, last, self.corpus), last)
        self._aside = replace(last, limits=query.limits)
        return query

    def _alone(self, text: str, last: Query, *, chosen: tuple[str, ...]) -> Query:
        """What a turn says by itself, with the words that people leave out put back."""
        anew = None if chosen else asked_anew(text, last.standalone)
        bare = without_opening(text)
        where = bare is not None and says_where(bare)
        own = self._own(anew or (bare if bare and where else text), chosen=chosen)
        if bare and own.quantity is None:
            own = replace(own, quantity=self._own(bare).quantity)
        if own.intent is Intent.REASON and names_quality([one.word.plain for one in own.required]):
            said = plain_phrase(own.topic_text)
            further = "" if set(said) <= set(plain_phrase(last.topic_text)) else own.topic_text
            own = self._own(f"{texts.WHY} {last.topic_text} {further}".strip(), chosen=chosen)
        if own.fact == "period" and match_key(text).startswith(restated.AGAINST):
            own = replace(own, fact=None, intent=last.intent, explicit_intent=False)
        if asks_nothing(text):
            own = self._asking(anew or text, own, last, chosen=chosen)
        if own.follows_on and goes_its_own_way(text):
            return replace(own, follows_on=False)
        return replace(own, follows_on=True) if where else own

    def _asking(self, text: str, own: Query, last: Query, *, chosen: tuple[str, ...]) -> Query:
        """A turn that only names something: it asks what was asked before."""
        timed = own.intent is Intent.LIST and own.limits.window is not None
        if timed and not own.required and own.subject is None:
            return replace(own, explicit_intent=False)
        before = self._before_reasons() if last.intent is Intent.REASON else last.intent
        known = not unknown_terms(build_topic(own, self.corpus), self.corpus)
        if before in _FIGURES and own.intent in _UNSAID and own.required and known:
            own = self._own(f"{_BARE_END.sub('', text)}{restated.HOW_MUCH}", chosen=chosen)
            return replace(own, explicit_intent=False)
        return own

    def _before_reasons(self) -> Intent:
        """What was asked before it was asked why."""
        intents = [one.intent for one in self._earlier if one.intent is not Intent.REASON]
        return intents[-1] if intents else Intent.OPEN

    def _of_the_list(self, own: Query, last: Query) -> Query:
        """The question before; where a unit alone is named behind a line of a list, that of it."""
        alone = own.limits.unit is not None and not own.required and not own.explicit_intent
        return self._listed if alone and self._listed is not None else last

    def _own(self, text: str, *, chosen: Sequence[str] = ()) -> Query:
        ids = tuple(one for one in chosen if not self.documents or one in self.documents)
        return understand(text, corpus=self.corpus, today=self.today, chosen=ids or self.documents)

    def _of_document(self, turn: Turn, last: Query) -> Query | None:
        """The question before, or a new one, asked of the document named by its place."""
        for place in self._said.latest():
            told = self._said.told(place)
            named = document_named(turn.text, [*told])
            if named is not None:
                return self._asked_of(named, told[named.label], last)
        return None

    def _of_line(self, line: LineMeant, last: Query) -> Query:
        """A question about a line of an answer, asked of the document of that line."""
        ids = self._said.labelled.get(line.label, ())
        if line.alone and ids and last.required:
            return self._asked_of(line, ids, last)
        named = self._own(line.text, chosen=ids)
        asked = self._own(line.asked) if line.asked else None
        intent = asked.intent if asked and asked.explicit_intent else _of_one(last.intent)
        said = Query(
            named.question,
            f"{line.text}?",
            intent,
            named.topic,
            replace(Limits(), chosen=ids, called=line.label, key=named.limits.key),
            aspects=asked.aspects if asked else (),
            explicit_intent=True,
            accented=named.accented,
            words=named.words,
            follows_on=True,
        )
        if said.limits.key is None:
            return said
        query = resolve(replace(said, topic=()), last, self.corpus)
        limits = replace(query.limits, called=line.label)
        return replace(query, limits=limits, standalone=f"{line.text}?")

    def _asked_of(self, line: LineMeant, ids: tuple[str, ...], last: Query) -> Query:
        own = self._own(line.asked, chosen=ids) if line.asked else last
        free = replace(
            last.limits, numbers=(), places=(), issuers=(), kinds=(), kind_words=(), entitled=()
        )
        last = replace(last, limits=replace(free, years=(), period=None, alternatives=()))
        if line.asked:
            last = resolve(replace(own, follows_on=True), last, self.corpus)
        return within_documents(last, ids, line.label)

    def _pointed(self, text: str, pointing: Pointing, last: Query) -> str:
        """What a turn points back to, in words; empty where the question before says it."""
        if pointing.kind == "units":
            rest = put_in(text, pointing, "")
            of_row = self._own(rest).intent in _OF_ONE_ROW and not _WORK.search(match_key(rest))
            if last.required and of_row:
                return ""
            role = "phối hợp" if last.intent is Intent.COORDINATING else "chủ trì"
            return last.limits.unit or self._said.unit_said(role)
        if pointing.kind == "documents":
            kind = text.split()[pointing.start : pointing.end - 1]
            return self._said.number_said(" ".join(kind))
        if pointing.kind == "pronouns" and last.intent is Intent.BASIS:
            return self._said.number_said("")
        topic = last.topic_text
        if pointing.kind != "things" or len(topic.split()) > _LONGEST_TOPIC:
            return ""
        return topic if self._own(put_in(text, pointing, "")).required else ""

    def _document_meant(self, last: Query) -> tuple[str, tuple[str, ...]]:
        """The one document that was spoken of, and what it is called."""
        documents = in_scope(last.limits, self.corpus)
        if last.limits.names_documents and len(documents) == 1:
            return document_label(documents[0]), (documents[0].id,)
        told = self._said.told_now()
        return next(iter(told.items())) if len(told) == 1 else ("", ())

    def _in_the_same(self, query: Query, last: Query) -> Query:
        """A question that goes on, asked of the one document that the answer before was from.

        A comparison is asked of the two that the answers before were from.
        """
        limits = query.limits
        named = limits.names_documents or limits.issuers or limits.unknown_places
        brief = len(query.words) <= _SHORT or query.fact is not None
        alone = not query.follows_on and not brief
        if alone or named or limits.ref_numbers or limits.period:
            return query
        if (last.subject, query.subject) == ("targets", "indicators"):
            return query  # what has come of a target stands in another document than the target
        told = self._said.told_now()
        if query.intent is Intent.COMPARE:
            told = self._said.told_lately() | told
        sides = _SIDES if query.intent is Intent.COMPARE else 1
        if last.limits.names_documents or not 0 < len(told) <= sides:
            return query
        label = restated.BETWEEN.join(told)
        ids = tuple(one for found in told.values() for one in found)
        if beyond(limits.years, ids, self.corpus) and limits.years != last.limits.years:
            return query
        within = within_documents(query, ids, label)
        return within if query.fact or told_within(within, self.corpus) else query

    def _beside_the_point(self, query: Query) -> bool:
        """Whether a turn speaks of nothing that is stored: chat, or a name that is not there."""
        if query.explicit_intent and not query.follows_on and len(query.words) > _SHORT:
            return False
        topic = build_topic(query, self.corpus)
        limits = query.limits
        strange = limits.unit is not None and not self._knows(limits.unit)
        return bool(limits.unknown_places or strange or unknown_terms(topic, self.corpus))

    def _knows(self, unit: str) -> bool:
        """Whether a stored row names the unit, whole or by the beginning of its name."""
        plain = plain_phrase(unit)
        return any(contains(plain_phrase(name), plain) >= 0 for _, name in self.corpus.units)

    def _year(self, last: Query) -> int | None:
        """The year that was spoken of: the one asked about, or the one the documents are for."""
        if last.limits.years:
            return max(last.limits.years)
        return last.limits.period.to if last.limits.period else self._said.year_now()


def _of_one(intent: Intent) -> Intent:
    """What is asked of one line of a list as before; what a list is asked for, of a line is all."""
    return Intent.OPEN if intent in (Intent.LIST, Intent.COUNT, Intent.COMPARE) else intent
