"""Pairs of rows: what was done of what there was to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.composing.citing import Citing
from assistant.drafting.composing.clauses import Clause
from assistant.drafting.composing.comparing import Compared
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import is_only, keys, starts_with
from assistant.drafting.composing.names import done_at
from assistant.drafting.composing.numbers import percent, printed
from assistant.drafting.composing.relations import has_word, says
from assistant.drafting.composing.state import State, noun_of
from assistant.drafting.composing.totals import Totals
from assistant.drafting.composing.weighing import Weighing, not_due, only_so_far
from ingest.text.normal import match_key
from ingest.vocabulary import load


@dataclass(slots=True)
class Pairing:
    """Tells the pairs of one block."""

    at: State
    citing: Citing
    weighing: Weighing
    totals: Totals

    def pair(self, whole: Fact, part: Fact) -> None:
        """What was done of what there was to do: "25/25 nhiệm vụ đề ra trong kế hoạch"."""
        assert whole.value is not None
        assert part.value is not None
        writer = self.at.writer
        self.citing.basis_of(whole)
        self.citing.basis_of(part)
        if part.measure or self.given(whole, part):
            self.present(whole, part)
            return
        noun = noun_of(part) or noun_of(whole) or self.at.context(part) or part.unit
        if part.measure or keys(part.unit)[:1] == ["lượt"]:
            noun = part.unit
        ratio = f"{writer.number(part, part.value)}/{writer.number(whole, whole.value)}"
        mark = writer.book.mark(
            f"{part.path}:of:{whole.path}",
            "ratio",
            f"{ratio} {noun}".strip(),
            value=part.value,
            unit=noun or None,
            role="ratio",
            indicator=part.record.name,
            subject=part.record.subject,
            period=part.record.period,
            evidence=(part.source, whole.source),
        )
        clause = writer.clause(part, context=noun, amount=mark)
        before = self.told_first(whole)
        text = clause.text if before else self.qualified(clause.text, mark, whole, part)
        stated = self.at.relations.share.get(part.path)
        if stated is not None and stated.path not in self.at.report.doubts:
            share = writer.amount(stated)
            amount = self.weighing.amount(stated)
            self.at.told.add(stated.path)
            facts: tuple[Fact, ...] = (part, whole, stated)
        else:
            value, rounded = percent(part.value, whole.value)
            share = self.weighing.computed(part, whole, value, rounded=rounded)
            amount = self.weighing.share_amount(part, whole, value)
            facts = (part, whole)
        if before:
            done = "" if clause.subject != "office" or text.startswith("đã ") else "đã "
            text = f"{before}, {done}{text}"
        text = f"{text}, {reached(part)} {share}"
        target_of = stated or part
        compared = self.weighing.against(
            target_of, amount, self.weighing.share_before(whole, part, stated)
        )
        text += self.weighing.inline(stated or part, compared)
        text += self.citing.cited(part) + self.totals.narrower(part)
        self.at.add(Clause(text, "office" if before else clause.subject, facts))
        self._weigh(whole, part, mark, clause, share, compared)

    def told_first(self, whole: Fact) -> str:
        """A whole that is an act itself ("phát hiện 06 vấn đề") is said before what followed."""
        verb = keys(whole.name.verb)
        if not (starts_with(verb, "receiving") or starts_with(verb, "finding")):
            return ""
        if whole.path in self.at.report.doubts or whole.name.passive:
            return ""
        clause = self.at.writer.clause(whole, context=self.at.context(whole))
        return clause.text if clause.subject == "office" else ""

    def qualified(self, text: str, mark: str, whole: Fact, part: Fact) -> str:
        """A clause with what the whole's name says behind the ratio."""
        behind = qualifier(whole, part)
        if part.measure:
            behind = f"{whole.name.noun} {behind}".strip()
        if not behind or mark not in text:
            return text
        tail = part.name.tail
        if (
            part.name.verb
            and len(tail.split()) > 2
            and not part.name.passive
            and text.endswith(f"{mark} {self.at.writer.plain(part, tail)}")
        ):
            start = text[: text.index(mark)].rstrip()
            told = self.at.writer.plain(part, tail)
            return f"{start} {told} đối với {mark} {self.at.writer.plain(whole, behind)}"
        if part.name.verb and tail and not part.name.passive:
            shown = self.at.writer.plain(part, tail)
            if text.endswith(f"{mark} {shown}"):
                start = text[: text.index(mark)].rstrip()
                return f"{start} {shown} {mark} {self.at.writer.plain(whole, behind)}"
        return text.replace(mark, f"{mark} {self.at.writer.plain(whole, behind)}", 1)

    def given(self, whole: Fact, part: Fact) -> bool:
        """Whether posts were given and are filled: both are told as counts of their own."""
        given = (
            whole.name.passive and match_key(whole.name.verb) in load("drafting_forms")["received"]
        )
        return given and is_only(keys(part.name.verb), "present")

    def present(self, whole: Fact, part: Fact) -> None:
        """Both as counts: "được giao 33 biên chế, hiện có mặt 31 biên chế, đạt 93,9 %"."""
        assert whole.value is not None
        assert part.value is not None
        writer = self.at.writer
        given = writer.clause(whole, context=self.at.context(whole))
        there = writer.clause(part, context=self.at.context(part))
        stated = self.at.relations.share.get(part.path)
        facts: tuple[Fact, ...] = (whole, part)
        if stated is not None and stated.path not in self.at.report.doubts:
            share, amount = writer.amount(stated), self.weighing.amount(stated)
            facts = (whole, part, stated)
            self.at.told.add(stated.path)
        else:
            value, rounded = percent(part.value, whole.value)
            share = self.weighing.computed(part, whole, value, rounded=rounded)
            amount = self.weighing.share_amount(part, whole, value)
        before = self.weighing.share_before(whole, part, stated) if stated or part.measure else None
        compared = self.weighing.against(stated or part, amount, before)
        if stated is not None and stated is self.at.block.head:
            name = writer.clause(stated, amount=share).text
            text = f"{name} ({given.text}, {there.text})"
            given = writer.clause(stated, amount=share)
        else:
            text = f"{given.text}, {there.text}{self.citing.cited(part)}, đạt {share}"
        text += self.weighing.inline(stated or part, compared)
        self.at.add(Clause(text, given.subject, facts))
        if stated is not None:
            self.weighing.weigh(stated, compared)

    def _weigh(
        self,
        whole: Fact,
        part: Fact,
        mark: str,
        clause: Clause,
        share: str,
        compared: Sequence[Compared],
    ) -> None:
        assert whole.value is not None
        assert part.value is not None
        writer = self.at.writer
        behind = qualifier(whole, part)
        text = clause.text
        if not self.told_first(whole):
            text = self.qualified(text, mark, whole, part)
        elif self.at.block.titled is None:
            text += f" {writer.plain(whole, behind)}" if behind else ""
        said = f"{text}, {reached(part)} {share}"
        good = [one for one in compared if one.better]
        bad = [one for one in compared if one.better is False]
        due = part.path in self.at.relations.due and not has_word(whole.name.text, not_due())
        if (part.value == whole.value and due) or (good and not (bad or due)):
            more = "".join(f", {one.text}" for one in good)
            self.at.remark("strength", 4 if good else 3, said + more, part)
            return
        if part.value == whole.value or says(part.name.text, load("drafting_forms")["late"]):
            return
        if not due:
            if bad:
                self.at.remark("shortcoming", 3, said + "".join(f", {x.text}" for x in bad), part)
            return
        remaining = self._remaining(whole, part)
        self.at.remark("shortcoming", 4, f"{only_so_far(said)}, còn {remaining}", part)
        self._leave(whole, part, behind, remaining)

    def _remaining(self, whole: Fact, part: Fact) -> str:
        """The mark of what is left of a pair."""
        assert whole.value is not None
        assert part.value is not None
        left = whole.value - part.value
        noun = noun_of(part) or noun_of(whole) or part.unit
        return self.at.writer.book.mark(
            f"{part.path}:left:{whole.path}",
            "difference",
            f"{printed(left, padded=not part.measure)} {noun}".strip(),
            value=left,
            unit=noun or None,
            indicator=part.record.name,
            formula=f"{printed(whole.value)} − {printed(part.value)}",
            evidence=(whole.source, part.source),
        )

    def _leave(self, whole: Fact, part: Fact, behind: str, remaining: str) -> None:
        """What is left to do of a pair: "xử lý 02 phản ánh, kiến nghị còn lại"."""
        writer, name = self.at.writer, part.name
        verb = re.sub(r"\s+xong$", "", name.verb) or "thực hiện"
        if done_at(name):
            text = f"{writer.plain(part, name.tail)} tại {remaining} còn lại"
        elif not name.verb and starts_with(keys(name.tail), "verbs"):
            text = f"{writer.plain(part, name.tail)} đối với {remaining} còn lại"
        elif name.shape in ("verb", "question") and name.rest:
            words = keys(name.rest)
            object_first = not starts_with(words, "tails")
            between = writer.plain(part, name.rest) if object_first else ""
            text = f"{verb} {between} đối với {remaining} còn lại"
            if not object_first:
                text = f"{verb} {remaining} còn lại"
        elif starts_with(keys(noun_of(part) or noun_of(whole) or part.unit), "person_nouns"):
            text = f"{verb} cho {remaining} còn lại"
        else:
            again = match_key(verb) in match_key(behind) or "đã " in f"{behind} "
            rest = " ".join(one for one in (name.rest, "" if again else behind) if one)
            text = f"{verb} {remaining} {writer.plain(part, rest)} còn lại"
        self.at.remark("unfinished", 3, " ".join(text.split()), part)


def reached(part: Fact) -> str:
    """The verb of a share: what is late was not reached, it makes up so much."""
    return "chiếm" if says(part.name.text, load("drafting_forms")["late"]) else "đạt"


def qualifier(whole: Fact, part: Fact) -> str:
    """What of the whole's name stands behind the ratio: "đề ra trong kế hoạch"."""
    name = whole.name
    if name.shape != "count" or part.name.rest:
        return ""
    text = " ".join(one for one in (name.rest, name.aspect, name.verb, name.tail) if one)
    own, wide = part.name.noun, name.noun
    if own and wide != own and wide.startswith(f"{own} "):
        text = f"{wide[len(own) + 1 :]} {text}".strip()
    if name.rest and name.verb and match_key(name.verb) == match_key(part.name.verb):
        text = name.rest
    if not text or is_only(keys(whole.name.text), "assigned"):
        return ""
    verb = match_key(part.name.verb.split(",")[0])
    again = bool(verb) and f" {verb}" in f" {match_key(text)}"
    if again and not has_word(text, ["phải", "thuộc diện"]):
        return ""
    return "" if len(text.split()) > 14 else text
