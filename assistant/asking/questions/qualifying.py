"""Numbers, levels and states by which a question tells things of one kind apart.

"Mức độ 2", "cấp huyện", "đang giải quyết": a row of level 3, of communes or of what is done
already is another one, however many words it shares with the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import Query
from assistant.asking.words import plain_phrase, words_of
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load, remembered

_NUMBER = r"(\d{1,2}|[ivx]{1,4})"
_NO_SHARE = r"(?!\s*(?:%|phan tram|[.,/]\d))\b"
_SERIES = r"(?:(?:\d{1,2}|[ivx]{1,4})\s*(?:,|;|-|–|va|hoac)\s*(?:%(noun)s\s+)?)*"
_WEEKDAY = re.compile(r"\bthứ (?:hai|ba|tư|năm|sáu|bảy)\b|\bchủ nhật\b")
_ORDINAL = re.compile(
    r"(?<!đứng )(?<!xếp )(?<!hạng )(?<!trí )(?<!thứ )"
    r"\bthứ (tám|chín|mười(?: (?:một|hai|ba))?|\d{1,2})\b"
)
_IN_FIGURES = {
    "tám": "8",
    "chín": "9",
    "mười": "10",
    "mười một": "11",
    "mười hai": "12",
    "mười ba": "13",
}
_EVERY = re.compile(r"\bbáo cáo (tháng|tuần)\b(?!\s*\d)")
_STATE = re.compile(r"\b(đang|đã)\s+(\w+(?:\s+\w+)?)")
_FIELD, _FIELD_WORDS = ("linh", "vuc"), 2
_NO_FIELD = frozenset({"nao", "gi", "co", "o", "cua", "trong", "nay", "khac", "cong", "do", "duoc"})
_OTHERS = {"đang": "da", "đã": "(?:dang|chua)"}
_OWN = {"đang": "dang", "đã": "da"}
_ANNEX = "phu luc"


def unmatched(query: Query, corpus: Corpus, told: Sequence[str]) -> str | None:
    """What the question names a thing by that ``told`` does not hold; ``None`` if it holds all."""
    texts = [fold(text) for text in told]
    apart = (
        *_numbered(query, corpus),
        *_levels(query),
        *_states(query, texts),
        *_days(query),
        *_fields(query, corpus),
    )
    for said, held in apart:
        if not any(re.search(held, text) for text in texts):
            return said
    return None


def _numbered(query: Query, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The things named by a number, with the pattern that a text of the same one has."""
    key = fold(query.standalone)
    typed = match_key(query.standalone)
    for noun in _nouns():
        if query.limits.annex and noun == _ANNEX:
            continue  # the rows of that annex alone were looked at
        for found in re.finditer(rf"\b{noun}\s+{_NUMBER}{_NO_SHARE}", key):
            said = typed[slice(*found.span())] if len(typed) == len(key) else found.group()
            series = _SERIES % {"noun": noun}
            ways = [rf"\b{noun}\s+{series}0?{found.group(1)}\b"]
            others = corpus.lexicon.synonyms.get(plain_phrase(found.group()), ())
            ways += [r"\s+".join(re.escape(word.plain) for word in other) for other in others]
            yield said, "|".join(ways)


def _levels(query: Query) -> Iterator[tuple[str, str]]:
    """The levels of government named ("cấp xã"), with their last word."""
    typed = match_key(query.standalone)
    for level in load("asking_sentences")["levels_apart"]:
        if query.accented and re.search(rf"\b{level}\b", typed):
            yield level, rf"\b{fold(level).split()[-1]}\b"


def _fields(query: Query, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The field of work named ("lĩnh vực xây dựng"), by its first two words.

    A figure of all fields tells nothing of one, though its name ("xây dựng") may be no rare word.
    """
    words = words_of(query.standalone)
    plain = tuple(word.plain for word in words)
    for place in range(len(words) - len(_FIELD)):
        if plain[place : place + len(_FIELD)] != _FIELD or not query.accented:
            continue
        named: list[str] = []
        for word in words[place + len(_FIELD) :][:_FIELD_WORDS]:
            if corpus.lexicon.function.at([word], 0)[0] or word.plain in _NO_FIELD:
                break
            if named and not corpus.together((named[-1], word.plain)):
                break  # "lĩnh vực gốm tiếp nhận": the verb is no part of its name
            named.append(word.plain)
        if named:
            said = " ".join(word.shown for word in words[place:][: len(_FIELD) + len(named)])
            either = (re.escape(word).replace("i", "[iy]") for word in named)  # "kỳ", "kì"
            yield said, r"\b" + r"\s+".join(either) + r"\b"


def _days(query: Query) -> Iterator[tuple[str, str]]:
    """The day of the week or the session named, and how often a report is due."""
    for found in _WEEKDAY.finditer(match_key(query.standalone)) if query.accented else ():
        yield found.group(), rf"\b{fold(found.group())}\b"
    for found in _ORDINAL.finditer(match_key(query.standalone)) if query.accented else ():
        said = found.group(1)
        figure = _IN_FIGURES.get(said, said)
        words = [fold(word) for word, one in _IN_FIGURES.items() if one == figure]
        yield found.group(), rf"\bthu (?:{'|'.join([*words, f'0?{figure}'])})\b"
    for found in _EVERY.finditer(match_key(query.standalone)) if query.accented else ():
        span = fold(found.group(1))
        yield found.group(), rf"\b(?:hang|moi|bao cao|mot)\s+{span}\b(?!\s*\d)"


def _states(query: Query, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is said to go on or to be done, where the texts say the other of the same verb."""
    for found in _STATE.finditer(match_key(query.standalone)) if query.accented else ():
        mark, verb = found.group(1), fold(found.group(2))
        own = rf"\b{_OWN[mark]}\s+(?:\w+\s+)?{verb}\b"
        if any(re.search(rf"\b{_OTHERS[mark]}\s+(?:\w+\s+)?{verb}\b", text) for text in texts):
            free = rf"|(?<!dang )(?<!chua )\b{verb}\b" if mark == "đã" else ""
            yield found.group(), own + free


@remembered()
def _nouns() -> tuple[str, ...]:
    """The nouns before such a number, the longest first, without accents."""
    nouns = {fold(noun) for noun in load("asking_sentences")["numbered"]}
    return tuple(sorted(nouns, key=len, reverse=True))
