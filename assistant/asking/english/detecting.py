"""Whether a question is in English, with or without Vietnamese names and terms in it."""

from __future__ import annotations

from assistant.asking.english.inflection import one_spelling
from assistant.asking.english.lists import Lists, may_be_vietnamese
from assistant.asking.english.pieces import TOKEN
from ingest.text.normal import strip_accents

_FEWEST = 2
_QUOTES = frozenset("\"'“”‘’")


def is_english(text: str, lists: Lists) -> bool:
    """Whether more words are English than can only be Vietnamese; names count for neither.

    A run of words with accents is one Vietnamese term, and one in quotation marks is none.
    """
    english = other = 0
    named = running = quoted = False
    shouted = text.isupper()
    for at, typed in enumerate(TOKEN.findall(text)):
        if typed in _QUOTES:
            quoted = not quoted
            continue
        word = one_spelling(typed)
        if not typed[:1].isalpha():
            named = named and typed == ","
            continue
        accented = word != strip_accents(word)
        if word in lists.vietnamese and not quoted and not named:
            other += _FEWEST
        begins = not running
        running = accented or (running and word not in lists.marks and may_be_vietnamese(word))
        if typed.isupper() and len(typed) > 1 and not shouted:
            continue  # initials are of no language
        begun = at > 0 and typed[:1].isupper()
        named = begun or (named and (accented or word not in lists.light))
        if accented or (running and not begins):
            other += begins and not named and not quoted
        elif word in lists.marks or (not may_be_vietnamese(word) and lists.known(word)):
            english += 1
        elif typed[:1].islower() and not lists.known(word):
            other += may_be_vietnamese(word)
    return english > other and (english >= _FEWEST or not other)
