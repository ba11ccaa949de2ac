"""Legal documents that a text names: number, type, issuer, date, what it is about.

One record a number; the document's own number is not counted. Forms of numbers: Nghị định
30/2020/NĐ-CP, Phụ lục I and III (``19/2023/QĐ-UBND``, ``588/KH-STP``) and the Party's
(``91-KL/TU``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.model import Ref, Source
from ingest.text.normal import fold
from ingest.text.organisations import begins_unit
from ingest.vocabulary import load

_SUFFIX = r"(?:-[A-ZĐ][\wĐđ&.]*?|\s?-\s?(?:TTg|[A-ZĐ&]{2,})[\wĐđ&.]*?)(?:-[A-ZĐ]{2,}){0,3}"
NUMBER = re.compile(
    r"(?:(?<![\w/-])|(?<=\ss))(\d{1,5}[a-zđ]?)(?:\s?/\s?(\d{4}))?"  # "s20/…": "ố" was lost
    rf"(?:\s?/\s?([A-ZĐ][A-ZĐa-zđ]{{0,6}}\d{{0,2}}(?:{_SUFFIX})?)"
    r"|\s?-\s?([A-ZĐ][A-Za-zĐđ]{1,4}/[A-ZĐ]{2,6}))(?=$|[^\w/&]|&(?![A-ZĐ])|/(?!\d))"
)
_DATE = re.compile(
    r"^[,\s]*ngày\s+(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(\d{4})",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^\s*(?:[,;]|và|[,;]\s*và)\s*(?:số\s*:?\s*)?$", re.IGNORECASE)
_NAMED_BEFORE = re.compile(r"\s+của\s+([A-ZĐÀ-Ỹ][^:;.()\d]{3,80}?)\s*:\s*(?:số\s*)?$")
_TYPE_TAIL = 42
_PLURAL = re.compile(
    r"(?:\bcác|\bnhững|\bhai|\bba|\b0?[2-9])\s+(?:[^\W\d_]+\s+){1,4}(?:số\s*:?\s*)?$", re.I
)
_NUMBER_YEAR = re.compile(r"^\d+[a-zđ]?/(\d{4})/")
_A_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a number stands."""

    number: str
    type: str | None
    issuer: str | None
    date: str | None
    about: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class _Patterns:
    issuer: re.Pattern[str]
    about: re.Pattern[str]
    named: re.Pattern[str]
    bare: re.Pattern[str]
    typed: re.Pattern[str]


def _any(wordings: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(wordings, key=len, reverse=True))


def _patterns() -> _Patterns:
    words = load("references")
    return _compiled(
        _any(words["officers"]), _any(words["issuer_ends"]), _any(words["about"]),
        _any(words["named"]), _any(words["bare"]),
    )  # fmt: skip


@lru_cache(maxsize=4)
def _compiled(officers: str, ends: str, about: str, named: str, bare: str) -> _Patterns:
    return _Patterns(
        typed=re.compile(rf"(?<!\w)(?:{bare})$"),
        bare=re.compile(
            rf"(?<!\w)(?i:{bare})\s+((?i:số)\s*:?\s*)?(\d{{1,5}}[a-zđ]?)"
            r"(?=,?\s+ngày\s+\d{1,2}\s*(?:/|tháng)|,?\s+của\s+[A-ZĐÀ-Ỹ])"
        ),
        issuer=re.compile(
            rf"^[,\s]*của\s+((?:(?:{officers})\s+)?[A-ZĐÀ-Ỹ][^,;.()]*?)"
            rf"(?=\s+(?:{ends})\b|\s+và\s+[A-ZĐ][^\d]{{2,30}}\s+số\b|[,;.()]|$)"
        ),
        about=re.compile(rf"^[,\s]*((?:{about})\b[^;.]*)", re.IGNORECASE),
        named=re.compile(rf"((?:{named})\s+(?!số\b)[^,;.()\d]{{3,90}}?)\s*(?:số\s*:?\s*)?$"),
    )


