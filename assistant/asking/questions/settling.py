"""Settles what words mean once the whole question is marked: a cue here, subject matter there."""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.progress import DONE
from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent
from assistant.asking.questions.extremes import settle_extreme, settle_more
from assistant.asking.questions.marking import Marked
from assistant.asking.questions.measuring import (
    settle_assigned,
    settle_count,
    settle_points,
    settle_quantity,
    settle_several,
    settle_totals,
)
from assistant.asking.questions.particulars import subject_of
from assistant.asking.questions.same_period import leave_last_year
from assistant.asking.questions.served import served_in
from assistant.asking.questions.speaking import settle_schedule
from assistant.asking.questions.windows import settle_overdue
from assistant.asking.words import contains, plain_phrase
from ingest.model import DocumentKind
from ingest.vocabulary import load

_OF_SOMETHING = frozenset(
    {
        Intent.VALUE,
        Intent.COUNT,
        Intent.LEAD,
        Intent.COORDINATING,
        Intent.DEADLINE,
        Intent.PRODUCT,
        Intent.BASIS,
    }
)
_EVERY = "hang"
_FEWEST, _FEWEST_BARE = 2, 3
"""Syllables that a state has in a question with accents, and in one without them."""
_OF_ROWS = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.PRODUCT})
_SHORTEST_TITLE = 2
_FOUR_DIGITS = re.compile(r"(?:19|20)\d\d")
_AGAINST = ("so", "voi")
_SAME_PERIOD = plain_phrase("cùng kỳ")
_ALREADY = "da"


def settle(reading: Marked, corpus: Corpus) -> None:
    """Apply every rule that needs the marks of the other words."""
    lexicon = corpus.lexicon
    settle_schedule(reading)
    settle_quantity(reading, lexicon)
    settle_several(reading, lexicon)
    _settle_titles(reading, corpus)
    settle_extreme(reading, lexicon)
    settle_more(reading, lexicon)
    settle_count(reading, lexicon)
    settle_totals(reading, lexicon)
    settle_assigned(reading, lexicon)
    settle_overdue(reading)
    settle_points(reading)
    _settle_difference(reading)
    _settle_implied(reading)


def _settle_implied(reading: Marked) -> None:
    """Let what a noun always is of only help to choose ("hồ sơ" of a procedure), beside others."""
    plain = tuple(word.plain for word in reading.words)
    for start, length in served_in(plain):
        if all(state == "topic" for state in reading.state[start : start + length]):
            reading.mark(start, length, "soft")
    for noun, kind in (map(plain_phrase, pair) for pair in load("asking_sentences")["implied"]):
        place = contains(plain, (*noun, *kind))
        inside = range(place, place + len(noun) + len(kind))
        others = [at for at, state in enumerate(reading.state) if state == "topic"]
        if place >= 0 and len([at for at in others if at not in inside]) > 1:
            start = place + len(noun)
            if all(reading.state[at] == "topic" for at in inside):
                reading.mark(start, len(kind), "soft")


def settle_verbs(reading: Marked, intent: Intent, lexicon: Lexicon) -> None:
    """Read "yêu cầu" as a verb where a figure, a unit or a day of something else is asked for."""
    if intent not in _OF_SOMETHING:
        return
    for index in range(len(reading.words)):
        length, _ = lexicon.asked_verbs.at(reading.words, index)
        others = reading.state[:index] + reading.state[index + length :]
        if length and "topic" in others and reading.state[index] == "topic":
            reading.mark(index, length, "soft")


def settle_standing(reading: Marked, intent: Intent, lexicon: Lexicon) -> bool:
    """Read "thường xuyên" as a filter where tasks are listed, not as subject matter.

    "Hằng năm" only helps to choose beside what is asked about ("tọa đàm do ai tổ chức hằng năm").
    """
    listed = intent in (Intent.LIST, Intent.COUNT)
    for index in range(len(reading.words)):
        length, _ = lexicon.standing.at(reading.words, index)
        if not length or reading.state[index] != "topic":
            continue
        told = [
            place
            for place, state in enumerate(reading.state)
            if state == "topic" and not index <= place < index + length
        ]
        every = reading.words[index].plain == _EVERY and intent in _OF_ROWS
        strong = any(not lexicon.weak.at(reading.words, place)[0] for place in told)
        if listed or (every and strong):
            reading.mark(index, length, "soft")
            return listed
    return False


