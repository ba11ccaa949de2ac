"""How a question asks for the sum or the difference of figures that it names.

The patterns are held against the question without accents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.asking.finding.corpus import Corpus
from ingest.text.normal import fold

_COUNT = r"(?:la |duoc |bang )*(?:bao nhieu|may)(?: (?:diem phan tram|phan tram|diem|%))?"
_MORE = (
    r"(?:cao|thap|nhieu|it|lon|nho|dai|ngan|nhanh|cham|tang|giam) (?:hon|so voi)|hon|kem|thua|vuot"
    r"|tang(?: len| them)?|giam(?: di| xuong)?"
)
_MORE_THAN = (
    r"(?:cao|thap|nhieu|it|lon|nho|dai|ngan|nhanh|cham|tang|giam) (?:hon|so voi)|hon|kem|thua|vuot"
    r"|(?:tang(?: len| them)?|giam(?: di| xuong)?) so voi"
)
"""The same with what it is held against behind it: "giảm chi phí" alone has an object there."""
_APART = r"(?:chenh lech|chenh|hon kem|khac|cach)(?: nhau)?"
_WITH = r"(?:va|voi|so voi|cung voi|lan)"
_TIME = re.compile(
    r"(?:(?:cung ky|ket qua|so lieu|muc)\s+)*(?:cua )?(?:trong )?"
    r"(?:nam (?P<year>(?:19|20)\d\d)|(?P<alone>(?:19|20)\d\d)"
    r"|nam (?P<before>truoc|ngoai|lien truoc|truoc do|lien ke)|(?P<same>cung ky))\b"
)
_YEAR = re.compile(r"\b(?:nam )?((?:19|20)\d\d)\b")
_DIFFERENCES = (
    re.compile(
        rf"^(?P<head>.*?)\b(?:muc |do |khoang |su )?(?:chenh lech|chenh|cach biet|khoang cach)"
        rf"(?P<of>.*?) giua (?P<a>.+?) {_WITH} (?P<b>.+?)(?: (?:thi )?{_COUNT}\b(?P<rest>.*))?$"
    ),
    re.compile(rf"^(?P<a>.+?) (?:{_MORE}) {_COUNT}(?P<rest>(?: [a-z]+){{0,3}}?) so voi (?P<b>.+)$"),
    re.compile(
        rf"^(?P<a>.+?) so voi (?P<b>.+?)(?: thi)? (?:{_MORE}|{_APART}) {_COUNT}\b"
        r"(?P<rest>.*)$"
    ),
    re.compile(rf"^(?P<a>.+?) {_WITH} (?P<b>.+?)(?: thi)? {_APART} {_COUNT}\b(?P<rest>.*)$"),
    re.compile(rf"^(?P<a>.+?) (?:{_MORE_THAN}) (?:so voi )?(?P<b>.+?) {_COUNT}\b(?P<rest>.*)$"),
)
_FROM_TO = re.compile(
    rf"^(?P<head>.*?)\btu nam (?P<b>(?:19|20)\d\d) (?:den|sang|toi) (?:nam )?(?P<a>(?:19|20)\d\d),?"
    rf" (?P<of>.+?) (?:{_MORE}|thay doi) {_COUNT}\b(?P<rest>.*)$"
)
_SUM_SAID = r"(?:tong cong|cong lai|gop lai|tinh chung|tat ca|ca thay|tong so|tong)"
_BOTH = r"(?:va|lan|cung voi|cung|cong voi|cong|voi)"
_NO_TOTAL = r"(?:ket|hop|the|quan|cuc|cong ty|dai|dieu tra|ra soat|kiem tra|giam doc|bi thu)\b"
_SUMS = (
    re.compile(rf"^(?P<head>.*?)\b{_SUM_SAID}(?: la| co)? (?:bao nhieu|may) (?P<all>.+)$"),
    re.compile(rf"^(?P<all>.+?),? (?:thi )?{_SUM_SAID} (?:la |co |duoc )*(?:bao nhieu|may)\b.*$"),
    re.compile(
        rf"^(?!.*\b(?:ai|nao|gi|dau|sao)\b)(?:tinh |cho biet |hoi )?(?:tong so luong|tong so"
        rf"|tong cua|tong luong|tong cong|tong(?! {_NO_TOTAL})|cong) (?P<all>.+?)"
        r"(?: (?:la |duoc |bang |co )*(?:bao nhieu|may)\b.*)?$"
    ),
    re.compile(r"^(?:co )?ca (?P<all>.+? (?:va|lan) .+?) (?:la |duoc |co )*(?:bao nhieu|may)\b.*$"),
)
_JOIN = re.compile(rf" {_BOTH} |, ")
_OTHERS = re.compile(
    r"\b(?:cộng (?:đồng|tác|hòa|hoà)|sở|sổ|công|cống|cá|lần|làn|vã|cung|cúng|cũng|hồn|hòn|kèm)\b"
)
"""Words that are no cue, though they are spelt like one but for their accents."""
_ENDS = re.compile(r"[\s?.!,;:]+$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The things whose figures a question adds or holds against one another, as it writes them.

    ``shared`` is what it says of all of them. Where ``years`` are given it is one thing in two
    years: the one asked about (``None``: the document's own) and the one it is held against.
    """

    kind: Literal["sum", "difference"]
    things: tuple[str, ...]
    shared: str = ""
    years: tuple[int | None, int | None] | None = None


