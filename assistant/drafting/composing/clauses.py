"""Facts -> Vietnamese clauses with marks: done, not done, none arisen, no figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from assistant.drafting.composing.documents import slotted
from assistant.drafting.composing.facts import Fact, meaning_of, unscaled
from assistant.drafting.composing.names import Name, is_only, keys, starts_with
from assistant.drafting.composing.numbers import printed
from assistant.drafting.composing.relations import has_word, says
from assistant.drafting.composing.slots import SlotBook
from ingest.extraction.figures import decode_unit
from ingest.model import Source
from ingest.text.normal import match_key
from ingest.vocabulary import load

Subject = Literal["office", "there", "own"]
_RATIO = re.compile(r"^\d[\d.]*\s?/\s?\d[\d.]*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its subject where the office acts (``office``: "đã kiểm tra …").

    ``there``: "có …" or "không có …"; ``own``: brings its own subject ("tỷ lệ … đạt …").
    ``facts`` are what it states.
    """

    text: str
    subject: Subject
    facts: tuple[Fact, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes clauses into one slot book. ``short`` is what the report calls its office."""

    book: SlotBook
    short: str

    def slotted(self, text: str, source: Source | None = None) -> str:
        """``text`` with its digits in slots."""
        return slotted(self.book, text, source) if any(map(str.isdigit, text)) else text

    def plain(self, fact: Fact, text: str) -> str:
        """Words of a fact's name."""
        return self.slotted(text, fact.source)

    def counter(self, fact: Fact, context: str = "") -> str:
        """The noun that stands behind the number."""
        text = (fact.record.value_text or "").strip()
        worded = re.match(r"^[\d.,]+\s+([^\d%].*)$", text)
        if worded:
            return worded[1].strip()
        if fact.measure:
            return fact.unit
        name = fact.name
        if is_only(keys(name.text), "results") or name.shape == "question":
            return fact.unit or context
        if name.noun:
            if _persons(fact.unit) and not _persons(name.noun):
                return f"{fact.unit} {name.noun}"
            unit = keys(fact.unit)
            if unit[:1] == ["lượt"]:
                if keys(name.noun)[:1] == ["lượt"]:
                    return name.noun
                told = len(unit) == 1 or keys(name.noun)[: len(unit) - 1] == unit[1:]
                if told or _persons(name.noun):
                    return f"lượt {name.noun}"
                return f"{fact.unit} {name.noun}"
            if (
                unit
                and len(unit) == starts_with(unit, "classifiers")
                and keys(name.noun)[:1] != unit[:1]
            ):
                return f"{fact.unit} {name.noun}"
            return name.noun
        return context or fact.unit

    def amount(self, fact: Fact, context: str = "") -> str:
        """The mark of a fact's value with its noun: "119 thủ tục", "8.983,2 triệu đồng"."""
        if fact.value is None:
            text = (fact.record.value_text or "").strip()
            if _RATIO.match(text) and not fact.coded:
                text = _joined(text, self.counter(fact, context))
            return self.book.mark(
                f"{fact.path}:actual",
                "value",
                text,
                unit=fact.unit or None,
                role="actual",
                indicator=fact.record.name,
                subject=fact.record.subject,
                period=fact.record.period,
                evidence=(fact.source,),
            )
        noun = "%" if fact.percent else self.counter(fact, context)
        said = _joined(self.number(fact, fact.value), noun)
        if fact.rank:
            said, noun = printed(fact.value), fact.unit
        return self.book.mark(
            f"{fact.path}:actual",
            "value",
            said,
            value=fact.value,
            unit=noun or None,
            role="actual",
            indicator=fact.record.name,
            subject=fact.record.subject,
            period=fact.record.period,
            evidence=(fact.source,),
        )

    def number(self, fact: Fact, value: Decimal) -> str:
        """A value of a fact as printed, without its unit."""
        words = unscaled(keys(fact.unit))
        plain = fact.percent or (bool(words) and starts_with(words, "plain_measures") == len(words))
        return printed(value, padded=not plain, places=fact.places)

    # -- what a fact says -----------------------------------------------------------------

    def clause(self, fact: Fact, *, context: str = "", amount: str = "") -> Clause:
        """What a fact with a value says. ``amount`` stands in place of its own mark."""
        if fact.coded:
            return self._coded(fact)
        if fact.percent or fact.name.shape == "share":
            return self._share(fact, amount)
        mark = amount or self.amount(fact, context)
        name = fact.name
        if fact.rank:
            said = name.text.split()
            cut = starts_with(keys(name.text), "ranks")
            ranked = " ".join(said[cut:]) if cut < len(said) else name.text
            return Clause(f"{self.plain(fact, ranked)} đứng thứ {mark}", "own", (fact,))
        if is_only(keys(name.text), "results"):
            return Clause(f"đã thực hiện {mark}", "office", (fact,))
        if fact.measure and not amount and (not name.verb or name.noun):
            text = f"{self.plain(fact, name.text)} là {mark}"
            return Clause(text, "own", (fact,))
        if name.shape == "count":
            return Clause(*self._counted(fact, mark), (fact,))
        if name.shape in ("verb", "question"):
            return Clause(*self._acted(fact, mark), (fact,))
        if starts_with(keys(name.text), "others"):
            return Clause(f"có {mark} thuộc trường hợp khác", "there", (fact,))
        return Clause(f"có {mark} {self.plain(fact, name.text)}", "there", (fact,))

    def noun_form(self, fact: Fact, *, context: str = "", below: Fact | None = None) -> str:
        """A fact as a part of something: "9.360 hồ sơ tiếp nhận trực tuyến".

        What ``below`` says already (its verb) is not said again.
        """
        mark, name = self.amount(fact, context), fact.name
        again = below is not None and match_key(name.verb) == match_key(below.name.verb)
        if again and name.verb and not (fact.told_by_verb or name.rest.startswith("do ")):
            name = replace(name, verb="", aspect="")
        if name.shape == "count":
            words = [name.rest, name.aspect, name.verb, name.tail]
        elif name.shape in ("verb", "question"):
            words = [name.aspect, name.verb, name.rest]
        else:
            words = [name.text]
        return self.plain(fact, _spaced(mark, *words)) if not fact.percent else mark

    def _counted(self, fact: Fact, mark: str) -> tuple[str, Subject]:
        name = fact.name
        rest, tail = self.plain(fact, name.rest), self.plain(fact, name.tail)
        if not name.verb:
            if name.aspect == "đã" and done_at(name):
                return _spaced("đã", tail, "tại", mark, rest), "office"
            if not name.aspect and starts_with(keys(self.counter(fact)), "organised"):
                return _spaced("đã tổ chức", mark, rest, tail), "office"
            if not name.aspect and _undergone(name.rest):
                return _spaced("có", mark, "được", rest, tail), "there"
            return _spaced("có", mark, rest, name.aspect, tail), "there"
        if name.passive:
            if (
                starts_with(keys(name.verb), "verbs")
                and match_key(name.verb) in load("drafting_forms")["received"]
            ):
                return _spaced("được", name.verb, mark, rest, tail), "office"
            return _spaced("có", mark, rest, name.aspect, name.verb, tail), "there"
        if name.aspect in ("phải", "cần", "chưa"):
            return _spaced("có", mark, rest, name.aspect, name.verb, tail), "there"
        if is_only(keys(name.verb), "present"):
            there = name.verb if match_key(name.verb).startswith("hiện") else f"hiện {name.verb}"
            return _spaced(there, mark, rest, tail), "own"
        if not name.aspect and says(name.tail, load("drafting_forms")["late"]):
            return _spaced("có", mark, rest, name.verb, tail), "there"
        if re.match(r"do\b", name.rest):
            rest = ""
        return _spaced(name.aspect or "đã", name.verb, mark, rest, tail), "office"

    def _acted(self, fact: Fact, mark: str) -> tuple[str, Subject]:
        name = fact.name
        rest, words = self.plain(fact, name.rest), keys(name.rest)
        if name.passive:
            return _spaced("có", mark, name.aspect, name.verb, rest), "there"
        aspect = name.aspect if name.aspect in ("đang", "chưa") else "đã"
        if name.shape == "question" and not name.verb:
            return _spaced("có", mark, "có", rest), "there"
        if name.shape == "question":
            return _spaced(aspect, name.verb, rest, "với", mark), "office"
        if fact.measure and words:
            return _spaced(aspect, name.verb, rest, mark), "office"
        if not words or starts_with(words, "tails"):
            return _spaced(aspect, name.verb, mark, rest), "office"
        if _persons(fact.unit) and _persons(name.rest):
            mark = self._bare(fact, mark)
            return _spaced(aspect, name.verb, mark, rest), "office"
        between = "với" if words[:1] in (["các"], ["những"]) else "đối với"
        return _spaced(aspect, name.verb, rest, between, mark), "office"

    def _bare(self, fact: Fact, mark: str) -> str:
        """The mark of a fact's number alone, where its noun stands in the words."""
        return self.book.mark(
            f"{fact.path}:actual:bare",
            "value",
            self.book.slot(mark).text.split(" ", 1)[0],
            value=fact.value,
            role="actual",
            indicator=fact.record.name,
            subject=fact.record.subject,
            period=fact.record.period,
            evidence=(fact.source,),
        )

    def _share(self, fact: Fact, amount: str) -> Clause:
        forms = load("drafting_forms")
        mark = amount or self.amount(fact)
        text = self.plain(fact, fact.name.text)
        if fact.name.shape != "share":
            text = f"tỷ lệ {text}"
        low = has_word(fact.name.text, forms["plain_shares"]) or fact.value == 0
        low = low or "đạt" in keys(fact.name.text)[-3:]
        return Clause(f"{text} {'là' if low else 'đạt'} {mark}", "own", (fact,))

    def _coded(self, fact: Fact) -> Clause:
        name, said = fact.name, meaning_of(fact)
        done = "đã" if said == "yes" else "chưa"
        rest = self.plain(fact, name.rest)
        if not said:
            return self._quality(fact)
        if name.shape in ("verb", "question"):
            if not name.verb:
                return Clause(_spaced(done, "có", rest), "office", (fact,))
            return Clause(_spaced(done, _act(name.verb), rest), "office", (fact,))
        if name.shape == "count":
            words = keys(name.noun)
            acts = starts_with(words, "actors") > 0
            own = starts_with(words, "agents") == len(words) or match_key(name.noun) == match_key(
                self.short
            )
            behind = _spaced(name.rest, name.aspect, name.verb, name.tail)
            cut = re.match(r"(?:đã được|đã|được)\s+", behind)
            passive = "được " if cut and "được" in cut[0] else ""
            behind = self.plain(fact, behind[cut.end() :] if cut else behind)
            if own:
                return Clause(_spaced(f"{done} {passive}{behind}"), "office", (fact,))
            if cut is None and name.aspect:
                return Clause(_polar(name.text, done), "own", (fact,))
            if cut is not None and not acts and starts_with(keys(behind), "verbs"):
                passive = "được "  # what is no actor has it done to it
            if cut is not None and not name.rest:
                return Clause(_spaced(name.noun, done, f"{passive}{behind}"), "own", (fact,))
            if cut is None and not name.verb:
                split = _first_verb(name.rest) if acts else None
                if split is not None:
                    head, act = split
                    head = re.sub(r"(?:^|\s)có$", "", head)
                    subject = self.plain(fact, _spaced(name.noun, head))
                    return Clause(_spaced(subject, done, self.plain(fact, act)), "own", (fact,))
                state = _state(f"{name.noun} {name.rest}")
                if state is not None:
                    subject, rest = (self.plain(fact, part) for part in state)
                    wanted = "" if said == "yes" else "chưa"
                    return Clause(_spaced(subject, wanted, rest), "own", (fact,))
                have = "đã có" if said == "yes" else "chưa có"
                return Clause(_spaced(have, name.noun, rest), "office", (fact,))
            return Clause(
                self.plain(
                    fact,
                    _polar(_spaced(name.noun, name.rest, name.aspect, name.verb, name.tail), done),
                ),
                "own",
                (fact,),
            )
        return Clause(_spaced(done, "thực hiện", self.plain(fact, name.text)), "office", (fact,))

    def _quality(self, fact: Fact) -> Clause:
        said = (fact.record.meaning or fact.record.value_text or "").strip()
        said = self.slotted(said[:1].lower() + said[1:], fact.source)
        if match_key(said) in load("drafting_forms")["joint"]:
            ways = [one for one in decode_unit(fact.record.unit or "").values() if one]
            ways = [one[:1].lower() + one[1:] for one in ways if match_key(one) != match_key(said)]
            said = f"{said} {listed(ways)}" if len(ways) > 1 else said
        text = self.plain(fact, fact.name.text)
        if starts_with(keys(fact.name.text), "nominal"):
            return Clause(f"{text} được đánh giá {said}", "own", (fact,))
        return Clause(f"{text} là {said}", "own", (fact,))

    def ongoing(self, fact: Fact) -> str:
        """A coded "Có" whose note says that it is still to be finished: "việc … đang …"."""
        name = fact.name
        text = name.text
        if name.shape in ("verb", "question") and name.verb:
            text = f"việc {_spaced(name.verb, name.rest)}".replace("việc thực hiện ", "việc ")
        return f"{self.plain(fact, text)} đang được tiến hành"

    # -- none arisen, no figures -------------------------------------------------------------

    def absent(self, fact: Fact, context: str = "") -> str:
        """What there is none of: "công chức được tuyển dụng"."""
        name = fact.name
        if name.shape == "count":
            rest = "" if re.match(r"do\b", name.rest) and name.verb else name.rest
            if not name.verb and not name.aspect and _undergone(name.rest):
                return self.plain(fact, _spaced(name.noun, "được", name.rest, name.tail))
            if is_only(keys(name.verb), "present"):
                return self.plain(fact, _spaced(name.noun, rest, name.tail))
            if not name.aspect and says(name.tail, load("drafting_forms")["late"]):
                return self.plain(fact, _spaced(name.noun, rest, name.verb, name.tail))
            aspect = (
                "được"
                if name.verb and not name.passive and name.aspect in ("đã", "")
                else name.aspect
            )
            return self.plain(fact, _spaced(name.noun, rest, aspect, name.verb, name.tail))
        if name.shape in ("verb", "question"):
            noun = fact.unit or context
            rest = name.rest
            if not rest or starts_with(keys(rest), "tails"):
                return self.plain(fact, _spaced(noun, "được", name.verb, rest))
            return self.plain(fact, _spaced(name.verb, rest))
        return self.plain(fact, _spaced(fact.unit or context, name.text))

    def nominal(self, fact: Fact) -> str:
        """A fact's name as a noun phrase: "số đơn vị trực thuộc đã kiểm tra"."""
        name = fact.name
        text = name.text
        if fact.percent:
            text = text if name.shape == "share" else f"tỷ lệ {text}"
        elif fact.measure or fact.rank:
            pass
        elif name.shape == "count" and not name.counted:
            text = f"số {text}"
        elif name.shape in ("verb", "question") and not fact.coded:
            text = _spaced(
                "số", fact.unit, "được" if not name.passive else name.aspect, name.verb, name.rest
            )
        elif name.shape in ("verb", "question"):
            text = _spaced("việc", name.verb, name.rest)
        elif name.shape == "quality":
            text = _spaced("số", fact.unit, name.text)
        return self.plain(fact, text)


def done_at(name: Name) -> bool:
    """Whether what was done was done at the places counted: "đơn vị đã kiểm tra CCHC"."""
    return starts_with(keys(name.tail), "verbs") > 0 and (
        starts_with(keys(name.noun), "actors") > 0
        and any(
            match_key(name.tail).startswith(f"{match_key(word)} ")
            for word in load("drafting_forms")["done_at"]
        )
    )


def _undergone(rest: str) -> bool:
    """Whether what stands behind a noun is nothing but what was done to it ("sửa đổi, bổ sung")."""
    words = [word for word in keys(rest) if word and word not in ("và", "hoặc")]
    at = 0
    while at < len(words):
        size = starts_with(words, "undergone", at)
        if not size:
            return at > 0 and starts_with(words, "tails", at) > 0
        at += size
    return bool(words)


def _act(verb: str) -> str:
    """A coded row is something done: "kiểm soát" -> "thực hiện kiểm soát"."""
    return f"thực hiện {verb}" if starts_with(keys(verb), "activities") else verb


def _polar(text: str, done: str) -> str:
    """A statement with its first aspect set to ``done``."""
    new, count = re.subn(r"(?<!\w)(?:đã|chưa)(?!\w)", done, text, count=1)
    return new if count else f"{done} {text}"


def _state(text: str) -> tuple[str, str] | None:
    """A thing and the state it is in: "Trang thông tin | hoạt động ổn định"."""
    shown, words = text.split(), keys(text)
    for at in range(1, len(words)):
        if starts_with(words, "states", at):
            return " ".join(shown[:at]), " ".join(shown[at:])
    return None


def _first_verb(text: str) -> tuple[str, str] | None:
    shown, words = text.split(), keys(text)
    for at in range(len(words)):
        if starts_with(words, "compounds", at):
            continue
        if starts_with(words, "verbs", at) > 1:
            return " ".join(shown[:at]), " ".join(shown[at:])
    return None


def _persons(text: str) -> bool:
    words = keys(text)
    return starts_with(words, "person_nouns") > 0 or starts_with(words, "person_units") > 0


def _joined(number: str, noun: str) -> str:
    return f"{number} {noun}" if noun else number


def _spaced(*parts: str) -> str:
    return " ".join(" ".join(part for part in parts if part).split())


def listed(parts: Sequence[str], last: str = "và") -> str:
    """Parts as a list: "a, b và c"; with commas inside, "a; b; c"."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return "".join(parts)
    between = "; " if any("," in part for part in parts) else ", "
    if between == "; " and len(parts) > 2:
        return between.join(parts)
    return f"{between.join(parts[:-1])} {last} {parts[-1]}"
