"""Answers questions by rules, without a model: understand, search, compose, cite."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Answer, Turn
from assistant.asking import texts
from assistant.asking.by_parts import by_names, by_parts
from assistant.asking.composers.addressed import compose_addressed
from assistant.asking.composers.articles import compose_article
from assistant.asking.composers.demanded import compose_demanded
from assistant.asking.composers.document_parts import compose_parts_named
from assistant.asking.composers.duties import compose_duties, only_mentions
from assistant.asking.composers.heading_body import compose_heading
from assistant.asking.composers.issued_with import compose_issued_with
from assistant.asking.composers.listing import lists_section
from assistant.asking.composers.noted import compose_noted
from assistant.asking.composers.proposed import compose_proposed
from assistant.asking.composers.quoted import (
    compose_contents,
    compose_defined,
    compose_quoted,
    compose_spelt_out,
)
from assistant.asking.composers.setting_aside import without_named
from assistant.asking.composers.titled_so import compose_titled_so
from assistant.asking.composers.told import compose_numbered_of
from assistant.asking.composing import greeting
from assistant.asking.conversation.dialogue import Conversation
from assistant.asking.conversation.standing import shown
from assistant.asking.evidence import Evidence
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import start_search
from assistant.asking.finding.shelving import CorpusCache
from assistant.asking.finding.versions import compose_newest
from assistant.asking.grid.answering import by_tables, of_one_row
from assistant.asking.grid.by_number import rows_of_number
from assistant.asking.issuer_aside import as_body, by_body, by_row, speaks_of_issuer
from assistant.asking.lexicon import lexicon
from assistant.asking.looking import below_heading, looked_again, unrefused
from assistant.asking.named import by_name, by_work
from assistant.asking.openly import held_to_premise
from assistant.asking.page import Composed, refused, to_answer
from assistant.asking.query import Intent, Query
from assistant.asking.questions.carrying import without_carrying
from assistant.asking.questions.codes import is_of_code
from assistant.asking.questions.conjoined import says_more
from assistant.asking.questions.excluding import excluded
from assistant.asking.questions.placing import placed
from assistant.asking.questions.plan_money import for_plan_money
from assistant.asking.questions.wanted import Wanted, asked_for, asks_class
from assistant.asking.records.answering import by_records
from assistant.asking.refusing.accounting import accounted, of_level_asked
from assistant.asking.refusing.before import refuse_before, stored_nowhere
from assistant.asking.refusing.counterparts import leaves_out_department
from assistant.asking.refusing.leading import lets_lead
from assistant.asking.refusing.refusal import refuse, refuse_foreign
from assistant.asking.refusing.sum_lacking import without_sum
from assistant.asking.repairing.typed import in_own_words
from assistant.asking.sentences.holding import asks_attendance
from assistant.asking.sentences.suited import mixes, names_places, suits, tells_which
from assistant.asking.told.by_text import by_text
from assistant.service import AskEvent
from ingest.text.normal import match_key

_PIECE = re.compile(r"\S+\s*")
_FIGURE = re.compile(r"[\d.,/]+ ?%?")
_OTHER_UNIT = texts.REFUSE_UNIT.partition("{")[0]
_MOST_TURNS = 8
_TURNS_SEARCHED = 3
_FEW_WORDS = 8
_OF_NUMBERS = frozenset({Intent.VALUE, Intent.COUNT})
_BEFORE_SEARCH = (
    compose_spelt_out,
    compose_contents,
    compose_issued_with,
    compose_noted,
    compose_proposed,
    compose_addressed,
    compose_demanded,
    compose_heading,
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question in its conversation, and what it is answered from."""

    query: Query
    corpus: Corpus
    aside: str = ""
    """What the question sets aside: no part of the answer."""


