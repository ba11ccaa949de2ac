"""Rows that answer yes, no or which -> clauses: "đã …", "chưa …", "… được đánh giá tốt"."""

from __future__ import annotations

import re

from assistant.drafting.composing.amounts import Amounts
from assistant.drafting.composing.clauses import Clause, listed, spaced
from assistant.drafting.composing.facts import Fact, meaning_of
from assistant.drafting.composing.lexicon import keys, starts_with
from ingest.extraction.figures import decode_unit
from ingest.text.normal import match_key
from ingest.vocabulary import load


def coded(amounts: Amounts, fact: Fact, *, short: str) -> Clause:
    """What a coded row says. ``short`` is what the report calls its office."""
    name, said = fact.name, meaning_of(fact)
    done = "đã" if said == "yes" else "chưa"
    rest = amounts.plain(fact, name.rest)
    if not said:
        return _quality(amounts, fact)
    if name.shape in ("verb", "question"):
        if not name.verb:
            return Clause(spaced(done, "có", rest), "office", (fact,))
        return Clause(spaced(done, _act(name.verb), rest), "office", (fact,))
    if name.shape == "count":
        return _thing(amounts, fact, rest, done=done, short=short)
    return Clause(spaced(done, "thực hiện", amounts.plain(fact, name.text)), "office", (fact,))


def _thing(amounts: Amounts, fact: Fact, rest: str, *, done: str, short: str) -> Clause:
    """A thing or somebody, and whether it is there, was done, or did its part.

    ``rest`` is the rest of the name with its digits in slots.
    """
    name = fact.name
    words = keys(name.noun)
    acts = starts_with(words, "actors") > 0
    own = starts_with(words, "agents") == len(words) or match_key(name.noun) == match_key(short)
    behind = spaced(name.rest, name.aspect, name.verb, name.tail)
    cut = re.match(r"(?:đã được|đã|được)\s+", behind)
    passive = "được " if cut and "được" in cut[0] else ""
    behind = amounts.plain(fact, behind[cut.end() :] if cut else behind)
    if own:
        return Clause(spaced(f"{done} {passive}{behind}"), "office", (fact,))
    if cut is None and name.aspect:
        return Clause(_polar(name.text, done), "own", (fact,))
    if cut is not None and not acts and starts_with(keys(behind), "verbs"):
        passive = "được "  # what is no actor has it done to it
    if cut is not None and not name.rest:
        return Clause(spaced(name.noun, done, f"{passive}{behind}"), "own", (fact,))
    if cut is None and not name.verb:
        split = _first_verb(name.rest) if acts else None
        if split is not None:
            head, act = split
            head = re.sub(r"(?:^|\s)có$", "", head)
            subject = amounts.plain(fact, spaced(name.noun, head))
            return Clause(spaced(subject, done, amounts.plain(fact, act)), "own", (fact,))
        state = _state(f"{name.noun} {name.rest}")
        if state is not None:
            subject, rest = (amounts.plain(fact, part) for part in state)
            wanted = "" if done == "đã" else "chưa"
            return Clause(spaced(subject, wanted, rest), "own", (fact,))
        return Clause(spaced(done, "có", name.noun, rest), "office", (fact,))
    return Clause(
        amounts.plain(
            fact,
            _polar(spaced(name.noun, name.rest, name.aspect, name.verb, name.tail), done),
        ),
        "own",
        (fact,),
    )


def _quality(amounts: Amounts, fact: Fact) -> Clause:
    said = (fact.record.meaning or fact.record.value_text or "").strip()
    said = amounts.slotted(said[:1].lower() + said[1:], fact.source)
    if match_key(said) in load("drafting_forms")["joint"]:
        ways = [one for one in decode_unit(fact.record.unit or "").values() if one]
        ways = [one[:1].lower() + one[1:] for one in ways if match_key(one) != match_key(said)]
        said = f"{said} {listed(ways)}" if len(ways) > 1 else said
    text = amounts.plain(fact, fact.name.text)
    if starts_with(keys(fact.name.text), "nominal"):
        return Clause(f"{text} được đánh giá {said}", "own", (fact,))
    return Clause(f"{text} là {said}", "own", (fact,))


def ongoing(amounts: Amounts, fact: Fact) -> str:
    """A coded "Có" whose note says that it is still to be finished: "việc … đang …"."""
    name = fact.name
    text = name.text
    if name.shape in ("verb", "question") and name.verb:
        text = f"việc {spaced(name.verb, name.rest)}".replace("việc thực hiện ", "việc ")
    return f"{amounts.plain(fact, text)} đang được tiến hành"


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
