"""Phrases among words, and the words of titles that are kept while questions come back to them."""

from __future__ import annotations

import pytest

from assistant.asking.grid.telling import telling_words
from assistant.asking.words import PhraseTable, contains, words_of
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import ReadingBuilder, corpus_of, years


@pytest.mark.parametrize(
    ("phrase", "place"),
    [(("ben",), 0), (("pha", "ben"), 1), (("ben", "do"), 2), (("do", "ben"), -1), ((), -1)],
)
def test_a_phrase_stands_where_all_its_words_follow(phrase: tuple[str, ...], place: int) -> None:
    assert contains(("ben", "pha", "ben", "do"), phrase) == place


def test_a_phrase_may_stand_only_where_a_known_one_begins() -> None:
    table = PhraseTable([("bến phà ngang", "one"), ("bến", "two")])
    assert [table.may_stand(("ben", "pha", "be"), at) for at in range(3)] == [True, False, False]
    longer = PhraseTable([("bến phà ngang", "one")])
    assert not longer.may_stand(("ben", "pha", "doc"), 0)
    assert longer.may_stand(("xa", "ben", "pha", "ngang"), 1)
    assert longer.at(words_of("xã bến phà ngang"), 1) == (3, ("one",))
    assert longer.at(words_of("bến phà"), 0) == (0, ())


def test_a_title_is_told_by_its_words_that_are_no_particles() -> None:
    builder = ReadingBuilder("phao", DocumentKind.STATISTICS_ANNEX, period=years(2033))
    builder.indicator("I.1", "Số phao tiêu của bến", value="4", unit="Phao")
    corpus = corpus_of([builder.build()])
    told = telling_words("Phao tiêu của bến", corpus)
    assert {"phao", "tieu", "ben"} <= told
    assert "cua" not in told
    assert telling_words("của", corpus) == {"cua"}
    assert telling_words("Phao tiêu của bến", corpus) is told
