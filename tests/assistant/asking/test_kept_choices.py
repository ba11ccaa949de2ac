"""What one question comes back to is chosen once, and never for another corpus or other limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.finding import corpus as corpora
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import allowed, start_search
from assistant.asking.query import Intent, Limits, Query
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import ReadingBuilder, corpus_of, years


def built() -> Corpus:
    readings = []
    for name, year in (("p", 2031), ("q", 2032)):
        builder = ReadingBuilder(name, DocumentKind.STATISTICS_ANNEX, period=years(year))
        builder.indicator("I.1", "Số bể chứa nước mưa", value="4", unit="Bể")
        builder.indicator("I.2", "Số trạm quan trắc", value="7", unit="Trạm")
        readings.append(builder.build())
    return corpus_of(readings)


def asking(limits: Limits) -> Query:
    return Query("số bể", "số bể", Intent.VALUE, limits=limits)


def test_the_same_choice_is_made_once() -> None:
    corpus, made = built(), list[str]()

    def choose() -> Sequence[str]:
        made.append("made")
        return ["one"]

    assert [*corpus.once("key", choose), *corpus.once("key", choose)] == ["one", "one"]
    assert made == ["made"]


def test_choices_are_let_go_before_they_fill_the_memory() -> None:
    corpus = built()
    many = range(corpora._MOST_CHOSEN - 1)
    corpus.once("first", lambda: many)
    corpus.once("second", lambda: many)
    assert corpus.once("first", lambda: ["chosen anew"]) == ["chosen anew"]


def test_other_limits_choose_other_entries() -> None:
    corpus = built()
    found = {
        limits: len(allowed(start_search(asking(limits), corpus), ("indicators",)))
        for limits in (Limits(), Limits(years=(2031,)), Limits(chosen=("q",)), Limits(key="I.2"))
    }
    assert [*found.values()] == [4, 2, 2, 2]


def test_who_changes_what_was_chosen_changes_it_for_no_one_else() -> None:
    search = start_search(asking(Limits()), built())
    allowed(search, ("indicators",)).clear()
    assert len(allowed(search, ("indicators",))) == 4


def test_a_corpus_of_fewer_shelves_does_not_know_the_choices_of_the_whole() -> None:
    corpus = built()
    assert len(allowed(start_search(asking(Limits()), corpus), ("indicators",))) == 4
    part = replace(corpus, shelves=corpus.shelves[:1])
    assert len(allowed(start_search(asking(Limits()), part), ("indicators",))) == 2


def test_the_exact_corpus_searches_no_meaning_and_shares_what_was_prepared() -> None:
    corpus = built()
    entries = corpus.entries
    assert corpus.find is not None
    assert corpus.exact.find is None
    assert corpus.exact.entries is entries
    assert corpus.exact is corpus.exact