def settle_state(reading: Marked, intent: Intent, lexicon: Lexicon) -> str | None:
    """Read "đang thực hiện" as a filter where tasks are listed: the state that they are in."""
    if intent not in (Intent.LIST, Intent.COUNT):
        return None
    fewest = 1 if reading.accented else _FEWEST_BARE
    for index in range(len(reading.words)):
        length, states = lexicon.state_words.at(reading.words, index)
        inside = range(index, index + length)
        if length >= fewest and not any(place in reading.window_words for place in inside):
            reading.mark(index, length, "gone")
            return states[0]
    return DONE if subject_of(reading) == "tasks" and _says_done(reading, lexicon) else None


def _says_done(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether tasks are asked for that are done already ("đã hoàn thành", "đã làm xong")."""
    plain = tuple(word.plain for word in reading.words)
    return any(
        len(phrase) >= (_FEWEST if reading.accented else _FEWEST_BARE)
        and phrase[0] == _ALREADY
        and contains(plain, phrase) >= 0
        for phrase in lexicon.states[DONE]
    )


def settle_year_before(reading: Marked) -> int | None:
    """Read "so với cùng kỳ" as the year before the one that the question names.

    "So với cùng kỳ 2031" names that earlier year itself. The year is returned where it is the only
    one that the question names: any other one may stand on the other side.
    """
    plain = [word.plain for word in reading.words]
    for index in range(len(plain) - 1):
        if tuple(plain[index : index + 2]) == _AGAINST and len(reading.years) == 1:
            following = [
                word for word in plain[index + 2 : index + 5] if _FOUR_DIGITS.fullmatch(word)
            ]
            if following == [str(reading.years[0])] and plain.count(following[0]) == 1:
                return reading.years.pop()
        if tuple(word.plain for word in reading.words[index : index + 2]) == _SAME_PERIOD:
            reading.mark(index, 2, "gone")
            leave_last_year(reading, index + 2)
            following = [word.plain for word in reading.words[index + 2 : index + 4]]
            named = next((int(word) for word in following if _FOUR_DIGITS.fullmatch(word)), None)
            if named is not None and reading.years == [named]:
                reading.years.append(named + 1)
                return None
            reading.years.extend(
                year - 1 for year in (*reading.years,) if year - 1 not in reading.years
            )
            return None
    return None


def _settle_titles(reading: Marked, corpus: Corpus) -> None:
    """Read the words behind a kind as a document's title, where one bears them ("kế hoạch X năm").

    They stay optional: whatever else the question names is what is looked for.
    """
    for index, state in enumerate(reading.state[:-1]):
        if state != "kind" or reading.state[index + 1] != "topic":
            continue
        end = index + 1
        while end < len(reading.words) and reading.state[end] == "topic":
            end += 1
        phrase = tuple(word.plain for word in reading.words[index:end])
        others = reading.state[:index] + reading.state[end:]
        kinds = kinds_at(reading, index, corpus.lexicon)
        named = any(
            contains(corpus.features(document.title or "").plain, wanted) >= 0
            for document in corpus.documents
            for wanted in ((phrase, phrase[1:]) if document.kind in kinds else (phrase,))
            if len(wanted) >= _SHORTEST_TITLE
        )
        if named and ("topic" in others or reading.has("intent", "basis")):
            reading.mark(index + 1, end - index - 1, "soft")


def kinds_at(reading: Marked, last: int, lexicon: Lexicon) -> frozenset[DocumentKind]:
    """The kinds of document that the kind word ending at ``last`` stands for."""
    first = last
    while first and reading.state[first - 1] == "kind":
        first -= 1
    _, cues = lexicon.cues.at(reading.words, first)
    return frozenset(
        kind for cue in cues if cue.group == "kind" for kind in lexicon.kinds[cue.name]
    )


def _settle_difference(reading: Marked) -> None:
    """Read "khớp" as a cue only where something may differ; a lone side is subject matter."""
    if reading.has("side", "text") and (
        reading.has("side", "annex") or reading.has("subject", "indicators")
    ):
        return
    state = "gone" if reading.has("adding_up") else "topic"  # "tổng và chi tiết có khớp không"
    for index in reading.differing:
        reading.state[index] = state
