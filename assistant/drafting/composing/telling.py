"""Clauses -> sentences -> paragraphs, with openings that vary."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.drafting.composing.clauses import Clause, listed
from assistant.drafting.composing.cleaning import title_words
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import keys, starts_with
from assistant.drafting.composing.planning import Plan
from assistant.drafting.composing.rhythm import Rhythm, sentence
from prompts.outline import Outline

_CLAUSES = 4
_WORDS = 62
_UNIT = 8
_IDLE = frozenset({"và", "của", "về", "việc", "công", "tác", "các", "kết", "quả", "tình", "hình"})
_SHARED = ("chưa có số liệu về ", "có ")


@dataclass(slots=True)
class Teller:
    """Writes the sentences of one report. ``worded`` fills the outline's places."""

    outline: Outline
    rhythm: Rhythm
    worded: Callable[[str], str]
    filled: Callable[[str], str]
    short: str
    issuer: str
    named: bool = field(default=False)
    section: str = field(default="")

    def open_section(self, title: str) -> None:
        """Begin a section: the office is named in full again, its topic may lead in."""
        self.named, self.section = False, title_words(title)

    def paragraphs(self, plans: Sequence[Plan]) -> list[list[str]]:
        """The paragraphs of a section; neighbours without a topic of their own stand together."""
        found: list[list[str]] = []
        open_ended = False
        for plan in _merged(plans):
            sentences = self._sentences(plan, found[-1] if found else None)
            if not sentences:
                continue
            alone = bool(plan.topic or plan.bases) or len(sentences) > 2
            if open_ended and not alone and len(found[-1]) < self.outline.limits.sentences:
                found[-1] += sentences
            else:
                found.append(sentences)
            open_ended = not alone
        return found

    def _sentences(self, plan: Plan, before: list[str] | None) -> list[str]:
        """The sentences of a plan; where no opening is fresh, the sentence ``before`` goes on."""
        done: list[str] = []
        for group in self._grouped(plan.clauses):
            earlier = done or before
            text = self._sentence(plan, group, first=not done, strict=bool(earlier))
            if text:
                done.append(text)
            elif earlier:
                more = self._joined(group)
                subject = f"{self.short} " if group[0].subject == "office" else ""
                earlier[-1] = f"{earlier[-1].removesuffix('.')}; {subject}{more}."
        if plan.changes:
            done.append(self._changes(plan.changes))
        for text in plan.sentences:
            done.append(self._stands(plan, text, first=not done))
        return done

    def _changes(self, changes: Sequence[str]) -> str:
        """How figures changed, in one sentence that names the other period once."""
        base = re.search(r" so với \{F\d+\}$", changes[-1])
        behind = base[0] if base else ""
        said = [one.removesuffix(behind) if behind else one for one in changes]
        text = (", ".join(said) if "," not in "".join(said) else "; ".join(said)) + behind
        if behind and "; " in text:
            text = "; ".join(changes)
        leads = self.rhythm.turn("further", self.outline.wording.further)
        return self.rhythm.first_free([sentence(text)], [sentence(f"{x}, {text}") for x in leads])

    def _grouped(self, clauses: Sequence[Clause]) -> list[list[Clause]]:
        groups: list[list[Clause]] = []
        words = 0
        for clause in clauses:
            size = len(self.filled(clause.text).split())
            turned = (
                bool(groups)
                and len(groups[-1]) > 1
                and clause.subject == "own"
                and (groups[-1][-1].subject == "office" and "đạt" not in clause.text)
            )
            if not turned and groups and len(groups[-1]) < _CLAUSES and words + size <= _WORDS:
                groups[-1].append(clause)
                words += size
            else:
                groups.append([clause])
                words = size
        return groups

    def _sentence(self, plan: Plan, clauses: Sequence[Clause], *, first: bool, strict: bool) -> str:
        text, subject = self._joined(clauses), clauses[0].subject
        office = self.short
        if subject == "office" and not self.named:
            office, self.named = self.issuer, True
        acted = f"{office} {text}" if subject == "office" else text
        own, leads = self._leads(plan, first=first)
        after = acted.removeprefix("hiện ")
        led = [sentence(f"{lead}, {after}") for lead in leads]
        if own and plan.topic and not plan.bases:
            unit = _unit(plan.topic)
            if unit and subject == "office":
                return self.rhythm.first_free([sentence(f"{unit} {text}")], strict=False)
            own = [] if _names(self.filled(text), plan.topic) else own
        if own:
            ways = [sentence(f"{lead}, {acted}") for lead in own]
            return self.rhythm.first_free(ways, led, strict=strict and not first)
        topics = self.topic_leads(self.section) if self.section else []
        last = [sentence(f"{lead}, {after}") for lead in topics]
        if subject == "there":
            fact = clauses[0].facts[0] if clauses[0].facts else None
            stock = fact is not None and _stands_there(fact)
            acted = re.sub(r"^có (?=\{)", "hiện có " if stock else "có ", text)
        return self.rhythm.first_free([sentence(acted), *led], last=last, strict=strict)

    def _stands(self, plan: Plan, text: str, *, first: bool) -> str:
        """A whole sentence of a source; where its opening is used up, it is led in."""
        lower = text[:1].lower() + text[1:] if text[1:2].islower() else text
        _, leads = self._leads(plan, first=first)
        return self.rhythm.first_free([sentence(text)], [sentence(f"{x}, {lower}") for x in leads])

    def topic_leads(self, topic: str) -> list[str]:
        """Ways to lead in a topic: "Về công tác kiểm tra …"."""
        words = keys(topic)
        acts = starts_with(words, "verbs") > 0 and not starts_with(words, "nouns")
        named = topic
        if acts:
            work = starts_with(words, "works") > 0 and "công tác" not in topic
            named = f"công tác {topic}" if work else f"việc {topic}"
        turns = self.rhythm.turn("topics", self.outline.wording.topics)
        leads = [
            f"{lead} {named}"
            for lead in turns
            if lead != "Trong" or acts or starts_with(words, "nominal")
        ]
        return leads + ([f"{lead} {topic}" for lead in turns if lead != "Trong"] if acts else [])

    def _leads(self, plan: Plan, *, first: bool) -> tuple[list[str], list[str]]:
        """The leads of the plan's own (basis or topic), and general ones."""
        wording = self.outline.wording
        own: list[str] = []
        if first and plan.bases:
            basis = listed(plan.bases)
            own = [
                self.worded(lead).replace("{basis}", basis)
                for lead in self.rhythm.turn("bases", wording.bases)
            ]
        elif first and plan.topic:
            own = self.topic_leads(plan.topic)
        name = "starts" if first else "further"
        general = wording.starts if first else wording.further
        leads = [self.worded(lead) for lead in self.rhythm.turn(name, general)]
        return own, leads

    def _joined(self, clauses: Sequence[Clause]) -> str:
        """Clauses as one sentence: what repeats ("đã", "có") is said once."""
        parts: list[str] = []
        before: Clause | None = None
        for clause in clauses:
            text = clause.text
            if before is not None and before.subject == clause.subject == "office":
                if before.text.startswith("đã ") and text.startswith("đã "):
                    text = text.removeprefix("đã ")
            elif before is not None and before.subject == clause.subject == "there":
                for shared in _SHARED:
                    if before.text.startswith(shared) and text.startswith(shared):
                        text = text.removeprefix(shared)
                        break
            elif before is not None and clause.subject == "office":
                text = f"{self.short} {text}"
            elif before is not None and before.subject == clause.subject == "own":
                text = _without_subject(before.text, text)
            if parts and text is not clause.text and clause.subject == "own":
                parts[-1] = f"{parts[-1]}, {text}"
            else:
                parts.append(text)
            before = clause
        none = [one.text.startswith(("không ", "chưa ")) for one in clauses]
        simple = (
            all(none) == any(none)  # "có 08 TTHC được sửa đổi; không có TTHC bãi bỏ"
            and all("," not in part and " và " not in self.filled(part) for part in parts)
            and len({one.subject for one in clauses}) == 1
        )
        if simple and len(parts) > 1:
            return f"{', '.join(parts[:-1])} và {parts[-1]}"
        return "; ".join(parts)


