"""Who holds a part in a meeting or group, or an office: "Trưởng ban: …", "ai là giám đốc"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.finding.features import Features
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.text.normal import strip_accents
from ingest.text.organisations import begins_unit
from ingest.text.roles import cut_unit
from ingest.vocabulary import load

_ASKS_HOLDER = re.compile(r"\bai là\b|\blà ai\b|\bai (?:làm|giữ)\b|\bai la\b|\bla ai\b")
_HEADS = ("tổ trưởng", "tổ phó", "trưởng đoàn", "phó trưởng đoàn", "thư ký")
_DEPUTY = "pho"
_THOSE_PRESENT = "thành phần"


def word_stands(word: str, told: str) -> bool:
    """Whether a telling word of the question stands in a text, not as part of "cắt giảm"."""
    return bool(re.search(rf"(?<!cắt )\b{re.escape(word)}\b", told))


def _says(phrase: str, told: str) -> bool:
    """Whether a phrase stands in a question, without accents in one typed without any."""
    return word_stands(strip_accents(phrase) if told.isascii() else phrase, told)


def holder_in(told: str) -> str:
    """A pattern of a sentence that names who holds an office, where that is asked ("ai là …")."""
    if not _ASKS_HOLDER.search(told):
        return ""
    heads = [*load("asking_intents")["offices"], *_HEADS]
    offices = sorted(heads, key=len, reverse=True)
    named = next((one for one in offices if _says(one, told)), None)
    if named is None:
        return ""
    office = re.escape(named) if named.startswith("phó ") else rf"(?<!phó ){re.escape(named)}"
    return (
        rf"(?<![^\W\d_]){office}\b[^.;:]{{0,80}}(?::(?=\s*\w)|\blà\b|\()"
        rf"|(?:đồng chí|ông|bà)\s+(?:[^\W\d_]+\s*){{2,6}}[^.;]{{0,40}}{office}\b"
    )


def asks_only_holder(told: str) -> bool:
    """Whether a question begins with the part or office, or with "ai là" and it."""
    heads = "|".join(map(re.escape, [*load("asking_intents")["offices"], *_HEADS]))
    return bool(re.match(rf"\W*(?:(?:{heads})\b.*\blà ai\b|ai là (?:{heads})\b)", told))


def asks_holder(told: str) -> bool:
    """Whether a question asks who somebody is or who holds something."""
    return bool(_ASKS_HOLDER.search(told))


def asks_attendance(told: str) -> tuple[Phrase, ...]:
    """The ways to say that somebody takes part in a meeting, where a question asks who did."""
    for group in load("asking_sentences")["one_of"]:
        if any(_says(phrase, told) for phrase in group):
            return tuple(plain_phrase(phrase) for phrase in group)
    return ()


def roles_in(told: str) -> tuple[Phrase, ...]:
    """The parts in a meeting or group that a question asks for ("trưởng đoàn").

    "Thành phần tham dự" asks who was there, in whatever words a sentence says so.
    """
    attends = bool(asks_attendance(told))
    return tuple(
        plain_phrase(one)
        for one in load("asking_sentences")["roles"]
        if _says(one, told) and not (attends and one == _THOSE_PRESENT)
    )


def is_role_line(roles: Sequence[Phrase], own: Features) -> bool:
    """Whether a line gives the role asked for ("1. Chủ trì: ..."), the meeting being the title."""
    before, colon, _ = own.text.partition(":")
    label = plain_phrase(NUMBERING.sub("", before))
    return bool(colon) and any(role in (label[-len(role) :], label[: len(role)]) for role in roles)


def holds_role(roles: Sequence[Phrase], own: Features) -> bool:
    """Whether a text names any of the parts."""
    return any(contains(own.plain, role) >= 0 for role in roles)


def only_deputies(role: Phrase, words: Phrase) -> bool:
    """Whether a text names only deputies of the one asked for."""
    size = len(role)
    places = [at for at in range(len(words) - size + 1) if words[at : at + size] == role]
    return bool(places) and all(at and words[at - 1] == _DEPUTY for at in places)


def bodies_after(pieces: Sequence[str]) -> tuple[str, ...]:
    """The pieces that only go on naming bodies ("...; Công an tỉnh; Trung tâm X.")."""
    found: list[str] = []
    for piece in pieces:
        bare = piece.strip(" ;.")
        if not begins_unit(bare) or cut_unit(bare) != bare:
            return tuple(found)
        found.append(piece)
        if not piece.rstrip().endswith(";"):
            return tuple(found)
    return tuple(found)
