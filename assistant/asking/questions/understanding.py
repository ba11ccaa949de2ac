"""Reads a question into a :class:`Query`, by rules and vocabulary files only.

Every word of the question ends up as one of: a cue (what is asked), a limit (which document, year,
unit ...), a word without weight, or the topic. Cues that may also be subject matter stay in the
topic as optional words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import expanded_words
from assistant.asking.query import Intent, Limits, Query
from assistant.asking.questions.deciding import abbreviation_in, decide_intent
from assistant.asking.questions.document_facts import (
    decide_facts,
    documents_by_title,
    intent_of_fact,
)
from assistant.asking.questions.entitled import documents_entitled, lacking_kind, within_names
from assistant.asking.questions.limits import annex_spans, key_spans, length_span, number_spans
from assistant.asking.questions.marking import (
    Marked,
    indices,
    is_accented,
    opens_as_followup,
    read_code,
    read_numbers,
    read_phrases,
    read_time,
)
from assistant.asking.questions.measuring import settle_every
from assistant.asking.questions.offices import (
    settle_issuing_office,
    settle_led_paper,
    settle_taking_part,
)
from assistant.asking.questions.paper_types import ref_types_of
from assistant.asking.questions.particulars import (
    aspects_of,
    done_in,
    extreme_of,
    kinds_of,
    quantity_of,
    subject_of,
    topic_of,
)
from assistant.asking.questions.periods import Part, time_spans, timed
from assistant.asking.questions.premises import is_taken_day, suppose_of_document
from assistant.asking.questions.roles import read_units
from assistant.asking.questions.same_period import settle_same_period
from assistant.asking.questions.settling import (
    settle,
    settle_standing,
    settle_state,
    settle_verbs,
    settle_year_before,
)
from assistant.asking.questions.sides import side_by_side, told_by_sides
from assistant.asking.questions.supposing import asked_unit, is_premised, suppose
from assistant.asking.questions.windows import settle_window
from assistant.asking.repairing.initials import spelt_out
from assistant.asking.repairing.spelling import mend
from ingest.text.normal import clean, fold, match_key

_HALF = 3
_OF_A_WINDOW = frozenset({Intent.DEADLINE, Intent.OPEN, Intent.PROSE, Intent.VALUE})


def understand(
    question: str,
    *,
    corpus: Corpus,
    today: date,
    chosen: Sequence[str] = (),
    not_issuers: frozenset[str] = frozenset(),
) -> Query:
    """Understand one question on its own (for dialogue see :mod:`assistant.asking.conversation`).

    ``not_issuers`` are bodies that the question names as the row of a table, not as an issuer.
    """
    lexicon = corpus.lexicon
    folded = fold(question)
    written = spelt_out(expanded_words(question, lexicon), corpus, typed=as_typed(question))
    words = mend(written, corpus, typed=as_typed(question))
    reading = Marked(
        words, ["topic"] * len(words), accented=is_accented(words), typed=as_typed(question)
    )
    reading.not_issuers = not_issuers
    follows = opens_as_followup(reading, lexicon)
    read_numbers(
        reading,
        number_spans(folded, corpus.documents, written=as_typed(question)),
        key_spans(folded, written=as_typed(question)),
    )
    read_code(reading, corpus)
    read_time(reading, time_spans(timed(question), default_year=today.year), as_typed(question))
    if span := length_span(folded):
        reading.length = span.years
        for index in indices(words, span.start, span.end):
            reading.state[index] = "gone"
    annex = None
    for start, end in annex_spans(folded):
        annex = annex or folded[start:end].upper()
        for index in indices(words, start, end):
            reading.state[index] = "gone"
    read_phrases(reading, corpus, today)
    settle(reading, corpus)
    settle_led_paper(reading)
    settle_taking_part(reading)
    intent, explicit = decide_intent(reading, lexicon, question)
    settle_verbs(reading, intent, lexicon)
    settle_issuing_office(reading, intent, lexicon)
    settle_every(reading, intent)
    of_document = suppose_of_document(reading, premised=is_premised(reading))
    named_for = Intent.DEADLINE if is_taken_day(reading, intent) else intent
    entitled = documents_entitled(reading, named_for, corpus)
    lacking = "" if entitled or chosen else lacking_kind(reading, intent, corpus)
    units = read_units(reading, intent, corpus)
    intent = units.intent
    against = settle_year_before(reading) if intent is Intent.COMPARE else None
    if intent is not Intent.COMPARE:
        settle_same_period(reading)
    supposed, intent = suppose(reading, units.supposed, intent, question)
    supposed = of_document or supposed
    settle_window(reading, intent, lexicon)
    topicless = not any(state == "topic" for state in reading.state)
    if reading.window is not None and topicless and intent in _OF_A_WINDOW:
        intent = Intent.LIST
    if follows and reading.parts and not reading.has("intent") and topicless:
        explicit = False
    led = units.unit is not None and units.role == "lead"  # its task is asked about, no document
    meant = () if chosen or led else documents_by_title(reading, corpus)
    facts = () if led else decide_facts(reading)
    fact = facts[0] if facts else None
    if fact is not None and meant:
        chosen = meant
    if fact is not None:
        intent, explicit = Intent.FACT, True
    elif reading.has("fact") and not explicit:
        intent = intent_of_fact(reading)
    limits = Limits(
        length=reading.length,
        annex=annex,
        chosen=tuple(chosen),
        lacking=lacking,
        places=tuple(dict.fromkeys(reading.places)),
        issuers=tuple(dict.fromkeys(reading.issuers)),
        unknown_places=tuple(dict.fromkeys(reading.unknown_places)),
        numbers=tuple(dict.fromkeys(reading.numbers)),
        ref_numbers=tuple(dict.fromkeys(reading.refs)),
        kind_words=tuple(dict.fromkeys(reading.kind_words)),
        kinds=kinds_of(reading, lexicon),
        years=tuple(dict.fromkeys(reading.years)),
        period=reading.period,
        window=reading.window,
        parts=_each_month(reading)
        if reading.has("totals")
        else tuple(dict.fromkeys(reading.parts)),
        key=reading.key,
        unit=units.unit,
        unit_role=units.role,
        partner=units.partner,
        partner_role=units.partner_role,
    )
    limits = within_names(limits, entitled, corpus)
    if intent is Intent.COMPARE and not limits.alternatives:
        read = partial(understand, corpus=corpus, today=today)
        limits = side_by_side(question, limits, corpus, read=read)
        if any(side.entitled for side in limits.alternatives):
            told = told_by_sides(question, read=read)
            for index, word in enumerate(reading.words):
                if reading.state[index] == "topic" and word.plain not in told:
                    reading.mark(index, 1, "soft")
    standing = settle_standing(reading, intent, lexicon)
    state = settle_state(reading, intent, lexicon)
    return Query(
        question=question,
        standalone=" ".join(question.split()),
        intent=intent,
        topic=topic_of(reading, intent, lexicon),
        limits=limits,
        subject=subject_of(reading) or done_in(reading, intent),
        fact=fact,
        facts=facts,
        quantity=quantity_of(reading),
        abbreviation=abbreviation_in(question, lexicon) if intent is Intent.DEFINITION else None,
        blanks=reading.has("blanks"),
        without_lead=reading.has("nolead"),
        without_help=reading.has("nohelp"),
        standing=standing,
        state=state,
        adding_up=reading.has("adding_up"),
        of_text=reading.has("prose_topics"),
        says=intent is Intent.PROSE and reading.has("says"),
        of_product=intent is Intent.LIST and reading.has("intent", "product"),
        supposed=supposed,
        total=reading.has("totals"),
        extreme=extreme_of(reading),
        aspects=aspects_of(reading, intent, of_unit=units.unit is not None),
        ref_types=ref_types_of(reading.words, lexicon) if intent is Intent.BASIS else (),
        several=reading.several,
        asked_unit=asked_unit(reading, question, lexicon),
        against_year=against,
        follows_on=follows,
        explicit_intent=explicit,
        accented=reading.accented,
        words=tuple(word.plain for word in words),
    )


def _each_month(reading: Marked) -> tuple[Part, ...]:
    """The parts of the year named, then the months and quarters inside them: they may be added."""
    parts = dict.fromkeys(reading.parts)
    for first, last in reading.parts:
        if last - first >= _HALF:
            parts.update(dict.fromkeys((month, month) for month in range(first, last + 1)))
    return tuple(parts)


def as_typed(question: str) -> str:
    """The question with the offsets of its normal form, in the writer's own letters if possible."""
    typed, key = " ".join(clean(question).split()), match_key(question)
    return typed if len(typed) == len(key) else key
