"""What a question says of whoever asks it, and turns of speech that ask without an asking word."""

from __future__ import annotations

import re

from assistant.asking.questions.marking import Marked
from assistant.asking.words import PhraseTable, words_of
from ingest.vocabulary import load, remembered

_END = re.compile(r"[.!;\n]\s+")
_ASKS = re.compile(
    r"\b(?:n[àa]o|g[ìi]|ai|m[ấa]y|bao nhi[êe]u|bao gi[ờo]|[đd][âa]u|sao|what|which|who|when|how)\b"
)
_TIME = ("thoi", "gian")
_PAIR = 2


@remembered()
def _askers() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_questions")["askers_own"])


@remembered()
def _scheduled() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_questions")["scheduled"])


def asker_ends(typed: str) -> int:
    """Where a first sentence on whoever asks ends ("Tôi ở phòng Y. ..."); 0 without one."""
    found = _END.search(typed)
    if found is None or _ASKS.search(typed[: found.start()].casefold()):
        return 0
    return found.start() if _askers().at(words_of(typed), 0)[0] else 0


def settle_schedule(reading: Marked) -> None:
    """Read "thời gian ban hành ..." as asking when, where nothing else says what is asked."""
    if reading.has("intent") or reading.has("askers") or reading.has("count"):
        return
    words = reading.words
    for index in range(len(words) - _PAIR):
        if reading.state[index] == "gone":
            continue
        if tuple(word.plain for word in words[index : index + _PAIR]) != _TIME:
            return
        if not _scheduled().at(words, index + _PAIR)[0]:
            return
        reading.cues.setdefault("intent", set()).add("deadline")
        reading.mark(index, _PAIR, "gone")
        return
