"""Facts of a section -> blocks: a numbered row with what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import keys
from ingest.text.normal import fold


@dataclass(frozen=True, slots=True)
class Block:
    """``head`` titles the block; it has a value of its own or none. ``rows`` stand below it.

    A block without ``head`` joins neighbours that count the same thing.
    """

    head: Fact | None
    rows: tuple[Fact, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All rows, the head first."""
        return (self.head, *self.rows) if self.head is not None else self.rows

    @property
    def titled(self) -> Fact | None:
        """The head where it only titles."""
        return self.head if self.head is not None and self.head.heading else None


def blocks_of(facts: Sequence[Fact]) -> list[Block]:
    """The blocks of one section in order; headings inside a block open blocks of their own."""
    groups: list[list[Fact]] = []
    for fact in facts:
        if groups and groups[-1][0].group == fact.group:
            groups[-1].append(fact)
        else:
            groups.append([fact])
    found: list[Block] = []
    for group in groups:
        found += _split(group)
    return _joined(found)


def _split(group: Sequence[Fact]) -> list[Block]:
    """A group as blocks: a title inside it takes the bullets that follow it."""
    first = group[0]
    alone = len(group) == 1
    head = first if first.heading or (first.record.parent is None and not alone) else None
    found: list[Block] = []
    rows: list[Fact] = []
    inner: Fact | None = None
    inside: list[Fact] = []
    later: list[Block] = []
    for fact in group[1:] if head is not None else group:
        if fact.heading and not (fact.name.bullet and inner is not None):
            if inner is not None and inside:
                later.append(Block(inner, tuple(inside)))
            inner, inside = fact, []
        elif inner is not None and (fact.name.bullet or _below(fact, inner)):
            inside.append(fact)
        else:
            if inner is not None:
                if inside:
                    later.append(Block(inner, tuple(inside)))
                inner, inside = None, []
            rows.append(fact)
    if inner is not None and inside:
        later.append(Block(inner, tuple(inside)))
    if rows or not later:
        if later and head is not None:
            found += later
            found.append(Block(head, tuple(rows)))
        else:
            found.append(Block(head, tuple(rows)))
            found += later
    elif head is not None and not head.heading:
        found += [Block(head, ()), *later]
    else:
        found += later
    return found


def _below(fact: Fact, inner: Fact) -> bool:
    return fold(fact.record.parent or "") == fold(inner.record.name)


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Neighbouring single rows that count the same thing become one block."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last is not None and last.head is None and block.head is None and last.rows:
            noun, other = _counts(last.rows[0]), _counts(block.rows[0])
            if noun and noun == other:
                found[-1] = Block(None, (*last.rows, *block.rows))
                continue
        found.append(block)
    return found


def _counts(fact: Fact) -> str:
    if fact.coded or fact.name.shape not in ("count", "share"):
        return ""
    words = keys(fact.name.noun) if fact.name.shape == "count" else keys(fact.name.text)[2:]
    return " ".join(words[:2])
