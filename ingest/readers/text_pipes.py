"""Markdown tables: pipe rows with a rule below the first."""

from __future__ import annotations

import re

from ingest.readers.text_tables import Found, Rows, next_filled

_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_PIPE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")


def pipe_rows(lines: list[str], start: int) -> Found | None:
    """A Markdown table: pipe rows with a rule below the first."""
    if not _PIPE_ROW.match(lines[start]):
        return None
    if start + 1 >= len(lines) or not _PIPE_RULE.match(lines[start + 1]):
        return None
    rows: Rows = []
    breaks: list[int] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if _PIPE_RULE.match(line):
            index += 1
        elif _PIPE_ROW.match(line):
            rows.append(_pipe_cells(line))
            index += 1
        elif not line.strip():
            follow = next_filled(lines, index)
            width = len(rows[0])
            if follow is None or not _PIPE_ROW.match(lines[follow]):
                break
            if len(_pipe_cells(lines[follow])) != width:
                break
            breaks.append(len(rows))
            index = follow
        else:
            break
    return rows, breaks, index


def _pipe_cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner.removesuffix("|") if not inner.endswith("\\|") else inner
    cells = re.split(r"(?<!\\)\|", inner)
    return [cell.replace("\\|", "|").strip() for cell in cells]
