"""The name of an issuing body in mixed case, where its letterhead has capitals alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.extraction.committees import LEVELS
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load


def as_written(name: str, texts: Sequence[str]) -> str:
    """``SỞ TƯ PHÁP`` in the mixed case that the text itself uses; else sentence case."""
    if not name.isupper():
        return name
    key = match_key(name)
    seen: Counter[str] = Counter()
    pattern = re.compile(re.escape(key).replace(r"\ ", r"\s+"), re.IGNORECASE)
    for text in texts:
        for found in pattern.finditer(text):
            if not found.group().isupper():
                seen[" ".join(found.group().split())] += 1
    proper = [word for word, _ in seen.most_common() if word[0].isupper()]
    return proper[0] if proper else _sentence_case(name)


def _sentence_case(name: str) -> str:
    """``SỞ TƯ PHÁP`` -> ``Sở Tư pháp``; a place's name and abbreviations keep their capitals."""
    place = re.search(rf"\s+(?!xã hội\b)({LEVELS})(?:\s+(.+))?$", name, re.IGNORECASE)
    body = name[: place.start()] if place else name
    lowered = body.lower()
    head = next(
        (h for h in sorted(load("documents")["issuers"], key=len, reverse=True)
         if f"{lowered} ".startswith(f"{h} ")), "",
    )  # fmt: skip
    rest = lowered[len(head) :].strip()
    known = next((d for d in load("documents")["departments"] if fold(d) == fold(rest)), None)
    opened = rest if rest.startswith("các ") else rest[:1].upper() + rest[1:]
    rest = known or _with_area(opened)
    written = f"{head[:1].upper()}{head[1:]} {rest}".strip()
    for short in load("organisations")["abbreviations"]:
        if short.isupper():
            written = re.sub(
                rf"(?<!\w){re.escape(short)}(?!\w)", short, written, flags=re.IGNORECASE
            )
    for proper in load("documents")["capital_within"]:
        written = re.sub(rf"(?<!\w){proper}(?!\w)", proper, written, flags=re.IGNORECASE)
    if place:
        called = " ".join(word.capitalize() for word in (place.group(2) or "").split())
        written = f"{written} {place.group(1).lower()} {called}".strip()
    return written


def _with_area(text: str) -> str:
    """A name with the capitals of the area in it: "Khu kinh tế Vũng Nam"."""
    areas = "|".join(sorted(map(re.escape, load("documents")["areas"]), key=len, reverse=True))
    found = re.search(rf"(?<!\w)(?:{areas})\s+(?!và\b|các\b)([^\d,;]+)$", text, re.IGNORECASE)
    if found is None:
        return text
    called = " ".join(word[:1].upper() + word[1:] for word in found[1].split())
    return text[: found.start(1)] + called
