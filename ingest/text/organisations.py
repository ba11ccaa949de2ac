"""Names of units: lists split, roles read from running text, variants joined to one slug.

Words come from ``organisations.yaml``. A list splits on ``;`` and line breaks, and on a comma or
"và" only where the next words begin a unit's name and the comma does not stand inside a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.text.normal import fold, match_key, slug
from ingest.vocabulary import load


def _words() -> dict[str, Any]:
    return load("organisations")


@lru_cache(maxsize=8)
def _head_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in ordered)})\b", re.IGNORECASE)


def begins_unit(text: str) -> bool:
    """Whether ``text`` begins like the name of a unit."""
    return bool(_head_pattern(tuple(_words()["heads"])).match(text.strip()))


_HARD = re.compile(r"\s*[;\n]\s*(?:[-+•]\s*)?|\.\s+(?=[-+•])")
_DASH = re.compile(r"(?:^|(?<=\S)\s+)[-+•]\s+(?=[A-ZĐÀ-Ỹ])")
_OPENER = re.compile(r"(?:Triển khai|Chủ trì|Phối hợp|Theo|Trên cơ sở|Đầu mối|Đơn vị|Cơ quan)\b")
_SOFT = re.compile(r",\s+và\s+|,\s*|\s+và\s+")


def split_units(text: str) -> tuple[str, ...]:
    """The units of a cell, each as written. "Phòng Phổ biến, giáo dục pháp luật" stays one."""
    units: list[str] = []
    for part in _HARD.split(text.strip().lstrip("-+• ")):
        for item in _items(part):
            units.extend(_split_soft(item))
    tidy = (_tidy(unit) for unit in units)
    return tuple(unit for unit in tidy if unit)


def _items(text: str) -> list[str]:
    """``text`` cut at dashes that open an item; the dash of "Thanh tra - Bổ trợ tư pháp" stays."""
    pieces: list[str] = []
    start = 0
    for found in _DASH.finditer(text):
        rest = text[found.end() :]
        if found.start() == 0 or begins_unit(rest) or _OPENER.match(rest):
            pieces.append(text[start : found.start()])
            start = found.end()
    pieces.append(text[start:])
    return [piece for piece in pieces if piece.strip()]


def _tidy(unit: str) -> str:
    unit = " ".join(unit.split()).strip(" .;:,+•")
    return unit.removeprefix("- ").strip()


def _split_soft(text: str) -> list[str]:
    keep = _protected(text)
    pieces: list[str] = []
    start = 0
    for found in _SOFT.finditer(text):
        if any(low <= found.start() < high for low, high in keep):
            continue
        rest = text[found.end() :]
        if not begins_unit(rest) or not (rest[:1].isupper() or rest.startswith("các ")):
            continue
        if (
            "và" in found.group()
            and "," not in found.group()
            and not begins_unit(text[start : found.start()])
        ):
            continue
        if text[start : found.start()].count("(") > text[start : found.start()].count(")"):
            continue
        pieces.append(text[start : found.start()])
        start = found.end()
    pieces.append(text[start:])
    return pieces


def _protected(text: str) -> list[tuple[int, int]]:
    """Spans of ``text`` whose commas belong to a name."""
    lowered = text.lower()
    spans: list[tuple[int, int]] = []
    for phrase in (*_words()["groups"], *_words()["whole"]):
        at = lowered.find(phrase)
        while at >= 0:
            spans.append((at, at + len(phrase)))
            at = lowered.find(phrase, at + 1)
    return spans


@lru_cache(maxsize=8192)
def canonical(name: str) -> str:
    """The key that joins spellings of one unit: abbreviations out, misreadings mended."""
    words = _words()
    text = name
    for short, full in words["abbreviations"].items():
        text = re.sub(rf"(?<![\w&]){re.escape(short)}(?![\w&])", full, text)
    key = re.sub(r"\([^)]*\)|\bđối với\b.*$", " ", match_key(text))
    for wrong, right in words["misread"].items():
        key = key.replace(match_key(wrong), match_key(right))
    key = re.sub(r"[^\w\s]", " ", key)
    key = re.sub(r"\s+", " ", key).strip()
    for target, spellings in words["aliases"].items():
        if key in {_plain(spelling) for spelling in spellings}:
            return _plain(target)
    return key


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", match_key(text))).strip()


def unit_slug(name: str) -> str:
    """The identifier of a unit: ``Văn phòng Sở`` and ``VP Sở`` -> ``van-phong-so``."""
    return slug(canonical(name))


@dataclass(frozen=True, slots=True)
class Roles:
    """Who leads and who helps, as written, in the order of the text."""

    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()


_LABELLED = re.compile(
    r"(?:^|[-+•\n;.]\s*)(?:(?:đơn vị|cơ quan|phòng)\s+)?(chủ trì|phối hợp|đầu mối)\s*:"
    r"\s*([^\n;]*?)(?=$|[\n;]|\.(?:\s|$)|\s-\s)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:chủ trì|(?:là |làm )?đầu mối|chịu trách nhiệm chính)\b", re.IGNORECASE)
_HELPS = re.compile(r"\bphối hợp\b(?:\s+(?:chặt chẽ|cùng|với|thực hiện|rà soát))*", re.IGNORECASE)
_NONE = re.compile(r"^\s*(?:[-+•]\s*)?(?:triển khai\s+)?theo\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def _after_unit(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """What ends a unit's name in running text: a verb of doing, ", gửi", a full stop, the end."""
    words = "|".join(re.escape(verb) for verb in sorted(verbs, key=len, reverse=True))
    return re.compile(rf"(?<!các)(?<!Các)(?<!và),?\s+(?:{words})\b|[.;]|$")


