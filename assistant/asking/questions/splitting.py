"""One question that asks for several figures, answered figure by figure.

"Tiếp nhận bao nhiêu hồ sơ, giải quyết bao nhiêu?" is two questions: the later one takes from the
earlier what it does not say itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.lexicon import Lexicon
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.words import contains, plain_phrase, words_of
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_BETWEEN = re.compile(
    r"[;,]\s*(?:(?:trong đó|trong do)\s+(?:(?:có|co)\s+)?(?=bao nhiêu|bao nhieu|mấy)"
    r"|(?!(?:trong đó|trong do)\b))|\s+(?:và|va|còn|con|and)\s+",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\b(?:bao nhieu|may|how many|how much)\b")
_NO_COUNT = re.compile(r"\bm(?!ấ)[^\W\d_]y\b", re.IGNORECASE)
_HOW_MANY_OF_THEM = re.compile(r"(bao nhieu|may) (?:co|da|duoc|dang|bi|chua|khong|dung|qua)\b")
_FEWEST, _MOST = 2, 4
_QUANTITY = re.compile(
    r"^(?:(?:xin |hay )?(?:cho (?:toi |em |minh )?biet|neu|thong ke) )?"
    r"(?:tong so|so luong|ty le|muc do)(?: \S+){2}"
)
"""A piece that begins with what is measured asks for a figure too."""
_LEFT_OPEN = re.compile(r"\b(?:bao nhieu|may|how many|how much)\W*$")
_PERSONS = re.compile(
    r"\b(bao nhiêu|mấy) người"
    r"(?: (?=(?:hiện |thực tế )?(?:có mặt|được|bị|đã|đang|nghỉ|còn|thuộc)\b)|(?=\W*$))",
    re.IGNORECASE,
)
_COUNTED_NOUN = re.compile(
    r"\s+((?:(?!(?:được|đã|đang|do|theo|của|tại|ở|trong|qua|năm|thuộc|từ|để|phải|cần|có|là)\b)"
    r"[^\W\d_]+,?\s*){1,6})",
    re.IGNORECASE,
)
_NOUN = 4
_CLOSE = 3
_NO_NOUN = frozenset({"trong", "da", "duoc", "nam", "so", "con"})
_FIGURES = frozenset({Intent.VALUE, Intent.COUNT, Intent.OPEN, Intent.PROSE})


def figure_parts(question: str) -> list[str]:
    """The parts of a question that each ask "how many"; none where it asks that once.

    A piece without a question of its own belongs to the part that follows it, or to the last one;
    the second of two nouns before "và" to the part that begins with the first ("bao nhiêu công
    chức, viên chức và ...").
    """
    pieces = (fold(piece).strip(" ,;") for piece in _BETWEEN.split(question))
    quantities = [piece for piece in pieces if _QUANTITY.match(piece)]
    accented = fold(question) != question.casefold()
    parts: list[str] = []
    waiting = ""
    start = 0
    for found in [*_BETWEEN.finditer(question), None]:
        end = found.start() if found else len(question)
        piece = f"{waiting}{question[start:end]}"
        if _asks_how_many(piece, accented=accented) or (
            len(quantities) > 1 and _QUANTITY.match(fold(piece).strip(" ,;"))
        ):
            parts.append(piece.strip(" ,;"))
            waiting = ""
        elif parts and not waiting and _is_second_noun(question, start, found):
            parts[-1] = f"{parts[-1]}, {piece.strip()}"
        else:
            waiting = f"{piece}{found.group() if found else ''}"
        start = found.end() if found else end
    if waiting.strip() and parts:
        parts[-1] = f"{parts[-1]}, {waiting.strip(' ,;')}"
    if not _FEWEST <= len(parts) <= _MOST:
        return []
    return [parts[0], *(_of_the_same_way(part, parts[0]) for part in parts[1:])]


def _is_second_noun(question: str, start: int, behind: re.Match[str] | None) -> bool:
    """Whether few words stand between a comma and a word that joins ("công chức, viên chức và")."""
    if behind is None or not behind.group().strip().isalpha():
        return False
    piece = plain_phrase(question[start : behind.start()])
    after_comma = question[:start].rstrip().endswith(",")
    return after_comma and 0 < len(piece) <= _CLOSE and piece[0] not in _NO_NOUN


def _of_the_same_way(part: str, first: str) -> str:
    """A part that leaves unsaid what it counts, with that and its way ("qua đường bưu điện").

    Of a part that names a way of its own nothing is left unsaid.
    """
    counted, start = _HOW_MANY.search(fold(first)), _way_in(first)
    if len(fold(first)) != len(first) or counted is None or not start:
        return part
    if not _LEFT_OPEN.search(fold(part)) or _way_in(part) is not None:
        return part
    end = len(first) if start > counted.start() else counted.start()
    noun = first[counted.end() : start if start > counted.start() else len(first)].strip(" ?.!")
    noun = noun if len(noun.split()) <= _NOUN else ""
    said = " ".join(f"{noun} {first[start:end].strip(' ?.!')}".split())
    return f"{part.rstrip(' ?.!')} {said}?"


def of_the_same_thing(part: str, first: str) -> str | None:
    """A part that only says what was done, with what the first one counts ("ý kiến phản ánh").

    ``None`` where it says itself what it counts or where the first leaves that unsaid too.
    """
    counted = _HOW_MANY.search(fold(first))
    acts = [fold(one) for one in load("asking_questions")["counted_acts"]]
    said = " ".join(plain_phrase(part))
    left_open = _LEFT_OPEN.search(fold(part)) and said.startswith(tuple(f"{one} " for one in acts))
    if counted is None or not left_open or len(fold(first)) != len(first):
        return None
    noun = _COUNTED_NOUN.match(first[counted.end() :])
    return f"{part.rstrip(' ?.!')} {noun.group(1).strip(' ,')}?" if noun else None


def of_those_counted(part: str, first: str) -> str | None:
    """A part that asks how many of them do something, with the things that the first one counts.

    "Bao nhiêu đã về bến" behind "bao nhiêu tàu ra khơi" is "bao nhiêu tàu ra khơi đã về bến".
    """
    asked, counted = _HOW_MANY_OF_THEM.match(fold(part)), _HOW_MANY.search(fold(first))
    if asked is None or counted is None or len(fold(first)) != len(first):
        return None
    things, end = first[counted.end() :].strip(" ?.!,;"), asked.end(1)
    return f"{part[:end]} {things} {part[end:].strip()}" if things else None


def of_the_same_people(part: str, first: str) -> str | None:
    """A part that counts "người", with the people that the first one counts ("biên chế").

    ``None`` where it says itself whom it counts ("người lao động").
    """
    people = "|".join(map(re.escape, load("asking_questions")["counted_people"]))
    named = re.search(rf"\b(?:bao nhiêu|mấy) ({people})\b", match_key(first))
    if named is None or not _PERSONS.search(part):
        return None
    return _PERSONS.sub(rf"\g<1> {named.group(1)} ", part, count=1)


def _way_in(text: str) -> int | None:
    """Where the way begins in which something is done; "kết quả" without accents is none."""
    listed = [str(one) for one in load("asking_sentences")["ways"]]
    written = match_key(text)
    if written.isascii():
        listed = [f"(?<!ket ){fold(one)}" for one in listed]
    found = re.search(rf"\b(?:{'|'.join(listed)})\s+\w", written)
    return found.start() if found else None


def _asks_how_many(piece: str, *, accented: bool) -> bool:
    """Whether a piece asks "how many": "máy" is no "mấy" where accents are typed."""
    return bool(_HOW_MANY.search(fold(_NO_COUNT.sub(" ", piece) if accented else piece)))


def may_split(query: Query) -> bool:
    """Whether figures are asked for, not rows counted or documents compared."""
    return query.intent in _FIGURES and query.supposed is None and not query.limits.unit


def within(part: Query, whole: Query) -> Query:
    """A part asked of the documents and years that the whole question names."""
    own, shared = part.limits, whole.limits
    timed = own.years or own.period
    return replace(
        part,
        limits=replace(
            own,
            entitled=own.entitled or shared.entitled,
            places=own.places or shared.places,
            issuers=own.issuers or shared.issuers,
            numbers=own.numbers or shared.numbers,
            kinds=own.kinds or shared.kinds,
            kind_words=own.kind_words or shared.kind_words,
            years=own.years if timed else shared.years,
            period=own.period if timed else shared.period,
            window=own.window or shared.window,
            parts=own.parts or shared.parts,
        ),
    )


def said_with(part: str, before: Sequence[Composed], lexicon: Lexicon) -> bool:
    """Whether a sentence quoted for an earlier part gives the figure of this one too."""
    words = words_of(part)
    places = (index for index in range(len(words)) if lexicon.count.at(words, index)[0])
    start = next(places, 0)
    start += lexicon.count.at(words, start)[0]
    start += lexicon.classifiers.at(words, start)[0] if start < len(words) else 0
    told = tuple(word.plain for word in words[start:])
    quotes = [
        plain_phrase(citation.source.quote)
        for composed in before
        for citation in composed.page.citations
    ]
    return bool(told) and any(
        place > 0 and any(word[:1].isdigit() for word in quote[:place][-_CLOSE:])
        for quote in quotes
        if (place := contains(quote, told)) >= 0
    )


def joined(parts: Sequence[tuple[str, Composed]]) -> Composed | None:
    """One page of all parts, with what could not be answered said; ``None`` if nothing could."""
    answered = [composed for _, composed in parts if composed.status == "answered"]
    if not answered:
        return None
    page = Page()
    for asked, composed in parts:
        if composed.status == "answered":
            page.extend(composed.page, again=False)
        else:
            page.gap()
            page.raw(
                texts.PART_UNANSWERED.format(
                    part=asked, reason=composed.reason or texts.PART_UNCLEAR
                )
            )
    paths = {composed.path for composed in answered}
    return Composed(page, path="records" if "records" in paths else answered[0].path)
