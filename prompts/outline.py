"""Outlines of reports as YAML files that a province edits, and their loader.

An outline says which sections a report has, which part of a statistics annex each of them takes,
how it opens and closes, and how sentences begin. Another kind of report is another file. A file may
say ``based_on: annual-report`` and name only what it has differently. Texts may hold the marks that
:data:`PLACES` lists, ``{period}`` for instance.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

SHIPPED = Path(__file__).parent / "outlines"
PLACES = frozenset(
    {"period", "next_period", "last_period", "issuer", "basis", "province", "short", "section"}
)
"""What a text of an outline may name: the period reported on, the one after it and the one before
it, who reports ("Sở Y tế", short "Sở"), the documents that the report rests on, the province, the
section's title."""

_PLACE = re.compile(r"\{(\w*)\}")
_DIGIT = re.compile(r"\d")
_KIND = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Content = Literal["heading", "results", "strengths", "shortcomings", "outlook"]
Parts = Literal["year", "quarter", "half"]


class OutlineError(ValueError):
    """An outline cannot be used. The message names the file and what to change in it."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OutlineSection(_Part):
    """One section.

    ``takes`` are words of the annex sections that belong here, ``indicators`` words of single
    indicators wherever they stand, both compared without accents and case; the longest words that
    fit decide. The records of a ``required`` section are accounted for one by one.
    """

    key: str
    title: str
    level: int = Field(default=1, ge=1, le=4)
    content: Content = "heading"
    takes: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    required: bool = True


class Wording(_Part):
    """How the report's sentences begin and join; lists are rotated through."""

    bases: tuple[str, ...]
    topics: tuple[str, ...]
    starts: tuple[str, ...]
    further: tuple[str, ...]
    strengths: tuple[str, ...]
    shortcomings: tuple[str, ...]
    outlook: tuple[str, ...]
    resuming: tuple[str, ...]
    additional: str
    nothing: tuple[str, ...]
    no_tasks: str
    no_strengths: str
    no_shortcomings: str


class Limits(_Part):
    """How much is said: comparisons a section, sentences a paragraph, tasks in the outlook.

    ``high_share`` is the per cent from which a share counts as a strength.
    """

    comparisons: int = Field(default=4, ge=0)
    sentences: int = Field(default=4, ge=1)
    tasks: int = Field(default=24, ge=0)
    tasks_per_section: int = Field(default=4, ge=1)
    strengths: int = Field(default=8, ge=1)
    shortcomings: int = Field(default=10, ge=1)
    high_share: int = Field(default=95, ge=0, le=100)


class Outline(_Part):
    """A kind of report: its frame, its sections in order and its wording.

    ``periods`` words the time reported on for each part of a year ("quý {quarter} năm {year}");
    ``opening_basis`` are words of annex rows whose documents open the report.
    """

    kind: str
    title: str
    subject: str
    parts: Parts = "year"
    periods: dict[str, str]
    opening: str
    opening_without_basis: str
    opening_basis: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    sections: tuple[OutlineSection, ...]
    wording: Wording
    limits: Limits = Limits()

    @model_validator(mode="after")
    def _consistent(self) -> Outline:
        keys = [section.key for section in self.sections]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"mục “{twice[0]}” được khai báo hai lần; hãy đặt lại khóa")
        if not any(section.content == "results" for section in self.sections):
            raise ValueError("chưa có mục nào có content: results; hãy thêm ít nhất một mục")
        for text in self._texts():
            for name in _PLACE.findall(text):
                if name not in PLACES:
                    raise ValueError(
                        f"chỗ điền “{{{name}}}” không có; chỉ dùng {', '.join(sorted(PLACES))}"
                    )
            if _DIGIT.search(text):
                raise ValueError(
                    f"câu “{text}” chứa chữ số; hãy dùng chỗ điền như {{period}} thay cho số"
                )
        if self.parts not in self.periods:
            raise ValueError(f"mục periods thiếu cách gọi kỳ “{self.parts}”; hãy thêm vào")
        return self

    def _texts(self) -> list[str]:
        worded = [self.subject, self.opening, self.opening_without_basis, *self.closing]
        for value in self.wording.model_dump().values():
            worded += [value] if isinstance(value, str) else list(value)
        return worded

    def section(self, key: str) -> OutlineSection | None:
        """The section of that key."""
        return next((one for one in self.sections if one.key == key), None)


def load_outline(kind: str, *, folder: Path | None = None) -> Outline:
    """The outline of that kind; a file of ``folder`` goes before the shipped one.

    Raises:
        OutlineError: there is none of that name, or the file is not a usable outline.
    """
    path = _path(kind, folder)
    if path is None:
        known = ", ".join(outline_kinds(folder=folder))
        raise OutlineError(f"Không có đề cương báo cáo “{kind}”; các loại hiện có: {known}.")
    return _load(path, path.stat().st_mtime_ns, folder)


def outlines(*, folder: Path | None = None) -> tuple[Outline, ...]:
    """All outlines there are, those of ``folder`` in place of shipped ones of the same name."""
    return tuple(load_outline(kind, folder=folder) for kind in outline_kinds(folder=folder))


def outline_kinds(*, folder: Path | None = None) -> tuple[str, ...]:
    """The names of all outlines, sorted, the annual report first."""
    folders = [SHIPPED, *([folder] if folder else [])]
    names = {path.stem for one in folders if one.is_dir() for path in one.glob("*.yaml")}
    return tuple(sorted(names, key=lambda name: (name != "annual-report", name)))


def _path(kind: str, folder: Path | None) -> Path | None:
    if not _KIND.fullmatch(kind):
        return None
    for place in ([folder] if folder else []) + [SHIPPED]:
        path = place / f"{kind}.yaml"
        if path.is_file():
            return path
    return None


@lru_cache(maxsize=32)
def _load(path: Path, _changed: int, folder: Path | None) -> Outline:
    values = _values(path, folder, seen=())
    values.setdefault("kind", path.stem)
    try:
        return Outline.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "đề cương"
        said = first["msg"].removeprefix("Value error, ").rstrip(".")
        raise OutlineError(f"Đề cương {path.name}, mục {where}: {said}.") from error


def _values(path: Path, folder: Path | None, *, seen: tuple[str, ...]) -> dict[str, Any]:
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        said = str(error).splitlines()[0]
        raise OutlineError(f"Đề cương {path.name} không đọc được: {said}.") from error
    if not isinstance(found, dict):
        raise OutlineError(
            f"Đề cương {path.name} không phải bảng khóa–giá trị YAML; hãy viết theo mẫu có sẵn."
        )
    base = found.pop("based_on", None)
    if base is None:
        return found
    if base == path.stem and path.parent != SHIPPED:
        lower: Path | None = SHIPPED / path.name  # a province's file may build on the shipped one
    else:
        lower = _path(str(base), folder)
    if lower is None or not lower.is_file() or str(lower) in seen:
        raise OutlineError(
            f"Đề cương {path.name} dựa trên “{base}” nhưng không có đề cương đó; hãy sửa based_on."
        )
    return _merged(_values(lower, folder, seen=(*seen, str(lower))), found)


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """``own`` over ``base``; mappings are merged, everything else is replaced."""
    merged = dict(base)
    for key, value in own.items():
        below = merged.get(key)
        merged[key] = (
            _merged(below, value) if isinstance(value, dict) and isinstance(below, dict) else value
        )
    return merged
