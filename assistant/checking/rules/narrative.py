"""Figures of the text against the sources: what the judgements themselves found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Finding, FindingCode, Verdict
from assistant.checking.facts import Material
from assistant.checking.model import Judgement

_CODES: dict[Verdict, FindingCode] = {
    "contradicted": "contradiction",
    "ambiguous": "contradiction",
    "wrong_role": "wrong_role",
    "wrong_unit": "wrong_unit",
    "wrong_period": "wrong_period",
    "unsourced": "unsourced",
}


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """One finding a figure whose judgement has a severity."""
    del material
    for judged in judgements:
        if judged.severity is None:
            continue
        against = judged.against.source if judged.against is not None else None
        right = judged.evidence[0] if judged.evidence else against
        yield Finding(
            code=_CODES[judged.verdict],
            severity=judged.severity,
            message=judged.explanation,
            left=judged.claim.source,
            right=right,
        )
