"""How the words of a question and the name of a row go on alike, and where they part.

Both are compared word by word: where the name has another word in the place of one that the
question says, or goes on behind all that is asked with what only some of the things are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import expanded_words
from assistant.asking.finding.matching import found_in
from assistant.asking.query import Query
from assistant.asking.questions.topic import Term, build_topic
from assistant.asking.refusing.slight import idle_places
from assistant.asking.words import Phrase, contains, plain_phrase, spelt_phrase
from ingest.text.normal import match_key, strip_accents
from ingest.vocabulary import load, remembered

HELD = 0.7
"""From here on a term stands in a text."""
PREDICATES = frozenset({"bị", "được", "đã", "đang", "có", "chưa", "không"})
"""Words behind which a name says what was done with the things it counts, or what they are."""
BINDING = frozenset({"trong", "thuộc", "của", "tại", "ở", "trên", "về", "cho"})
_ACTS = PREDICATES - {"có"}
_DENYING = frozenset({"bị", "chưa", "không"})
_WITHIN = frozenset({"trong", "thuộc"})
_MARKS = frozenset({"đã", "phải", "chưa", "đang"})
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a question or a name in order, and which of them say something."""

    words: Phrase
    telling: tuple[bool, ...]

    def first(self, start: int) -> int | None:
        """The place of the first telling word from ``start`` on."""
        return next((at for at in range(start, len(self.words)) if self.telling[at]), None)

    def last(self, end: int) -> int | None:
        """The place of the last telling word before ``end``."""
        return next((at for at in range(end - 1, -1, -1) if self.telling[at]), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question's words, all that may stand for them, and its telling terms.

    Words are compared as they are spelt where the question was typed with accents.
    """

    line: Line
    known: frozenset[str]
    terms: tuple[Term, ...]
    query: Query

    def spelt(self, phrase: str) -> Phrase:
        """The words of a phrase as they are compared with the question's."""
        return spelt_phrase(phrase) if self.query.accented else plain_phrase(phrase)

    def among(self, word: str, marks: frozenset[str]) -> bool:
        """Whether a word is one of ``marks``."""
        return word in (marks if self.query.accented else {strip_accents(one) for one in marks})


def read_asked(query: Query, corpus: Corpus) -> Asked:
    """A question read for being compared with names."""
    line = read_line(query.standalone, corpus, accented=query.accented)
    terms = build_topic(query, corpus).terms
    others = {
        word.accented if query.accented else word.plain
        for term in terms
        for other in term.others
        for word in other
    }
    telling = tuple(term for term in terms if not all(idle_places(term.words)))
    return Asked(line, frozenset((*line.words, *others)), telling, query)


def read_line(text: str, corpus: Corpus, *, accented: bool) -> Line:
    """A text read for being compared, its abbreviations written out."""
    words = expanded_words(match_key(text), corpus.lexicon)
    telling = tuple(not idle for idle in idle_places(words))
    return Line(tuple(word.accented if accented else word.plain for word in words), telling)


def words_in(term: Term, asked: Asked) -> Phrase:
    """The words of a term as they are compared with those of a name."""
    return tuple(one.accented if asked.query.accented else one.plain for one in term.words)


def says_instead(text: str, name: Line, asked: Asked, corpus: Corpus) -> bool:
    """Whether a name has another word where the question has a term that the name lacks."""
    own = corpus.features(text)
    for term in asked.terms:
        if found_in(term, own, accented=asked.query.accented) >= HELD:
            continue
        words = words_in(term, asked)
        start = contains(asked.line.words, words)
        lacked = next((at for at, word in enumerate(words) if word not in name.words), None)
        if start < 0 or lacked is None:
            continue
        for place in (start, start + lacked):
            before = asked.line.last(place)
            if before is not None and _goes_on_otherwise(before, place, name, asked):
                return True
        if _begins_otherwise(start + lacked, start + len(words), name, asked):
            return True
    return False


def _begins_otherwise(lacked: int, behind: int, name: Line, asked: Asked) -> bool:
    """Whether a name comes by another word to what follows the word ``lacked`` in the question.

    "Công chức được tuyển dụng" and "viên chức được tuyển dụng" end alike.
    """
    after = asked.line.first(behind)
    if after is None:
        return False
    for place, word in enumerate(name.words):
        if word != asked.line.words[after]:
            continue
        ours, theirs = asked.line.last(after), name.last(place)
        while ours is not None and theirs is not None and ours > lacked:
            if asked.line.words[ours] != name.words[theirs]:
                break
            ours, theirs = asked.line.last(ours), name.last(theirs)
        if ours == lacked and theirs is not None and name.words[theirs] not in asked.known:
            return True
    return False


def _goes_on_otherwise(before: int, lacked: int, name: Line, asked: Asked) -> bool:
    """Whether a name goes on with an unasked word behind the word ``before`` of the question.

    What follows a preposition there follows the same one in the name.
    """
    between = asked.line.words[before + 1 : lacked]
    bound = {word for word in between if asked.among(word, BINDING)}
    for place, word in enumerate(name.words):
        behind = name.first(place + 1) if word == asked.line.words[before] else None
        if behind is None or not bound <= set(name.words[place + 1 : behind]):
            continue
        if name.words[behind] not in asked.known:
            return True
    return False


def counts_some(name: Line, asked: Asked, beside: Iterable[Line]) -> bool:
    """Whether a name goes on, behind all that is asked, with what only some of the things are.

    "Số sáng kiến được công nhận" are the only ones that a report may tell of: such a name is left,
    unless a row ``beside`` it tells of the same things, or the question says itself what was done.
    """
    first: dict[str, int] = {}
    for at, word in enumerate(name.words):
        if word in asked.known and name.telling[at]:
            first.setdefault(word, at)
    if not first:
        return False
    end = max(first.values()) + 1
    tail = name.words[end:]
    if any(contains(tail, asked.spelt(phrase)) >= 0 for phrase in _some_only()):
        return True
    begin = next((at for at, word in enumerate(tail) if asked.among(word, PREDICATES)), None)
    done = name.first(end + begin + 1) if begin is not None else None
    if begin is None or done is None or name.words[done] in asked.known:
        return False
    if asked.among(tail[begin], _DENYING) or _says_done(name.words[:end], asked):
        return True
    return any(other.words != name.words and set(first) <= set(other.words) for other in beside)


def _says_done(begun: Phrase, asked: Asked) -> bool:
    """Whether the part of a name that is asked for says itself what was done ("đang cung cấp")."""
    return any(
        asked.among(word, _ACTS) and contains(asked.line.words, begun[place : place + 2]) >= 0
        for place, word in enumerate(begun[:-1])
    )


def marked_otherwise(name: Line, asked: Asked) -> bool:
    """Whether a name says of the same thing that it must be done where the question says it was."""
    return any(
        asked.among(mark, _MARKS)
        and asked.among(other, _MARKS)
        and mark != other
        and following == behind
        for mark, following in pairwise(asked.line.words)
        for other, behind in pairwise(name.words)
    )


def is_within(name: Line, asked: Asked) -> bool:
    """Whether a name speaks of bodies within the one asked about ("phòng ban trong đơn vị")."""
    for place in range(1, len(name.words) - 1):
        if not asked.among(name.words[place], _WITHIN):
            continue
        head = [word for at, word in enumerate(name.words[:place]) if name.telling[at]]
        bodies = any(contains(name.words[:place], asked.spelt(one)) >= 0 for one in _bodies())
        said = any(word in asked.known for word in head)
        rest = name.words[place + 1 : place + 1 + _FEWEST]
        if bodies and not said and contains(asked.line.words, rest) >= 0:
            return True
    return False


@remembered()
def _some_only() -> tuple[str, ...]:
    """What a name ends with that holds of some of the things alone ("theo trường hợp")."""
    return tuple(load("asking_tables")["some_only"])


@remembered()
def _bodies() -> tuple[str, ...]:
    return tuple(load("asking_sentences")["bodies"])
