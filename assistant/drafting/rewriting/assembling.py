"""A section put together from a model's sentences that hold and the rule-made ones elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.model import MARK, Paragraph, SectionText, Sentence
from assistant.drafting.rewriting.inspection import Inspector
from assistant.drafting.rewriting.reply import Reply


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one reply came to.

    ``section`` can be released. ``reasons`` are Vietnamese clauses, one a refusal, for the model
    and the record. ``kept`` counts the model's sentences in it. ``whole`` means that nothing was
    refused.
    """

    section: SectionText
    reasons: tuple[str, ...]
    kept: int
    whole: bool


@dataclass(slots=True)
class _Written:
    """One sentence of the reply. ``rules`` are the rule-made sentences it stands for."""

    template: str
    fault: str | None
    rules: frozenset[int]


def assemble(
    section: SectionText,
    reply: Reply,
    *,
    inspector: Inspector,
    required: frozenset[str],
    writer: str,
) -> Attempt:
    """Keep of a reply what holds.

    Sentences of the model and of the rules that share a slot are one group: it is the model's
    where every sentence holds and no required slot is missing, else the rules'.
    """
    written = _inspected(reply, inspector)
    groups = _groups(written, inspector)
    reasons = [f"câu “{one.template[:160]}”: {one.fault}" for one in written if one.fault]
    kept: dict[int, list[int]] = {}
    for rules, sentences in groups:
        reason = _lacking(rules, [written[at] for at in sentences], inspector, required)
        if reason:
            reasons.append(reason)
        if not reason and sentences and not any(written[at].fault for at in sentences):
            kept[min(rules)] = sentences
    replaced = {rule for rules, _ in groups if min(rules, default=-1) in kept for rule in rules}
    loose = [at for at, one in enumerate(written) if not one.rules and not one.fault]
    reasons += [f"câu “{written[at].template[:160]}”: không ứng với câu nào" for at in loose]
    whole = not reasons
    if whole:
        result = _as_written(section, reply, writer)
    else:
        result = _mixed(section, written, kept, replaced, writer)
    used = sum(map(len, kept.values()))
    return Attempt(result, tuple(dict.fromkeys(reasons)), used, whole)


def _inspected(reply: Reply, inspector: Inspector) -> list[_Written]:
    templates = [
        " ".join(text.split(" ")) for paragraph in reply.paragraphs for text in paragraph.sentences
    ]
    misplaced = inspector.misplaced(templates)
    own = {rule.template for rule in inspector.rules}
    spent: Counter[str] = Counter()
    written = []
    for template in templates:
        copied = template.strip() in own
        fault = None if copied else inspector.fault(template)
        marks = MARK.findall(template)
        spent.update(marks)
        for mark in marks:
            if fault is None and spent[mark] > inspector.counts[mark]:
                fault = f"ô {{{mark}}} bị dùng lặp lại"
            if fault is None and mark in misplaced and not copied:
                fault = f"ô {{{mark}}} đứng vào chỗ của nội dung khác"
        rules = {line - 1 for mark in marks for line in inspector.lines.get(mark, ())}
        if not marks:
            rules = {
                at
                for at, rule in enumerate(inspector.rules)
                if not rule.marks() and inspector.covers(template, rule)
            }
        written.append(_Written(template, fault, frozenset(rules)))
    return written


def _groups(
    written: Sequence[_Written], inspector: Inspector
) -> list[tuple[frozenset[int], list[int]]]:
    """Rule-made sentences joined by the reply's sentences that stand for several of them."""
    joined: list[set[int]] = [{at} for at in range(len(inspector.rules))]
    for one in written:
        touched = [group for group in joined if group & one.rules]
        if len(touched) > 1:
            joined = [group for group in joined if not group & one.rules]
            joined.append(set().union(*touched))
    groups = []
    for group in sorted(joined, key=min):
        mine = [at for at, one in enumerate(written) if one.rules & group]
        groups.append((frozenset(group), mine))
    return groups


def _lacking(
    rules: frozenset[int],
    sentences: Sequence[_Written],
    inspector: Inspector,
    required: frozenset[str],
) -> str | None:
    """What a group's own sentences leave out."""
    meant = Counter(mark for at in rules for mark in inspector.rules[at].marks())
    said = Counter(mark for one in sentences for mark in MARK.findall(one.template))
    absent = [mark for mark in meant if mark in required and not said[mark]]
    if absent:
        return f"thiếu ô {', '.join(f'{{{mark}}}' for mark in absent)}"
    if not sentences:
        text = inspector.rules[min(rules)].template
        return f"thiếu nội dung của câu “{text[:160]}”"
    return None


def _as_written(section: SectionText, reply: Reply, writer: str) -> SectionText:
    paragraphs = tuple(
        Paragraph(
            sentences=tuple(
                Sentence(template=text.strip(), writer=writer) for text in paragraph.sentences
            ),
            bullet=paragraph.bullet,
        )
        for paragraph in reply.paragraphs
    )
    return section.model_copy(update={"paragraphs": paragraphs})


def _mixed(
    section: SectionText,
    written: Sequence[_Written],
    kept: dict[int, list[int]],
    replaced: set[int],
    writer: str,
) -> SectionText:
    """The rule-made paragraphs with the model's groups at the place of their first sentence."""
    paragraphs, number = [], 0
    for paragraph in section.paragraphs:
        sentences: list[Sentence] = []
        for sentence in paragraph.sentences:
            if number in kept:
                sentences += [
                    Sentence(template=written[at].template.strip(), writer=writer)
                    for at in kept[number]
                ]
            elif number not in replaced:
                sentences.append(sentence)
            number += 1
        if sentences:
            paragraphs.append(paragraph.model_copy(update={"sentences": tuple(sentences)}))
    return section.model_copy(update={"paragraphs": tuple(paragraphs)})
