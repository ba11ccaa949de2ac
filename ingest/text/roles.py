"""Who leads and who helps, read from running text. Words come from ``organisations.yaml``.

Forms: "X chủ trì, phối hợp với Y", "- Chủ trì: X - Y phối hợp", "X (chủ trì), Y (phối hợp)",
"Giao X chủ trì", two leads for two objects. "Theo hướng dẫn của X" names nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.text.organisations import begins_unit, canonical, split_items, split_units, words
from ingest.vocabulary import load


@dataclass(frozen=True, slots=True)
class Roles:
    """Who leads and who helps, as written, in the order of the text."""

    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Patterns:
    labelled: re.Pattern[str]
    leads: re.Pattern[str]
    helps: re.Pattern[str]
    marked: re.Pattern[str]
    after_unit: re.Pattern[str]
    handing: re.Pattern[str]
    being: re.Pattern[str]


_NONE = re.compile(r"^\s*(?:[-+•]\s*)?(?:triển khai\s+)?theo\b", re.IGNORECASE)
_NOBODY = "\0"
_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
_LOWER = "a-z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).islower())
# A place ends a name: a word in lower case behind it is what the unit does.
_PLACE_END = re.compile(
    r"(?:(?<=\stỉnh)|(?<=Văn phòng Sở)|(?<=Thanh tra Sở)|(?<=thuộc Sở))"
    rf"\s+(?!(?:và|có|thuộc|trực|liên|cùng|trong|trên|theo|gồm)\b)(?=[{_LOWER}])"
)
_NAMED_PLACE = re.compile(
    rf"\b(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)(?:\s+[{_UPPER}]\w*)+"
    rf"(?=\s+(?!(?:và|có|thuộc|trực|liên|cùng|trong|trên|theo|gồm)\b)[{_LOWER}])"
)
_STILL_NAMED = (
    r"(?:và|có|thuộc|trực|liên|cùng|trong|trên|theo|gồm|các|tỉnh|thành phố|huyện|quận|thị xã|xã|"
    r"phường|cấp)\b"
)
_OWN_WORK = re.compile(r"([A-ZĐÀ-Ỹ][^:;\n]{3,120}):\s+\S")


_INNER = frozenset({"phòng", "ban", "tổ", "bộ phận"})
"""Heads of bodies inside an agency, whose names may be a list of what they do."""


def _any(wordings: list[str]) -> str:
    return "|".join(
        re.escape(word) for word in sorted(wordings or [_NOBODY], key=len, reverse=True)
    )


def _patterns() -> _Patterns:
    vocabulary = words()
    roles, labels = vocabulary["roles"], vocabulary.get("labels", {})
    return _compiled(
        (_any(roles["lead"]), _any(roles["coordinating"])),
        (_any(labels.get("lead", [])), _any(labels.get("coordinating", []))),
        _any(labels.get("before", [])),
        _any(vocabulary["verbs"]),
        (_any(vocabulary.get("handing", [])), _any(vocabulary.get("being", []))),
    )


@lru_cache(maxsize=4)
def _compiled(
    roles: tuple[str, str],
    labels: tuple[str, str],
    before: str,
    verbs: str,
    around: tuple[str, str],
) -> _Patterns:
    lead, helping = roles
    label = rf"(?:(?:{before})\s+)?(?:(?P<lead>{labels[0]})|(?P<helping>{labels[1]}))\s*:"
    bare = label.replace("?P<lead>", "?:").replace("?P<helping>", "?:")
    end = rf"(?=$|\n|\.(?:\s|$)|\s-\s|;\s*(?:[-+•]\s*)?{bare}|;[^;\n]*\b(?:{lead}|{helping})\b)"
    ignoring = re.IGNORECASE
    return _Patterns(
        labelled=re.compile(rf"(?:^|[-+•\n;.,(]\s*){label}\s*(?P<who>.*?){end}", ignoring),
        leads=re.compile(rf"\b(?:{lead})\b", ignoring),
        helps=re.compile(
            rf"\b(?:{helping})\b(?:\s+(?:chặt chẽ|cùng|với|thực hiện|rà soát))*", ignoring
        ),
        marked=re.compile(
            rf"(?P<who>[^,;\n()]+?)\s*\((?:là\s+)?(?:(?:{before})\s+)?"
            rf"(?:(?P<lead>{lead})|(?P<helping>{helping}))[^)]*\)",
            ignoring,
        ),
        after_unit=re.compile(
            rf"(?<!các)(?<!Các)(?<!và),?\s+(?!(?<=đơn vị )phụ trách)(?:{verbs})\b|[.;]|$"
        ),
        handing=re.compile(rf"^\s*(?:{around[0]})\s+(?=\S)", ignoring),
        being=re.compile(rf"\s+(?:{around[1]})\s*$", ignoring),
    )


def roles_in(text: str) -> Roles:
    """Roles named in running text. A text that only names a unit makes it the lead."""
    patterns = _patterns()
    lead: list[str] = []
    coordinating: list[str] = []
    rest = _marked(text, lead, coordinating)
    labelled = list(patterns.labelled.finditer(rest))
    for found in labelled:
        (coordinating if found.group("helping") else lead).extend(_names(found.group("who")))
    if labelled:
        rest = patterns.labelled.sub(" \n ", rest)
    for position, clause in enumerate(_clauses(rest)):
        _read_clause(clause, lead, coordinating, opening=position == 0)
    if not lead and not coordinating:
        lead.extend(_bare_units(text))
    elif not lead:
        lead.extend(_bare_units(_first_clause(text)))
    lead_keys = {canonical(name) for name in lead}
    helpers = [name for name in coordinating if canonical(name) not in lead_keys]
    return Roles(lead=_unique(lead), coordinating=_unique(helpers))


def _marked(text: str, lead: list[str], coordinating: list[str]) -> str:
    """Read "X (chủ trì), Y (phối hợp)"; units beside a marked lead help. Returns what is left."""
    pattern = _patterns().marked
    found = list(pattern.finditer(text))
    for match in found:
        names = [name for name in split_units(match.group("who").strip(" ,-+•")) if name]
        (coordinating if match.group("helping") else lead).extend(names)
    if not found:
        return text
    rest = pattern.sub(" ", text).strip(" ,;.\n")
    if lead and not coordinating and begins_unit(rest) and not _patterns().helps.search(rest):
        coordinating.extend(_names(rest))
        return ""
    return rest


def _unique(names: list[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(canonical(name), name)
    return tuple(seen.values())


def _clauses(text: str) -> list[str]:
    parts = re.split(r"\n|;\s*|\.\s+(?=[-+•A-ZĐÀ-Ỹ])", text)
    items = (item for part in parts for item in split_items(part.strip()))
    return [item.strip(" -+•") for item in items if item.strip(" -+•.")]


def _first_clause(text: str) -> str:
    clauses = _clauses(text)
    return clauses[0] if clauses else ""


def without_handing(text: str) -> str:
    """``text`` without the word that hands a task to a unit: "Giao Sở Y tế" -> "Sở Y tế".

    "Giao ban hằng tuần" hands nothing to anyone: a name has a capital, or is "các …".
    """
    rest = _patterns().handing.sub("", text, count=1)
    return rest if rest[:1].isupper() or rest[:3].lower() == "các" else text


def _read_clause(clause: str, lead: list[str], coordinating: list[str], *, opening: bool) -> None:
    patterns = _patterns()
    leads = patterns.leads.search(clause)
    helps = patterns.helps.search(clause)
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
        if before and after and opening and not lead:  # "X phối hợp với Y" and nobody else leads
            lead.extend(before)
            coordinating.extend(after)
        else:
            coordinating.extend(before or after)


def _units_before(text: str) -> list[str]:
    text = _patterns().being.sub("", text.strip(" ,-:+•"))
    text = without_handing(text)
    pieces = re.split(r",\s+(?=[A-ZĐÀ-Ỹ])|:\s+", text)
    tail: list[str] = []
    for position, piece in enumerate(reversed(pieces)):
        if begins_unit(piece) and (position == 0 or cut_unit(piece) == piece.strip(" ,.")):
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
    return [cut_unit(name) for name in split_units(text) if begins_unit(name)]


def _department_end(name: str) -> re.Match[str] | None:
    """Where the known name of a department ends and what it does begins ("Sở Tư pháp dự …")."""
    return _departments(tuple(load("documents")["departments"])).search(name)


@lru_cache(maxsize=4)
def _departments(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=Sở )|(?<=Phòng ))(?:{_any(list(names))})"
        rf"(?P<rest>\s+(?!{_STILL_NAMED})[a-zđà-ỹ].*)$",
        re.DOTALL,
    )


def _company_end(name: str) -> re.Match[str] | None:
    """Where the name of a company ends: words in lower case behind capitals are what it does."""
    return _companies(tuple(words()["companies"])).match(name)


@lru_cache(maxsize=4)
def _companies(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_any(list(names))})(?:[\s-]+[{_UPPER}]\w*)*"
        rf"(?P<rest>\s+(?!{_STILL_NAMED}|chi nhánh|khu vực)[{_LOWER}].*)$",
        re.DOTALL,
    )


def cut_unit(name: str) -> str:
    """A unit's name without the doing behind it: "Sở Y tế rà soát hồ sơ" -> "Sở Y tế"."""
    ended = _PLACE_END.search(name) or _department_end(name) or _company_end(name)
    if ended:
        name = name[: ended.start("rest") if "rest" in ended.re.groupindex else ended.start()]
    elif placed := _NAMED_PLACE.search(name):
        name = name[: placed.end()]
    for found in _patterns().after_unit.finditer(name):
        if not goes_on(name, found.start(), found.group()):
            return name[: found.start()].strip(" ,.")
    return name


