"""Which line of a document is what: quốc hiệu, number, title, bases, text, recipients, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from assistant.checking.form.closing_parts import Closing, find_closing
from assistant.checking.form.matching import begins
from assistant.checking.form.model import Line, Paper
from assistant.checking.form.ruleset import limits, words
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_HEAD_LINES = 25
_TITLE_WITHIN = 12
_LONGEST_TITLE = 60
_LONGEST_SUBJECT = 400
_DATED = re.compile(r"[^\d(;:]{0,45}\bngày\b.{0,14}\btháng\b.{0,14}\bnăm\b.{0,8}")
_ANNEX = r"{word}(?:\s+(?:số\s+)?(?P<number>[ivxlcdm]+|\d+))?\s*[.:]?"
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Annex:
    """The heading of an annex: its name, its title, and the line that says what it belongs to."""

    name: Line
    number: str
    title: tuple[Line, ...]
    origin: Line | None


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of a document; ``None`` or empty where a part is not there."""

    country: Line | None
    motto: Line | None
    issuers: tuple[Line, ...]
    number: Line | None
    dated: Line | None
    letter_subject: Line | None
    title: Line | None
    subject: tuple[Line, ...]
    addressed: Line | None
    bases: tuple[Line, ...]
    body: tuple[Line, ...]
    closing: Closing
    annexes: tuple[Annex, ...]
    begins_as_annex: bool


def dissect(paper: Paper) -> Anatomy:
    """Find the parts by their words and their place."""
    written = paper.written
    head = written[:_HEAD_LINES]
    country = _wording(head, limits("quoc-hieu-chu").get("wording", ""))
    motto = _wording(head, limits("tieu-ngu-chu").get("wording", ""))
    number = next((line for line in head if _is_number(line)), None)
    dated = next((line for line in head if _is_date(line)), None)
    letter = next((line for line in head if begins(line, words("subject_of_letters"))), None)
    top = [line for line in (country, motto, number, dated) if line is not None]
    annexes = _annexes(written)
    first = min((annex.name.index for annex in annexes), default=len(paper.lines))
    below = max((line.index for line in top), default=-1)
    rest = [line for line in written if line.index > below and line.table is None]
    title = next(
        (line for line in rest[:_TITLE_WITHIN] if _is_title(line) and line.index < first), None
    )
    if title is not None and letter is not None and letter.index < title.index:
        title = None  # a letter has a subject and no name of its kind
    subject = _subject(rest, title) if title is not None else ()
    begun = subject[-1].index if subject else title.index if title is not None else below
    after = [line for line in rest if line.index > begun]
    closing = find_closing(written, after=below)
    bases = _bases(after, title)
    addressed = next((line for line in after[:6] if begins(line, words("addressed"))), None)
    listed = _listed(after, addressed)
    taken = {
        line.index
        for line in (*bases, addressed, *listed, letter, *closing.lines)
        if line is not None
    }
    body = tuple(
        line for line in after if line.index not in taken and line.index < first and _prose(line)
    )
    return Anatomy(
        country=country,
        motto=motto,
        issuers=_issuers(head, country, number, (motto, dated)),
        number=number,
        dated=dated,
        letter_subject=letter,
        title=title,
        subject=subject,
        addressed=addressed,
        bases=bases,
        body=body if top or first == len(paper.lines) else (),
        closing=closing,
        annexes=annexes,
        begins_as_annex=bool(annexes) and annexes[0].name.index == written[0].index,
    )


def _key(text: str) -> str:
    return _LETTERS.sub("", fold(text))


def _wording(lines: Iterable[Line], wording: str) -> Line | None:
    """The line with these letters, however they are accented, spaced or joined."""
    from rapidfuzz import fuzz

    wanted = _key(wording)
    return next(
        (line for line in lines if wanted and fuzz.ratio(_key(line.text), wanted) >= 90), None
    )


def _is_number(line: Line) -> bool:
    return begins(line, words("numbered")) and "/" in line.text and len(line.text) < 60


def _is_date(line: Line) -> bool:
    dated = _DATED.fullmatch(match_key(line.text)) is not None
    return dated and not begins(line, words("bases"))


