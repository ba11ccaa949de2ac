"""A row left blank although rows below it hold figures of its unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Judgement
from assistant.checking.rules.rows import blocks, dashed, is_count, said, same_unit
from assistant.checking.wording import quoted, where


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Blank rows with a unit, above dashed rows of the same unit that are not blank."""
    del judgements
    for rows in blocks(material):
        for at, row in enumerate(rows):
            if row.text or row.coded or row.measure is None:
                continue
            below = []
            for one in rows[at + 1 :]:
                if not (row.whole or dashed(one)):
                    break
                below.append(one)
            child = next(
                (one for one in below if is_count(one) and one.value and same_unit(one, row)), None
            )
            if child is not None and (row.whole or not dashed(row)):
                yield Finding(
                    code="missing",
                    severity="info",
                    message=f"{quoted(row.label)} để trống ({where(row.source)}) nhưng bên dưới "
                    f"{said(child)}.",
                    left=row.source,
                    right=child.source,
                )
