"""Parameter types of the command line, with Vietnamese messages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import click

_VIETNAMESE_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class OneOf(click.Choice[str]):
    """A closed set of words."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(words)
        self._words = tuple(words)

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """Return the word, or say which ones there are."""
        if value not in self._words:
            self.fail(f"Không có loại “{value}”; hãy chọn {', '.join(self._words)}.", param, ctx)
        return str(value)


class Day(click.ParamType[date]):
    """A day: ``2026-03-31`` or ``31/3/2026``."""

    name = "date"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Return the day, or say how one is written."""
        if isinstance(value, date):
            return value
        try:
            if found := _VIETNAMESE_DAY.fullmatch(str(value)):
                day, month, year = (int(part) for part in found.groups())
                return date(year, month, day)
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” không phải một ngày; hãy viết dạng 2026-03-31.", param, ctx)


class Whole(click.ParamType[int]):
    """A whole number within bounds."""

    name = "integer"

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """Return the number, or say what is allowed."""
        text = str(value)
        if not text.lstrip("-").isdecimal() or not self._least <= int(text) <= self._most:
            self.fail(
                f"“{value}” không dùng được; hãy cho một số từ {self._least} đến {self._most}.",
                param,
                ctx,
            )
        return int(text)


class FieldValue(click.ParamType[tuple[str, str | None]]):
    """``field=value``; a blank value is ``None``."""

    name = "field=value"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str | None]:
        """Return field and value, or say how they are written."""
        if isinstance(value, tuple):
            return value
        field, sign, typed = str(value).partition("=")
        if not sign or not field.strip():
            self.fail(f"“{value}” thiếu tên trường hoặc dấu =; hãy viết field=value.", param, ctx)
        return field.strip(), typed.strip() or None