def goes_on(name: str, start: int, verb: str) -> bool:
    """Whether a verb at ``start`` is part of the name: "công trình", "Phòng Xây dựng, kiểm tra"."""
    ahead, behind = name[:start].rstrip(), verb.strip(" ,")
    last = ahead.rpartition(" ")[2]
    if f"{last} {behind.split(' ')[0]}".casefold() in words()["compounds"]:
        return True
    if not verb.lstrip().startswith(",") and not ahead.endswith((",", " và")):
        return False
    head, _, listed = ahead.casefold().partition(" ")
    done = [one.strip() for one in re.split(r",|\bvà\b", listed) if one.strip()]
    return head in _INNER and bool(done) and all(one in words()["verbs"] for one in done)


def _bare_units(text: str) -> list[str]:
    if _NONE.match(text):
        return []
    names: list[str] = []
    clauses = _clauses(text)
    own = [found.group(1) for clause in clauses if (found := _OWN_WORK.match(clause))]
    if len(own) > 1 and len(own) == len(clauses) and all(map(begins_unit, own)):
        return [name for unit in own for name in split_units(unit)]  # each with its own work
    for clause in clauses:
        bare = without_handing(clause)
        if _NONE.match(bare) or not begins_unit(bare):
            continue
        cut = cut_unit(bare)
        names.extend(name for name in split_units(cut) if begins_unit(name))
        break
    return names


def _names(text: str) -> list[str]:
    return [cut_unit(name) for name in split_units(text) if name]
