"""Rows of an annex -> facts, each with a name that no other row reads like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.composing.cleaning import aside_of
from assistant.drafting.composing.columns import (
    base_name,
    chosen,
    comparable,
    covers,
    is_of_year,
    part_of,
    wide_name,
)
from assistant.drafting.composing.documents import documents_in
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import keys, starts_with
from assistant.drafting.composing.names import Name, read_name
from assistant.drafting.composing.numbers import decimal
from ingest.model import Indicator, Reading
from ingest.text.normal import slug


def facts_of(
    reading: Reading, *, year: int, quarter: int | None, half: bool, short: str
) -> list[Fact]:
    """The facts of an annex in order; heading rows too."""
    rows: dict[tuple[object, ...], list[Indicator]] = {}
    for record in reading.indicators:
        place = (record.source.table, record.source.row, record.subject, wide_name(record))
        rows.setdefault(place, []).append(record)
    found = []
    group = 0
    last: tuple[object, ...] = ()
    paths: dict[str, int] = {}
    for records in rows.values():
        first = records[0]
        at = (first.source.table, first.source.row)
        if first.parent is None and at != last:
            group += 1
        last = at
        fact = _fact(records, group, year=year, quarter=quarter, half=half, short=short)
        count = paths[fact.path] = paths.get(fact.path, 0) + 1
        if count > 1:
            fact = replace(fact, path=f"{fact.path}#{count}")
        found.append(fact)
    return _told_apart(found)


def _told_apart(facts: list[Fact]) -> list[Fact]:
    """Names that read like another one's without their aside get it back."""
    kept = []
    words = [_bag(fact) for fact in facts]
    for at, fact in enumerate(facts):
        aside = aside_of(fact.record.name)
        if aside and any(
            at != other and _close(words[at], words[other]) for other in range(len(facts))
        ):
            lower = aside[:1].lower() + aside[1:] if aside[1:2].islower() else aside
            kept.append(replace(fact, name=_with_aside(fact.name, lower)))
        else:
            kept.append(fact)
    return _same_but_for_verb(kept)


def _same_but_for_verb(facts: list[Fact]) -> list[Fact]:
    rests = [(fact.group, _without_verb(fact)) for fact in facts]
    return [
        replace(fact, told_by_verb=True) if rest[1] and rests.count(rest) > 1 else fact
        for fact, rest in zip(facts, rests, strict=True)
    ]


def _without_verb(fact: Fact) -> str:
    name = fact.name
    words = keys(f"{name.noun} {name.rest} {name.tail}" if name.shape == "count" else name.rest)
    if name.shape == "quality":
        words = keys(name.text)
    return " ".join(word for word in words if word not in ("đã", "được", "đang"))


def _bag(fact: Fact) -> frozenset[str]:
    words = keys(fact.name.text)
    return frozenset(words[starts_with(words, "counts") :])


def _close(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 0.6 * min(len(one), len(other)) if one and other else False


def _with_aside(name: Name, aside: str) -> Name:
    text = f"{name.text} ({aside})"
    if name.tail or name.verb:
        return replace(name, text=text, tail=f"{name.tail} ({aside})".strip())
    return replace(name, text=text, rest=f"{name.rest} ({aside})".strip())


def _fact(
    records: Sequence[Indicator],
    group: int,
    *,
    year: int,
    quarter: int | None,
    half: bool,
    short: str,
) -> Fact:
    actual = [one for one in records if one.role in ("actual", "total", "unknown")]
    current = [one for one in actual if covers(one, year)]
    earlier = [one for one in actual if one not in current]
    wanted = f"Q{quarter}" if quarter is not None else "M6" if half else None
    plans = [one for one in records if one.role == "plan"]
    befores = [one for one in records if one.role == "previous"] + [
        one for one in earlier if one.period is not None and one.period.to == year - 1
    ]
    shares = [one for one in records if one.role == "share"]
    own = chosen(current, quarter, half) or (plans or shares or list(records))[0]
    befores = [one for one in befores if comparable(one, own, wanted, current)]
    yearly = None
    if wanted is not None:
        yearly = next((one for one in plans if one is not own and is_of_year(one)), None)
        plans = [one for one in plans if one is own or part_of(one) == wanted]
    name = read_name(base_name(own) if wide_name(own) else own.name, short, own.unit or "")
    plan = plans[0] if plans and own is not plans[0] else None
    before = befores[0] if befores and own is not befores[0] else None
    share = shares[0] if shares and own is not shares[0] else None
    used = {id(one) for one in (own, plan, before, share, yearly)}
    note = own.note or ""
    return Fact(
        path=_path(own),
        record=own,
        name=name,
        group=group,
        value=decimal(own.value),
        plan=plan,
        previous=before,
        share=share,
        year_plan=yearly,
        others=tuple(one for one in records if id(one) not in used),
        documents=tuple(documents_in(note)),
        before=decimal(before.value) if before is not None else None,
    )


def _path(record: Indicator) -> str:
    parts = (
        slug(" ".join(record.headings))[:60],
        slug(record.parent or "")[:60],
        slug(record.name)[:120],
        slug(record.subject or "")[:60],
    )
    return "/".join(parts)