def _stands_there(fact: Fact) -> bool:
    """Whether a row counts what there is, not what came about: "hiện có 05 phòng"."""
    name = fact.name
    return (
        name.shape == "count"
        and not (name.verb or name.aspect)
        and starts_with(keys(name.noun), "stock") > 0
        and not starts_with(keys(name.rest), "verbs")
    )


def _unit(topic: str) -> str:
    """A topic that is a unit of the office, as the subject of what is said of it."""
    words = keys(topic)
    if not starts_with(words, "subject_units") or len(words) > _UNIT:
        return ""
    return topic[:1].upper() + topic[1:]


def _names(text: str, topic: str) -> bool:
    """Whether a sentence names its topic anyway, so that no lead has to."""
    said = set(keys(text))
    told = [word for word in keys(topic) if word not in _IDLE]
    return bool(told) and all(word in said for word in told)


def _without_subject(before: str, text: str) -> str:
    """``text`` without the subject that it shares with the clause before it."""
    shared = re.match(r"(.{4,120}?) (?=(?:đã|chưa) )", before)
    behind = text.removeprefix(shared[0]) if shared else text
    return behind if behind.startswith(("đã ", "chưa ")) else text


def _merged(plans: Sequence[Plan]) -> list[Plan]:
    """Neighbouring plans of one clause of the same kind become one."""
    found: list[Plan] = []
    for plan in plans:
        last = found[-1] if found else None
        if (
            last is not None
            and _light(last)
            and _light(plan)
            and last.clauses[0].subject == plan.clauses[0].subject
            and len(last.clauses) + len(plan.clauses) <= _CLAUSES
        ):
            last.clauses += plan.clauses
            continue
        found.append(plan)
    return found


def _shares(plan: Plan) -> bool:
    """Whether a plan says shares only: "tỷ lệ … đạt …"."""
    return all(one.facts and all(fact.percent for fact in one.facts) for one in plan.clauses)


def _light(plan: Plan) -> bool:
    return (
        bool(plan.clauses)
        and not (plan.topic or plan.bases or plan.sentences or plan.changes)
        and len({one.subject for one in plan.clauses}) == 1
        and (plan.clauses[0].subject in ("office", "there") or _shares(plan))
        and all(
            len(one.text.split()) < 20 and "," not in one.text and not one.text.startswith("không")
            for one in plan.clauses
        )
    )