_ISSUED_ON = re.compile(
    r"(?:^|[.;]\s+)[Nn]gày\s+(\d{1,2})/(\d{1,2})/(\d{4}),?\s+[^.;\d]{3,90}"
    r"\s(?:ban hành|ký ban hành|ký|có)\s+[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s*$"
)
"""A sentence that tells the day on which the document at its end was issued."""


def mentions(text: str, source: Source) -> list[Mention]:
    """Every legal document named in ``text``; ``source`` is where the text stands."""
    found: list[Mention] = []
    ends: list[int] = []
    starts: list[int] = []
    for match in _numbers(text):
        code = (match.group(3) or match.group(4) or "") if match.re is NUMBER else ""
        mention, end = _mention(text, match, code, source)
        found.append(mention)
        starts.append(match.start())
        ends.append(end)
    listed = [
        bool(_LISTED.match(text[end:start]))
        for end, start in zip(ends, [*starts, len(text)][1:], strict=True)
    ]
    plural = [bool(_PLURAL.search(text[:start])) for start in starts]
    return _shared(found, listed, plural)


def _numbers(text: str) -> list[re.Match[str]]:
    """Numbers with a code, and numbers without one that type and date or issuer make certain."""
    coded = [
        match
        for match in NUMBER.finditer(text)
        if _is_document(match.group(3) or match.group(4) or "", text, match)
    ]
    bare = [
        match
        for match in _patterns().bare.finditer(text)
        if (match.group(1) or not _A_YEAR.fullmatch(match.group(2)))
        and not any(one.start() <= match.start(2) < one.end() for one in coded)
    ]
    return sorted([*coded, *bare], key=lambda match: match.start())


def _mention(text: str, match: re.Match[str], code: str, source: Source) -> tuple[Mention, int]:
    """The mention of one number, and where its number and date end."""
    patterns = _patterns()
    coded = match.re is NUMBER
    start = match.start() if coded else match.start(2)
    before, rest = text[:start], text[match.end() :]
    end = match.end()
    date = _DATE.match(rest)
    if date:
        rest, end = rest[date.end() :], end + date.end()
    issuer = patterns.issuer.match(rest)
    name = " ".join(issuer.group(1).split()) if issuer else None
    if issuer:
        rest = rest[issuer.end() :]
        if _head(code) in load("references")["joint"]:
            more = _further_bodies(rest)
            name, rest = f"{name}{more}", rest[len(more) :]
    elif earlier := _NAMED_BEFORE.search(before):
        name = " ".join(earlier.group(1).split())
    about = patterns.about.match(rest)
    called = patterns.named.search(before) if "QH" in code else None
    if called and _type(before, "") not in (None, *load("references")["named"]):
        called = None
    title = " ".join(called.group(1).split()) if called else None
    mention = Mention(
        number=re.sub(r"\s+", "", match.group(0 if coded else 2)).rstrip("/."),
        type=next((word for word in load("references")["named"] if title.startswith(word)), None)
        if title
        else _type(before, code),
        issuer=name,
        date=_iso(date) if date else _day_before(before),
        about=_tidy(about.group(1)) if about else title,
        source=source,
    )
    return mention, end


