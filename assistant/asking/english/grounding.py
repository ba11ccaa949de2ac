"""Chooses, of the Vietnamese words that an English one may be, those that the documents use.

The choice is made for all words of a question together: the entry that holds most of them, in
whatever of their meanings, says which meanings are taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.asking.english.lists import Lists, spelt
from assistant.asking.english.pieces import Piece
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.features import Features
from assistant.asking.words import Word, words_of
from ingest.text.normal import fold, strip_accents

_WEIGHTS = {"noun": 1.0, "quality": 0.8, "verb": 0.7}
_ASKING = frozenset({"bao nhiêu", "thời hạn", "đơn vị nào", "đơn vị nào chủ trì", "sản phẩm"})
_WEAK = 0.35
_LIGHT, _ABOVE, _BREVITY, _OF_KIND = 0.25, 0.5, 0.15, 0.1
_IN_COLUMN = 0.85
_LATER, _LONGER, _APART = 0.06, 0.15, 0.6
_ROW_CUES = ("chủ trì", "phối hợp", "thời hạn", "sản phẩm", "nhiệm vụ", "đến hạn")
_FIGURE_CUES = ("bao nhiêu", "tỷ lệ", "chỉ tiêu", "so sánh")
_KINDS = {"tasks": _ROW_CUES, "targets": (*_FIGURE_CUES, "chủ trì"), "indicators": _FIGURE_CUES}


@dataclass(frozen=True, slots=True)
class _Meaning:
    place: int
    words: tuple[Word, ...]
    weight: float


def known_word(corpus: Corpus | None) -> Callable[[str], bool]:
    """Whether a word stands in a stored document, or is a short form that asking knows."""

    def stands(word: str) -> bool:
        if corpus is None:
            return False
        plain = strip_accents(word)
        return bool(
            corpus.word_counts[plain]
            or plain in corpus.headed_words
            or corpus.lexicon.abbreviations.begins(plain)
            or (plain,) in corpus.long_names
        )

    return stands


def spoken_phrase(corpus: Corpus | None) -> Callable[[str], bool]:
    """Whether a Vietnamese phrase stands in a stored document, or needs to stand in none."""

    def spoken(text: str) -> bool:
        if corpus is None:
            return True
        words = _words(text)
        return _is_general(words, corpus) or _said(words, corpus)

    return spoken


def _said(words: Sequence[Word], corpus: Corpus) -> bool:
    """Whether a phrase or one of the same meaning stands in a stored text."""
    others = corpus.lexicon.synonyms.get(tuple(word.plain for word in words), ())
    return any(_spoken(one, corpus) for one in (words, *others))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    return words_of(text)


def grounded(pieces: Sequence[Piece], corpus: Corpus) -> list[Piece]:
    """The pieces in the words of the documents; light ones that say nothing more are dropped."""
    choices = {
        place: [_Meaning(n, _words(text), _weight(piece, n, text, corpus))
                for n, text in enumerate(piece.meanings)]
        for place, piece in enumerate(pieces)
        if piece.meanings and piece.part in _WEIGHTS
    }  # fmt: skip
    if not any(len(found) > 1 or pieces[place].light for place, found in choices.items()):
        return [*pieces]
    scope = _scope(pieces, corpus)
    second = _second_question(pieces)
    first = {place: found for place, found in choices.items() if place < second} or choices
    bests = [_best_entry(one, pieces, scope) for one in (first, choices)]
    told = fold(" ".join(piece.text for piece in pieces if not piece.light))
    chosen = [*pieces]
    for place, meanings in choices.items():
        piece = pieces[place]
        here = _stated(meanings, bests[place >= second])
        if here is None and piece.light:
            others = len(choices) > 1 or bool(told)
            chosen[place] = Piece("", "dropped") if others else piece
            continue
        here = here or _anywhere(meanings, scope) or _anywhere(meanings, corpus.entries)
        if here is not None:
            chosen[place] = replace(piece, text=piece.meanings[here.place])
    return chosen


def _second_question(pieces: Sequence[Piece]) -> int:
    """Where a second question begins ("..., and how many are filled"): other entries answer it."""
    for place in range(1, len(pieces)):
        if pieces[place - 1].part == "joint" and pieces[place].text in _ASKING:
            return place
    return len(pieces)


def absent(pieces: Sequence[Piece], corpus: Corpus, lists: Lists) -> tuple[str, ...]:
    """The English nouns and verbs of which no stored text says anything, in any meaning."""
    found: list[str] = []
    for piece in pieces:
        if piece.part not in {"noun", "verb"} or piece.light or not piece.meanings:
            continue
        if not lists.general.isdisjoint(spelt(piece.english)):
            continue
        phrases = [_words(text) for text in piece.meanings]
        if not any(_is_general(words, corpus) or _said(words, corpus) for words in phrases):
            found.append(piece.english)
    return tuple(found)


def _is_general(words: Sequence[Word], corpus: Corpus) -> bool:
    """Whether a phrase is a cue or a word without weight in any question."""
    lexicon = corpus.lexicon
    tables = (lexicon.weak, lexicon.cues, lexicon.function, lexicon.helping, lexicon.classifiers)
    return any(table.at(words, 0)[0] == len(words) for table in tables)


def _spoken(words: Sequence[Word], corpus: Corpus) -> bool:
    if len(words) == 1:
        return words[0].accented in corpus.spelt
    return all(corpus.together(pair) for pair in pairwise(word.plain for word in words)) or any(
        _holds(entry.context, words) for entry in corpus.entries
    )


def _weight(piece: Piece, place: int, text: str, corpus: Corpus) -> float:
    words = _words(text)
    rare = sum(corpus.idf(word.plain) for word in words) / max(1, len(words))
    part = _LIGHT if piece.light else _WEIGHTS[piece.part]
    if corpus.lexicon.weak.at(words, 0)[0] == len(words):
        part = min(part, _WEAK)
    size = len(_words(piece.meanings[0]))
    return part * rare * (1 + _LONGER * (size - 1)) * (1 - _LATER) ** place


def _scope(pieces: Sequence[Piece], corpus: Corpus) -> Sequence[Entry]:
    """The entries of the places that the question names; all where it names none."""
    told = fold(" ".join(piece.text for piece in pieces if piece.part in {"kept", "name", "place"}))
    named = {
        shelf.document.id
        for shelf in corpus.shelves
        if (place := fold(shelf.document.province or "")) and f" {place} " in f" {told} "
    }
    if not named:
        return corpus.entries
    return [entry for entry in corpus.entries if entry.document.id in named]


def _best_entry(
    choices: dict[int, list[_Meaning]], pieces: Sequence[Piece], entries: Iterable[Entry]
) -> Entry | None:
    told = " ".join(piece.text for piece in pieces).casefold()
    meant = {kind for kind, cues in _KINDS.items() if any(cue in told for cue in cues)}
    heads = {one.words[0].plain for found in choices.values() for one in found if one.words}
    best: tuple[float, Entry | None] = (0.0, None)
    for entry in entries:
        if heads.isdisjoint(entry.body.words) and heads.isdisjoint(entry.context.words):
            continue
        score = sum(_held(meanings, entry) for meanings in choices.values())
        if not score:
            continue
        score *= 1 + _BREVITY / (1 + len(entry.body.plain) / 20)
        if entry.kind in meant:
            score *= 1 + _OF_KIND
        if score > best[0]:
            best = (score, entry)
    return best[1]


def _held(meanings: Sequence[_Meaning], entry: Entry) -> float:
    """How much of a piece an entry says, in the meaning that it says best."""
    best = 0.0
    above = _IN_COLUMN if entry.kind == "indicators" else _ABOVE
    for meaning in meanings:
        if meaning.weight <= best:
            continue
        if _holds(entry.body, meaning.words):
            best = meaning.weight
        elif meaning.weight * above > best and _holds(entry.context, meaning.words):
            best = meaning.weight * above
        elif meaning.weight * _APART > best and _scattered(entry, meaning.words):
            best = meaning.weight * _APART
    return best


def _scattered(entry: Entry, words: Sequence[Word]) -> bool:
    """Whether an entry says the words of a phrase, though not in a row."""
    told = (entry.body.accented, entry.context.accented)
    return len(words) > 1 and all(any(word.accented in one for one in told) for word in words)


def _stated(meanings: Sequence[_Meaning], entry: Entry | None) -> _Meaning | None:
    if entry is None:
        return None
    held = [one for one in meanings if _holds(entry.body, one.words)]
    held = held or [one for one in meanings if _holds(entry.context, one.words)]
    held = held or [one for one in meanings if _scattered(entry, one.words)]
    return max(held, key=lambda one: one.weight, default=None)


def _anywhere(meanings: Sequence[_Meaning], entries: Iterable[Entry]) -> _Meaning | None:
    held = {
        one.place: one
        for entry in entries
        for one in meanings
        if _holds(entry.body, one.words) or _holds(entry.context, one.words)
    }
    return held[min(held)] if held else None


def _holds(features: Features, words: Sequence[Word]) -> bool:
    """Whether a phrase stands in a text word for word."""
    if not words or words[0].plain not in features.words:
        return False
    if not all(word.accented in features.accented for word in words):
        return False
    return all(pair in features.pairs for pair in pairwise(word.plain for word in words))