def roles_in(text: str) -> Roles:
    """Roles named in running text ("X chủ trì, phối hợp với Y", "- Chủ trì: X - Y phối hợp").

    "Theo hướng dẫn của …" names nobody. A text that only names a unit makes it the lead.
    """
    lead: list[str] = []
    coordinating: list[str] = []
    labelled = list(_LABELLED.finditer(text))
    rest = text
    for found in labelled:
        role, who = found.group(1).lower(), found.group(2)
        (coordinating if role == "phối hợp" else lead).extend(_names(who))
    if labelled:
        rest = _LABELLED.sub(" \n ", text)
    for clause in _clauses(rest):
        _read_clause(clause, lead, coordinating)
    if not lead and not coordinating:
        lead.extend(_bare_units(text))
    elif not lead:
        lead.extend(_bare_units(_first_clause(text)))
    lead_keys = {canonical(name) for name in lead}
    helpers = [name for name in coordinating if canonical(name) not in lead_keys]
    return Roles(lead=_unique(lead), coordinating=_unique(helpers))


def _unique(names: list[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(canonical(name), name)
    return tuple(seen.values())


def _clauses(text: str) -> list[str]:
    parts = re.split(r"\n|;\s*|\.\s+(?=[-+•A-ZĐÀ-Ỹ])", text)
    items = (item for part in parts for item in _items(part.strip()))
    return [item.strip(" -+•") for item in items if item.strip(" -+•.")]


def _first_clause(text: str) -> str:
    clauses = _clauses(text)
    return clauses[0] if clauses else ""


def _read_clause(clause: str, lead: list[str], coordinating: list[str]) -> None:
    leads = _LEADS.search(clause)
    helps = _HELPS.search(clause)
    if leads:
        before = _units_before(clause[: leads.start()])
        lead.extend(before)
        if helps and helps.start() > leads.end():
            between = clause[leads.end() : helps.start()]
            named = _units_after(clause[helps.end() :])
            # "X chủ trì, Y phối hợp" names Y before the word, "X chủ trì, phối hợp với Y" after it.
            own = _units_inside(between)
            coordinating.extend(own or named)
    elif helps:
        before = _units_before(clause[: helps.start()])
        after = _units_after(clause[helps.end() :])
        coordinating.extend(before or after)


def _units_before(text: str) -> list[str]:
    text = text.strip(" ,-:+•")
    pieces = re.split(r",\s+(?=[A-ZĐÀ-Ỹ])|:\s+", text)
    tail: list[str] = []
    for piece in reversed(pieces):
        if begins_unit(piece):
            tail.insert(0, piece)
        elif tail:
            break
    joined = ", ".join(tail)
    return [name for name in split_units(joined) if begins_unit(name)] if joined else []


def _units_inside(text: str) -> list[str]:
    text = text.strip(" ,-:+•")
    found = [part for part in re.split(r",\s+(?=[a-zđà-ỹA-ZĐÀ-Ỹ])", text) if begins_unit(part)]
    if not found or not begins_unit(text.split(",")[-1].strip() if "," in text else text):
        at = _unit_start(text)
        return (
            [name for name in split_units(text[at:]) if begins_unit(name)] if at is not None else []
        )
    start = text.find(found[0])
    return [name for name in split_units(text[start:]) if begins_unit(name)]


def _unit_start(text: str) -> int | None:
    for found in re.finditer(r",\s+", text):
        if begins_unit(text[found.end() :]):
            return found.end()
    return 0 if begins_unit(text) else None


def _units_after(text: str) -> list[str]:
    text = text.strip(" ,-:+•")
    text = re.sub(r"^(?:với|cùng)\s+", "", text)
    if not begins_unit(text):
        return []
    return [_cut(name) for name in split_units(text) if begins_unit(name)]


def _cut(name: str) -> str:
    found = _after_unit(tuple(_words()["verbs"])).search(name)
    return name[: found.start()].strip(" ,.") if found else name


def _bare_units(text: str) -> list[str]:
    if _NONE.match(text):
        return []
    names: list[str] = []
    for clause in _clauses(text):
        if _NONE.match(clause) or not begins_unit(clause):
            continue
        cut = _cut(clause)
        names.extend(name for name in split_units(cut) if begins_unit(name))
        break
    return names


def _names(text: str) -> list[str]:
    return [_cut(name) for name in split_units(text) if name]


def same_unit(left: str, right: str) -> bool:
    """Whether two spellings name one unit."""
    return canonical(left) == canonical(right) or fold(canonical(left)) == fold(canonical(right))
