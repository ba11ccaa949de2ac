"""Facts -> Vietnamese clauses with marks: what was done, what there is, what there is none of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.drafting.composing.amounts import Amounts
from assistant.drafting.composing.clauses import Clause, Subject, spaced
from assistant.drafting.composing.coded import coded
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import is_only, is_person, keys, starts_with
from assistant.drafting.composing.names import done_at, is_undergone
from assistant.drafting.composing.relations import has_word, says
from ingest.text.normal import match_key
from ingest.vocabulary import load


@dataclass(frozen=True, slots=True)
class Writer(Amounts):
    """Writes clauses into one slot book. ``short`` is what the report calls its office."""

    short: str

    def clause(self, fact: Fact, *, context: str = "", amount: str = "") -> Clause:
        """What a fact with a value says. ``amount`` stands in place of its own mark."""
        if fact.coded:
            return coded(self, fact, short=self.short)
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
        return self.plain(fact, spaced(mark, *words)) if not fact.percent else mark

    def _counted(self, fact: Fact, mark: str) -> tuple[str, Subject]:
        name = fact.name
        rest, tail = self.plain(fact, name.rest), self.plain(fact, name.tail)
        if not name.verb:
            if name.aspect == "đã" and done_at(name):
                return spaced("đã", tail, "tại", mark, rest), "office"
            if not name.aspect and starts_with(keys(self.counter(fact)), "organised"):
                return spaced("đã tổ chức", mark, rest, tail), "office"
            if not name.aspect and is_undergone(name.rest):
                return spaced("có", mark, "được", rest, tail), "there"
            return spaced("có", mark, rest, name.aspect, tail), "there"
        if name.passive:
            if (
                starts_with(keys(name.verb), "verbs")
                and match_key(name.verb) in load("drafting_forms")["received"]
            ):
                return spaced("được", name.verb, mark, rest, tail), "office"
            return spaced("có", mark, rest, name.aspect, name.verb, tail), "there"
        if name.aspect in ("phải", "cần", "chưa"):
            return spaced("có", mark, rest, name.aspect, name.verb, tail), "there"
        if is_only(keys(name.verb), "present"):
            there = name.verb if match_key(name.verb).startswith("hiện") else f"hiện {name.verb}"
            return spaced(there, mark, rest, tail), "own"
        if not name.aspect and says(name.tail, load("drafting_forms")["late"]):
            return spaced("có", mark, rest, name.verb, tail), "there"
        if re.match(r"do\b", name.rest):
            rest = ""
        return spaced(name.aspect or "đã", name.verb, mark, rest, tail), "office"

    def _acted(self, fact: Fact, mark: str) -> tuple[str, Subject]:
        name = fact.name
        rest, words = self.plain(fact, name.rest), keys(name.rest)
        if name.passive:
            return spaced("có", mark, name.aspect, name.verb, rest), "there"
        aspect = name.aspect if name.aspect in ("đang", "chưa") else "đã"
        if name.shape == "question" and not name.verb:
            return spaced("có", mark, "có", rest), "there"
        if name.shape == "question":
            return spaced(aspect, name.verb, rest, "với", mark), "office"
        if fact.measure and words:
            return spaced(aspect, name.verb, rest, mark), "office"
        if not words or starts_with(words, "tails"):
            return spaced(aspect, name.verb, mark, rest), "office"
        if is_person(fact.unit) and is_person(name.rest):
            mark = self.bare(fact, mark)
            return spaced(aspect, name.verb, mark, rest), "office"
        between = "với" if words[:1] in (["các"], ["những"]) else "đối với"
        return spaced(aspect, name.verb, rest, between, mark), "office"

    def _share(self, fact: Fact, amount: str) -> Clause:
        forms = load("drafting_forms")
        mark = amount or self.amount(fact)
        text = self.plain(fact, fact.name.text)
        if fact.name.shape != "share":
            text = f"tỷ lệ {text}"
        low = has_word(fact.name.text, forms["plain_shares"]) or fact.value == 0
        low = low or "đạt" in keys(fact.name.text)[-3:]
        return Clause(f"{text} {'là' if low else 'đạt'} {mark}", "own", (fact,))

    def absent(self, fact: Fact, context: str = "") -> str:
        """What there is none of: "công chức được tuyển dụng"."""
        name = fact.name
        if name.shape == "count":
            rest = "" if re.match(r"do\b", name.rest) and name.verb else name.rest
            if not name.verb and not name.aspect and is_undergone(name.rest):
                return self.plain(fact, spaced(name.noun, "được", name.rest, name.tail))
            if is_only(keys(name.verb), "present"):
                return self.plain(fact, spaced(name.noun, rest, name.tail))
            if not name.aspect and says(name.tail, load("drafting_forms")["late"]):
                return self.plain(fact, spaced(name.noun, rest, name.verb, name.tail))
            aspect = (
                "được"
                if name.verb and not name.passive and name.aspect in ("đã", "")
                else name.aspect
            )
            return self.plain(fact, spaced(name.noun, rest, aspect, name.verb, name.tail))
        if name.shape in ("verb", "question"):
            noun = fact.unit or context
            rest = name.rest
            if not rest or starts_with(keys(rest), "tails"):
                return self.plain(fact, spaced(noun, "được", name.verb, rest))
            return self.plain(fact, spaced(name.verb, rest))
        return self.plain(fact, spaced(fact.unit or context, name.text))

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
            text = spaced(
                "số", fact.unit, "được" if not name.passive else name.aspect, name.verb, name.rest
            )
        elif name.shape in ("verb", "question"):
            text = spaced("việc", name.verb, name.rest)
        elif name.shape == "quality":
            text = spaced("số", fact.unit, name.text)
        return self.plain(fact, text)