def wanted(typed: str, corpus: Corpus) -> Wanted | None:
    """What is to be reckoned; ``None`` where the question asks for no sum and no difference.

    An "và" inside the name of a stored body joins nothing.
    """
    folded, spelt = fold(typed), typed.casefold()
    if not len(folded) == len(spelt) == len(typed):
        return None
    for word in _OTHERS.finditer(spelt):  # "công" is no "cộng", "cá" no "cả"
        folded = f"{folded[: word.start()]}{'_' * len(word.group())}{folded[word.end() :]}"
    for name in _joined_names(corpus):
        folded = folded.replace(name, name.replace(" va ", " __ "))
    told = _ENDS.sub("", folded)
    return _difference(told, typed) or _sum(told, typed)


def _joined_names(corpus: Corpus) -> list[str]:
    """The names of issuers and units that hold "và", without their first word and accents."""
    bodies = [document.issuer or "" for document in corpus.documents]
    names = {fold(name) for name in (*bodies, *(name for _, name in corpus.units))}
    return [
        name.partition(" ")[2] for name in sorted(names, key=len, reverse=True) if " va " in name
    ]


def _difference(told: str, typed: str) -> Wanted | None:
    if found := _FROM_TO.match(told):
        thing = _said(found, "of", typed)
        shared = " ".join((_said(found, "head", typed), _said(found, "rest", typed))).strip()
        years = (int(found["a"]), int(found["b"]))
        return Wanted("difference", (thing,), shared, years)
    for pattern in _DIFFERENCES:
        found = pattern.match(told)
        if found is None:
            continue
        one, other = (_said(found, name, typed) for name in "ab")
        groups = pattern.groupindex
        shared = " ".join(
            _said(found, name, typed) for name in ("head", "of", "rest") if name in groups
        )
        when = _TIME.match(found["b"])
        if when is None:
            return Wanted("difference", (one, other), shared.strip())
        behind = typed[found.start("b") + when.end() : found.end("b")]
        own = [int(year) for year in _YEAR.findall(fold(f"{one} {shared}"))]
        later = own[-1] if own else None
        held = when["year"] or when["alone"]
        earlier = int(held) if held else (later - 1 if later else None)
        thing = _without_years(one, later)
        return Wanted("difference", (thing,), f"{shared} {behind}".strip(), (later, earlier))
    return None


def _without_years(text: str, year: int | None) -> str:
    return text if year is None else re.sub(rf"(?:trong |của )*(?:năm |nam )?{year}", " ", text)


def _sum(told: str, typed: str) -> Wanted | None:
    for pattern in _SUMS:
        found = pattern.match(told)
        if found is None:
            continue
        start, end = found.span("all")
        cuts = [*_JOIN.finditer(told, start, end)]
        if not cuts:
            continue
        places = [start, *(place for cut in cuts for place in cut.span()), end]
        things = [
            typed[one:other].strip() for one, other in zip(places[::2], places[1::2], strict=True)
        ]
        head = typed[: found.end("head")] if "head" in pattern.groupindex else ""
        return Wanted("sum", tuple(filter(None, things)), head.strip())
    return None


def _said(found: re.Match[str], name: str, typed: str) -> str:
    start, end = found.span(name)
    return typed[start:end].strip(" ,?.") if start >= 0 else ""
