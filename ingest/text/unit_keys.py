"""The key that joins the spellings of one unit, for the issuer of the document that names it.

General spellings are in ``organisations.yaml``; those of one issuer in a file of the folder
``vocabulary/units``, which a province adds its own to. An unknown issuer has the general ones only,
and a unit that no file knows keeps its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ingest.model import Document, Period
from ingest.text.normal import fold, match_key, slug
from ingest.vocabulary import load, load_folder, remembered

_PLACE = re.compile(r"^(?:tinh|thanh pho|tp\.?)\s+")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whose units are meant: the issuing body, its province, the years of the document."""

    name: str | None = None
    province: str | None = None
    period: tuple[int, int] | None = None

    @classmethod
    def of(cls, document: Document) -> Issuer:
        """The issuer of a document."""
        return cls.known(document.issuer, document.province, document.period)

    @classmethod
    def known(cls, name: str | None, province: str | None, period: Period | None) -> Issuer:
        """The issuer by its name, province and the period it plans or reports."""
        return cls(name, province, (period.from_, period.to) if period else None)


UNKNOWN = Issuer()


@dataclass(frozen=True, slots=True)
class _Names:
    """Spellings of one issuer, plain: ``own`` to the unit's key, ``replaced`` word by word."""

    own: dict[str, str]
    short: tuple[tuple[re.Pattern[str], str], ...]
    misread: tuple[tuple[str, str], ...]


@remembered(maxsize=16384)
def canonical(name: str, issuer: Issuer = UNKNOWN) -> str:
    """The key that joins spellings of one unit: abbreviations out, misreadings mended."""
    own = _names(issuer)
    as_written = own.own.get(_plain(name))
    if as_written is not None:
        return as_written
    key = _spelled(name, own)
    if key in own.own:
        return own.own[key]
    for target, spellings in load("organisations")["aliases"].items():
        if key in {_plain(spelling) for spelling in spellings}:
            key = _plain(target)
            break
    return own.own.get(key, key)


def _spelled(name: str, own: _Names) -> str:
    """The plain words of a name: written out, mended, without what it leads."""
    text = name
    for short, full in own.short:
        text = short.sub(full, text)
    key = re.sub(r"\([^)]*\)|\bđối với\b.*$", " ", match_key(text))
    for wrong, right in own.misread:
        key = key.replace(wrong, right)
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", key)).strip()


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", match_key(text))).strip()


@remembered(maxsize=256)
def _names(issuer: Issuer) -> _Names:
    general = load("organisations")
    files = [file for file in load_folder("units") if _is_for(file, issuer)]
    short = dict(general["abbreviations"])
    misread = dict(general["misread"])
    for file in files:
        short.update(file.get("abbreviations") or {})
        misread.update(file.get("misread") or {})
    names = _Names(
        own={},
        short=tuple(
            (re.compile(rf"(?<![\w&]){re.escape(found)}(?![\w&])"), full)
            for found, full in sorted(short.items(), key=lambda pair: -len(pair[0]))
        ),
        misread=tuple((match_key(wrong), match_key(right)) for wrong, right in misread.items()),
    )
    for file in files:
        for unit, spellings in (file.get("units") or {}).items():
            key = _spelled(unit, names)
            names.own.setdefault(key, key)
            for spelling in spellings or ():
                names.own[_plain(spelling)] = key
                names.own.setdefault(_spelled(spelling, names), key)
    return names


def _is_for(file: dict[str, Any], issuer: Issuer) -> bool:
    """Whether a file of units is for this issuer, in this province and at this time."""
    wanted = file.get("issuers") or ()
    issuers = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    if issuers and (issuer.name is None or not any(_named(one, issuer.name) for one in issuers)):
        return False
    province = file.get("province")
    if province and (issuer.province is None or _place(province) != _place(issuer.province)):
        return False
    first, last = file.get("from"), file.get("to")
    if first is None and last is None:
        return True
    if issuer.period is None:
        return False
    return (first is None or issuer.period[1] >= first) and (
        last is None or issuer.period[0] <= last
    )


def _named(pattern: str, name: str) -> bool:
    wanted, given = fold(pattern), fold(name)
    if wanted.endswith("*"):
        return f"{given} ".startswith(wanted.rstrip("*"))
    return wanted == given


def _place(name: str) -> str:
    return _PLACE.sub("", fold(name))


def unit_slug(name: str, issuer: Issuer = UNKNOWN) -> str:
    """The identifier of a unit: ``Văn phòng Sở`` and ``VP Sở`` -> ``van-phong-so``."""
    return slug(canonical(name, issuer))


def unit_slugs(names: Iterable[str], issuer: Issuer) -> tuple[str, ...]:
    """The identifiers of several units, each once, in order."""
    return tuple(dict.fromkeys(unit_slug(name, issuer) for name in names))


def same_unit(left: str, right: str, issuer: Issuer = UNKNOWN) -> bool:
    """Whether two spellings in documents of one issuer name one unit."""
    return fold(canonical(left, issuer)) == fold(canonical(right, issuer))