class RuleAnswerer:
    """Answers from an index. ``today`` gives the date that "quý này" is reckoned from."""

    def __init__(self, evidence: Evidence, *, today: Callable[[], date] | date) -> None:
        self._evidence = evidence
        self._today = today
        self._cache = CorpusCache(evidence)

    def understand(
        self, question: str, *, history: Sequence[Turn] = (), documents: Sequence[str] = ()
    ) -> Understood:
        """Read the question, completed from the conversation where it needs that."""
        set_aside = excluded(question)
        question = set_aside.rest if set_aside is not None else question
        turns = [*history][-_MOST_TURNS:]
        before = turns[-_TURNS_SEARCHED:] if len(question.split()) <= _FEW_WORDS else []
        asked = (*(turn.question for turn in before), question)
        searched = " ".join(map(in_own_words, asked))
        corpus = self._cache.corpus(lexicon(), question=searched, documents=documents)

        def written(query: Query) -> str:
            composed = self.compose(Understood(query, corpus))
            return composed.page.text or composed.reason or ""

        talk = Conversation(corpus, self._day(), written, tuple(documents))
        for turn in turns:
            talk.heard(turn.question, turn.answer)
        return Understood(talk.read(question), corpus, set_aside.name if set_aside else "")

    def compose(self, understood: Understood) -> Composed:
        """The page, and whether it bears out what the question takes for true."""
        return held_to_premise(
            understood.query,
            understood.corpus,
            self._day(),
            sought=lambda query: self._sought(replace(understood, query=query)),
        )

    def _sought(self, understood: Understood) -> Composed:
        """Search and write the page, without what the question sets aside."""
        composed = self._carried(understood)
        return without_named(composed, understood.aside) if understood.aside else composed

    def _carried(self, understood: Understood) -> Composed:
        """The page; where nothing is found, without the words that only carry."""
        composed = self._composed(understood)
        told = by_text(understood.query, understood.corpus, self._day(), composed)
        if told is not None and lets_lead(understood.query, understood.corpus, told):
            return told
        if composed.status != "refused" or _unassigned(understood.query, composed):
            return composed
        lighter = without_carrying(understood.query, understood.corpus)
        again = self._composed(replace(understood, query=lighter)) if lighter else composed
        exact = lighter is not None and asked_for(lighter).money
        sound = again.status == "answered" and (again.path == "records" or not exact)
        return again if sound else self._by_others(understood) or composed

    def _by_others(self, understood: Understood) -> Composed | None:
        """What the papers of others say of a body whose own say nothing."""
        query, corpus = understood.query, understood.corpus
        body = as_body(query, corpus, self._day())
        composed = self._composed(replace(understood, query=body)) if body else None
        if composed is None or composed.status != "answered":
            return None
        return composed if speaks_of_issuer(query, corpus, composed) else None

    def _composed(self, understood: Understood) -> Composed:
        corpus = understood.corpus
        query = placed(understood.query, corpus)
        if not query.standalone:
            return refused(texts.REFUSE_UNREADABLE)
        if query.intent is Intent.GREETING:
            return greeting(query)
        if query.foreign:
            return refuse_foreign(query, corpus)
        for written in _BEFORE_SEARCH:
            if (found := written(query, corpus)) is not None:
                return found
        if is_of_code(query) and refuse_before(query, corpus) is None:
            coded = compose_newest(start_search(query, corpus), unrefused)
            if coded.path == "records":
                return coded
        money = for_plan_money(query, corpus, self._day())
        if money is not None and refuse_before(query, corpus) is None:
            told = compose_newest(start_search(money, corpus), unrefused)
            if told.status == "answered" and told.path == "passages":
                return without_sum(query, corpus, told)
        of_row = of_one_row(query, corpus)
        named = by_name(query, corpus, self._day()) if of_row is None else None
        if named is not None:
            return named
        recorded = by_records(query, corpus, self._day()) if of_row is None else None
        if recorded is not None and not leaves_out_department(query, corpus, recorded):
            return of_level_asked(query, corpus, recorded)
        parts = of_row or by_parts(query, corpus, self._day())
        composed = parts or accounted(query, corpus, self._whole(query, corpus))
        if only_mentions(query, corpus, composed):
            composed = refuse(start_search(query, corpus))
        if query.limits.unknown_places or stored_nowhere(query.limits, corpus):
            return composed
        each = by_names(query, corpus, self._day())
        if composed.status != "refused":
            return each if each is not None and says_more(each, composed) else composed
        return compose_parts_named(query, corpus, last=True) or each or composed

    def _whole(self, query: Query, corpus: Corpus) -> Composed:
        """The page of a question that asks for one thing."""
        composed = refuse_before(query, corpus)
        if composed is not None and composed.status == "refused" and query.limits.ref_numbers:
            composed = rows_of_number(query, corpus) or composed
        if composed is not None and query.limits.unknown_places:
            return by_tables(query, corpus, composed) or composed
        composed = composed or compose_article(query, corpus) or compose_numbered_of(query, corpus)
        composed = composed or compose_duties(query, corpus) or compose_parts_named(query, corpus)
        composed = composed or compose_defined(query, corpus) or compose_titled_so(query, corpus)
        if composed is not None:
            return composed
        if (work := by_work(query, corpus)) is not None:
            return work
        search = start_search(query, corpus)
        if asks_attendance(match_key(query.standalone)):
            attended = compose_quoted(query, corpus)
            if attended is not None or query.intent not in _OF_NUMBERS:
                return attended or compose_newest(search, refuse)
        composed = compose_newest(search, unrefused)
        if query.intent is Intent.PROSE and composed.path == "records":
            composed = below_heading(query, corpus) or composed
        tabled = None if lists_section(query, composed) else by_tables(query, corpus, composed)
        if tabled is not None and not _better_told(query, corpus, composed, tabled):
            return tabled
        if composed.status != "refused":
            return self._suited(query, corpus, composed)
        again = below_heading(query, corpus) or by_row(query, corpus, self._day())
        again = again or by_body(query, corpus, self._day())
        again = again or looked_again(query, corpus, composed)
        if again is None and _may_be_quoted(query, composed):
            again = compose_quoted(query, corpus)
        if again is not None:
            return self._suited(query, corpus, again)
        return compose_newest(search, refuse) if composed.reason is None else composed

    def _suited(self, query: Query, corpus: Corpus, composed: Composed) -> Composed:
        """The answer, or a better quotation or refusal where it lacks what is asked for."""
        if suits(query, corpus, composed):
            better = composed.path == "passages" and mixes(query, composed)
            return (compose_quoted(query, corpus) if better else None) or composed
        quoted = compose_quoted(query, corpus)
        named = quoted is not None and names_places(query, quoted)
        if quoted is not None and named and tells_which(query, corpus, quoted):
            return quoted
        return refuse(start_search(query, corpus))

    def _day(self) -> date:
        return self._today() if callable(self._today) else self._today

    def answer(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Answer:
        """One answer with citations, or a refusal that says what is missing."""
        started = time.perf_counter()
        understood = self.understand(question, history=history, documents=documents)
        composed = self.compose(understood)
        return self.finish(
            composed, understood, answer_id=answer_id, question=question, started=started
        )

    def stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Iterator[AskEvent]:
        """The same answer as events: steps, the text in pieces, then the answer."""
        started = time.perf_counter()
        understood = self.understand(question, history=history, documents=documents)
        count = len(understood.corpus.documents)
        yield AskEvent("step", texts.STEP_UNDERSTOOD.format(count=count))
        composed = self.compose(understood)
        yield AskEvent("step", texts.STEP_COMPOSING)
        answer = self.finish(
            composed, understood, answer_id=answer_id, question=question, started=started
        )
        for piece in _PIECE.finditer(answer.answer):
            yield AskEvent("token", piece.group())
        yield AskEvent("answer", answer=answer)

    def finish(
        self,
        composed: Composed,
        understood: Understood,
        *,
        answer_id: str | None,
        question: str,
        started: float,
    ) -> Answer:
        """The public answer of a composed page."""
        return to_answer(
            composed,
            answer_id=answer_id or uuid.uuid4().hex[:12],
            question=question,
            interpreted_as=shown(understood.query),
            total_ms=round((time.perf_counter() - started) * 1000, 1),
        )

    def forget(self) -> None:
        """Drop what is kept of the index; call it after documents changed."""
        self._cache.forget()


def _unassigned(query: Query, composed: Composed) -> bool:
    """Whether the rows meant are found and name no body."""
    found = composed.path == "records" and bool(composed.page.citations)
    return found and query.intent in (Intent.LEAD, Intent.COORDINATING)


def _better_told(query: Query, corpus: Corpus, told: Composed, tabled: Composed) -> bool:
    """Whether cells that would go before an answer do not hold what the question says, it does."""
    if told.status != "answered":
        return False
    if tabled.status != "answered":  # no row is so, but a sentence of running text may say it
        cited = [*told.page.citations]
        running = cited and not tabled.page.citations and not any(one.source.row for one in cited)
        return bool(running) and accounted(query, corpus, told).status == "answered"
    if _only_counts(query, told, tabled):
        return accounted(query, corpus, told).status == "answered"
    if accounted(query, corpus, tabled).status == "answered":
        return False
    return accounted(query, corpus, told).status == "answered"


def _may_be_quoted(query: Query, refused: Composed) -> bool:
    """Whether a sentence may say what no row does: nothing was found, or in other units only."""
    if refused.path is None or asks_class(query):
        return True
    return (refused.reason or "").startswith(_OTHER_UNIT)


def _only_counts(query: Query, told: Composed, tabled: Composed) -> bool:
    """Whether cells only count what a question asks to be told ("phát hiện hạn chế gì")."""
    if told.path != "passages" or asked_for(query).wanted is not Wanted.ANYTHING:
        return False
    cited = [citation.source.quote for citation in tabled.page.citations]
    return bool(cited) and all(_FIGURE.fullmatch(quote.strip()) for quote in cited)