def _is_title(line: Line) -> bool:
    key = match_key(line.text).rstrip(" :.")
    if key in _kinds():
        return True
    heading = line.shown == line.shown.upper() and line.layout.align == "center"
    return heading and len(key) < _LONGEST_TITLE and begins(line, sorted(_kinds()))


def _kinds() -> frozenset[str]:
    data = load("documents")
    return frozenset(
        match_key(name)
        for name in (
            *(n for names in data["kinds"].values() for n in names),
            *data["codes"].values(),
        )
    ) - {"công văn"}


def _subject(rest: Sequence[Line], title: Line) -> tuple[Line, ...]:
    """The lines right below the title that look like the first of them."""
    found: list[Line] = []
    for line in rest[rest.index(title) + 1 :]:
        openings = (*words("bases"), *words("addressed"))
        if line.text.lstrip().startswith("(") or begins(line, openings) or _authority(line):
            break
        if found and (
            line.layout.align != found[0].layout.align
            or line.looks[0].bold != found[0].looks[0].bold
        ):
            break
        plain = line.layout.align != "center" and not all(look.bold for look in line.looks)
        if len(line.text) > _LONGEST_SUBJECT or (not found and plain and len(line.text) > 150):
            break
        found.append(line)
    return tuple(found)


def _authority(line: Line) -> bool:
    """Whether a line names who decides: ``GIÁM ĐỐC SỞ TƯ PHÁP``."""
    data = load("documents")
    return line.shown == line.shown.upper() and begins(
        line, (*data["authorities"], *data["deciding"])
    )


def _bases(after: Sequence[Line], title: Line | None) -> tuple[Line, ...]:
    """The list of bases; one sentence that begins "Căn cứ" and goes on is ordinary text."""
    found: list[Line] = []
    for line in after:
        if begins(line, words("bases")):
            found.append(line)
        elif found:
            break
        elif not (_authority(line) or line.layout.align == "center"):
            return ()
    deciding = title is not None and match_key(title.text).rstrip(" :") in {
        match_key(kind) for kind in words("deciding_kinds")
    }
    return tuple(found) if deciding or len(found) > 1 else ()


def _listed(after: Sequence[Line], addressed: Line | None) -> tuple[Line, ...]:
    """The items below ``Kính gửi:``, which stand by themselves in the middle of the page."""
    if addressed is None:
        return ()
    below = [line for line in after if line.index > addressed.index]
    return tuple(takewhile(lambda line: line.text.lstrip().startswith(("-", "–")), below))


def _issuers(
    head: Sequence[Line], country: Line | None, number: Line | None, others: Sequence[Line | None]
) -> tuple[Line, ...]:
    """The lines above the number on the side that quốc hiệu does not stand on."""
    if number is None or country is None:
        return ()
    apart = {line.index for line in (country, *others) if line is not None}
    if number.table is None:
        return tuple(line for line in head if line.index < number.index and line.index not in apart)
    return tuple(
        line
        for line in head
        if line.index < number.index
        and (line.table, line.column) == (number.table, number.column)
        and line.index not in apart
    )


@lru_cache(maxsize=8)
def _annex_pattern(word: str) -> re.Pattern[str]:
    return re.compile(_ANNEX.format(word=re.escape(match_key(word))))


def _annexes(written: Sequence[Line]) -> tuple[Annex, ...]:
    pattern = _annex_pattern(words("annex")[0])
    outside = [line for line in written if line.table is None]
    found = []
    for n, line in enumerate(outside):
        named = pattern.fullmatch(match_key(line.text))
        if named is None:
            continue
        title: list[Line] = []
        origin = None
        for next_line in outside[n + 1 : n + 7]:
            if next_line.text.lstrip().startswith("("):
                origin = next_line
                break
            if next_line.section != line.section or (title and not _alike(title[0], next_line)):
                break
            title.append(next_line)
        found.append(Annex(line, named.group("number") or "", tuple(title), origin))
    return tuple(found)


def _alike(one: Line, other: Line) -> bool:
    return (one.layout.align, one.looks[0].bold) == (other.layout.align, other.looks[0].bold)


def _prose(line: Line) -> bool:
    """Whether a line is text that the rules of text are for: no centred heading, no rule."""
    return line.layout.align != "center" and any(char.isalpha() for char in line.text)