def _day_before(before: str) -> str | None:
    """The day of a document that a sentence begins with ("Ngày 5/3/2031, Sở X ban hành … số")."""
    found = _ISSUED_ON.search(before)
    if found is None:
        return None
    day, month, year = (int(one) for one in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _further_bodies(rest: str) -> str:
    """The other bodies of a joint document: ", Bộ Tài chính" before what it is about."""
    ends = _any(load("references")["issuer_ends"])
    found = re.match(rf"((?:(?:,| và|;)\s*[A-ZĐ][^,;.()]*?)+)(?=\s+(?:{ends})\b|[;.()]|$)", rest)
    if not found or not begins_unit(found.group(1).lstrip(" ,;").removeprefix("và ")):
        return ""
    return found.group(1)


def _tidy(about: str) -> str:
    """What a document is about, without the sentence of the citing body that follows it."""
    text = " ".join(about.split())
    speaking = load("documents").get("speaking", ())
    for comma in re.finditer(r",\s+", text):
        rest = text[comma.end() :]
        if begins_unit(rest) and any(re.search(rf"\s{re.escape(w)}\b", rest) for w in speaking):
            text = text[: comma.start()]
            break
    return text.strip(" ,:")


def _shared(found: list[Mention], listed: list[bool], plural: list[bool]) -> list[Mention]:
    """Numbers in one list ("các Nghị định số A, số B của …") share what is said once.

    A date behind the last of them is that of all where the list says so itself ("các …").
    """
    result = list(found)
    together = list(plural)
    for index in range(1, len(result)):
        together[index] = together[index] or (listed[index - 1] and together[index - 1])
    for index in range(len(result) - 2, -1, -1):
        if listed[index]:
            here, following = result[index], result[index + 1]
            result[index] = replace(
                here,
                issuer=here.issuer or following.issuer,
                about=here.about or following.about,
                date=here.date
                or (following.date if together[index] and _dated(here, following) else None),
            )
    for index in range(1, len(result)):
        if listed[index - 1]:
            here, previous = result[index], result[index - 1]
            result[index] = replace(
                here, type=here.type or previous.type, issuer=here.issuer or previous.issuer
            )
    return result


def _dated(here: Mention, following: Mention) -> bool:
    """Whether the year in a number, where it has one, is that of the date behind the list."""
    year = _NUMBER_YEAR.match(here.number)
    return year is None or (following.date or "").startswith(year.group(1))


def _head(code: str) -> str:
    return re.split(r"[-/]", code.replace(" ", ""))[0]


def _is_document(code: str, text: str, match: re.Match[str]) -> bool:
    """A known type code, or the word "số" (or a type name) right before the number."""
    head = _head(code)
    if head in load("documents")["codes"] or re.fullmatch(r"QH\d{2}", head):
        return True
    before = text[: match.start()].rstrip()
    told = re.search(r"\bsố\s*:?$", before, re.IGNORECASE) or _patterns().typed.search(before)
    return bool(told) and bool(re.search(r"[A-ZĐ]{2}", code))


def _iso(found: re.Match[str]) -> str | None:
    day, month, year = (int(group) for group in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _type(before: str, code: str) -> str | None:
    tail = before[-_TYPE_TAIL:]
    types = sorted(
        set(load("documents")["codes"].values()) | set(load("references")["types"]),
        key=len,
        reverse=True,
    )
    names: list[str] = types
    for name in names:
        if re.search(rf"{name}\s*(?:liên tịch\s*)?(?:số\s*)?:?\s*$", tail, re.IGNORECASE):
            return name
    head = _head(code)
    known: str | None = load("documents")["codes"].get(re.sub(r"\d+$", "", head))
    return known


def collect(found: Iterable[Mention], *, document_id: str, own: str | None) -> list[Ref]:
    """One record a number, in the order of first mention; later mentions fill what is missing."""
    own_key = fold(own) if own else None
    merged: dict[str, Ref] = {}
    for mention in found:
        key = fold(mention.number)
        if key == own_key or (own_key is not None and own_key.startswith(f"{key}/")):
            continue
        known = merged.get(key)
        if known is None:
            merged[key] = Ref(
                id=f"{document_id}:ref:{len(merged) + 1}",
                document_id=document_id,
                key=".".join(mention.source.section),
                section=mention.source.section,
                source=mention.source,
                number=mention.number,
                type=mention.type,
                issuer=mention.issuer,
                date=mention.date,
                about=mention.about,
            )
            continue
        filled = {
            name: getattr(known, name) or getattr(mention, name)
            for name in ("type", "issuer", "date", "about")
        }
        merged[key] = known.model_copy(update=filled)
    return _without_short_forms(list(merged.values()))


def _without_short_forms(refs: list[Ref]) -> list[Ref]:
    """``refs`` without numbers that another one gives with its code ("Quyết định 766")."""
    coded = {(one.type, re.split(r"[/-]", one.number)[0]) for one in refs if "/" in one.number}
    return [one for one in refs if "/" in one.number or (one.type, one.number) not in coded]
