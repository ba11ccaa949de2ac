"""Whether all that a question says has its counterpart in what an answer rests on.

An answer is made from records, cells or sentences by many composers, each with its own eye for
what fits. Here the finished answer is held against the question once more: what the question is
about and how that is qualified must stand in what the answer cites, what it says is not so must be
denied there, an answer to "where" must name a place. Else the answer is about something else, or
about the opposite: it is refused, and shown as the nearest thing there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.composers.choice import entry_text
from assistant.asking.composers.quoted import compose_quoted
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.papers import names_document, paper_missing
from assistant.asking.finding.retrieval import start_search
from assistant.asking.grid.share_asked import without_share
from assistant.asking.labels import document_labels, scope_text, shortened
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.denying import denied_in, denies, denying_words
from assistant.asking.questions.planned import asks_planned, assigns, says_planned
from assistant.asking.questions.qualifying import unmatched
from assistant.asking.questions.served import others_served
from assistant.asking.questions.topic import Term, build_topic
from assistant.asking.refusing.blank_cells import only_blank
from assistant.asking.refusing.counterparts import passed_over
from assistant.asking.refusing.evidence import cited_words, evidence
from assistant.asking.refusing.given import not_given, says_nothing, unnamed_paper
from assistant.asking.refusing.horizons import other_horizon
from assistant.asking.refusing.kinds_given import gives_kind
from assistant.asking.refusing.leading import lets_lead
from assistant.asking.refusing.naming import phrases_asked, topic_asked
from assistant.asking.refusing.narrower import counts_part
from assistant.asking.refusing.only_planned import only_plans
from assistant.asking.refusing.other_paper import other_paper
from assistant.asking.refusing.part_named import untold_part
from assistant.asking.refusing.refusal import refuse
from assistant.asking.refusing.siblings import other_level, other_row
from assistant.asking.refusing.sides_told import sentences_hold
from assistant.asking.refusing.unstored import not_from_named
from assistant.asking.sentences.suited import suits
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Document, Source
from ingest.text.normal import match_key, strip_accents

_FREE = frozenset(
    {Intent.FACT, Intent.SUMMARY, Intent.DEFINITION, Intent.GREETING, Intent.DIFFERENCE}
)
_MOST_MISSED = 1.01
_NOUGHT = frozenset({"0", "0.0"})
"""Values that deny of themselves ("không có công chức bị kỷ luật")."""
_CODED = re.compile(r"\b(?:không|có)\s*=\s*\d", re.IGNORECASE)
_LISTED = re.compile(r"\*\* – \d+ \S|^- .* so với ", re.MULTILINE)


def accounted(query: Query, corpus: Corpus, composed: Composed) -> Composed:
    """The answer, a quotation that says all that the question does, or a refusal."""
    if _blank_beside(query, corpus, composed):
        return refuse(start_search(query, corpus))
    if composed.status == "refused" and composed.by_cells and not composed.page.citations:
        told = _sound_quotation(query, corpus)  # no row does, but a sentence may say it
        running = told is not None and not any(one.source.row for one in told.page.citations)
        return told if told is not None and running else composed
    if composed.status != "answered" or composed.path == "document" or query.intent in _FREE:
        return composed
    if composed.named and not says_nothing(query, composed):
        return composed
    if only_blank(query, composed):
        return replace(composed, status="refused", reason=texts.BLANK_ONLY)
    if (counts := without_share(query, corpus, composed)) is not None:
        return counts
    if composed.by_cells and _tells_no_target(query, corpus, composed):
        scope = scope_text(corpus.documents)
        reason = texts.REFUSE_ONLY_ACTUAL.format(topic=topic_asked(query), scope=scope)
        return replace(composed, status="refused", reason=reason)
    fault = _fault(query, corpus, composed)
    if fault is None and (beside := other_row(query, corpus, composed)) is not None:
        return _refused(beside, corpus, composed)
    unsent = fault is None and _sends_nothing(query, corpus, composed)
    if fault is None and not unsent:
        return composed
    quoted = _sound_quotation(query, corpus)
    if quoted is not None:
        return composed if unsent and _sends_nothing(query, corpus, quoted) else quoted
    if fault is None:
        return composed
    return _refused(fault, corpus, composed) if fault else refuse(start_search(query, corpus))


def _sound_quotation(query: Query, corpus: Corpus) -> Composed | None:
    """Sentences that hold all that the question says and give what it asks for."""
    quoted = compose_quoted(query, corpus)
    if quoted is None or not suits(query, corpus, quoted):
        return None
    return quoted if _fault(query, corpus, quoted) is None else None


def of_level_asked(query: Query, corpus: Corpus, composed: Composed) -> Composed:
    """What was worked out from rows, or a refusal where one of them is of another level."""
    fault = other_level(query, corpus, composed)
    return _refused(fault, corpus, composed) if fault is not None else composed


def _fault(query: Query, corpus: Corpus, composed: Composed) -> str | None:
    """Why an answer is none to the question, ``{scope}`` to be filled in; ``None`` where it is.

    Empty where it only lacks the kind of thing that is asked for.
    """
    missing = passed_over(query, corpus, composed)
    if missing and not (query.says and _says_half(query, corpus, missing)):
        phrases = phrases_asked(query, build_topic(query, corpus).terms, missing)
        named = ", ".join(texts.QUOTED.format(text=text) for text in phrases)
        return texts.REFUSE_MISSING.format(terms=named, scope="{scope}")
    if (served := others_served(query.words, cited_words(corpus, composed))) is not None:
        named = texts.QUOTED.format(text=served)
        return texts.REFUSE_MISSING.format(terms=named, scope="{scope}")
    told = [one.text for one in evidence(corpus, composed)]
    if (said := unmatched(query, corpus, told) or untold_part(query, corpus, composed)) is not None:
        return texts.REFUSE_MISSING.format(terms=texts.QUOTED.format(text=said), scope="{scope}")
    paper = paper_missing(query, lambda: cited_words(corpus, composed))
    weak, rows = corpus.lexicon.weak, composed.path == "records"
    other = other_paper(query, cited_words(corpus, composed), weak=weak, rows=rows)
    unmade = paper or other
    if unmade is not None and not names_document(query, _titles_cited(corpus, composed)):
        return texts.REFUSE_MISSING.format(terms=texts.QUOTED.format(text=unmade), scope="{scope}")
    if (about := unnamed_paper(query, corpus, composed)) is not None:
        return texts.REFUSE_MISSING.format(terms=texts.QUOTED.format(text=about), scope="{scope}")
    if (unstored := not_from_named(query, corpus, composed, told)) is not None:
        return unstored
    if (year := other_horizon(query, corpus, composed)) is not None:
        return texts.REFUSE_OTHER_HORIZON.format(year=year, scope="{scope}")
    if (part := counts_part(query, corpus, composed)) is not None:
        return part
    if only_plans(query, corpus, composed):
        return texts.REFUSE_ONLY_PLANNED
    if _is_undenied(query, corpus, composed):
        return texts.REFUSE_DENIED.format(denied=denying_words(query), scope="{scope}")
    if not lets_lead(query, corpus, composed):
        return texts.REFUSE_LEADS_NOTHING.format(unit=query.limits.unit, scope="{scope}")
    if (lacking := not_given(query, corpus, composed)) is not None:
        return lacking
    given = gives_kind(query, corpus, composed) and sentences_hold(query, composed)
    return None if given else ""


def _sends_nothing(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether the day by which something is sent is told of what nobody sends.

    The row may be what is sent, and its deadline the day meant: a sentence that says so is better.
    """
    if query.intent is not Intent.DEADLINE:
        return False
    sent = corpus.lexicon.sent_to
    verbs = [one.word.plain for one in query.required if sent.at([one.word], 0)[0] == 1]
    told = [*cited_words(corpus, composed)] if verbs else []
    return any(all(verb not in said for said in told) for verb in verbs)


def _says_half(query: Query, corpus: Corpus, missing: Sequence[Term]) -> bool:
    """Whether a paragraph shown for "nói gì về A, B" holds most of what is asked about."""
    weights = {term.plain: term.weight for term in build_topic(query, corpus).terms}
    return 2 * sum(weights.get(term.plain, 1.0) for term in missing) <= _MOST_MISSED


def _is_undenied(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether the question says of something that it is not so, and the rows cited that it is.

    Rows that were listed by what their cells hold or lack, and differences, say just that.
    """
    derived = any(figure.verdict == "derived" for figure in composed.page.figures)
    worked = composed.by_cells and (derived or _LISTED.search(composed.page.text))
    denied = denied_in(query, corpus)
    noughts = [figure.value in _NOUGHT for figure in composed.page.figures]
    if not denied or composed.path != "records" or worked or (noughts and all(noughts)):
        return False
    told = [
        strip_accents(match_key(_CODED.sub(" ", one.text))) for one in evidence(corpus, composed)
    ]
    return any(not any(denies(text, one) for text in told) for one in denied)


def _tells_no_target(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether a target is asked for as such and no cell cited is said to be one."""
    if query.intent is not Intent.VALUE or not asks_planned(query):
        return False
    if all(map(assigns, _documents_cited(corpus, composed))):
        return False
    cited = [citation.source for citation in composed.page.citations]
    told = (one for source in cited for one in (source.column or "", source.quote))
    return bool(cited) and not any(says_planned(plain_phrase(one)) for one in told)


def _blank_beside(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether cells said to be blank or missing are not those of what the question speaks of."""
    if composed.status != "refused" or not composed.by_cells or query.intent in _FREE:
        return False
    unit = query.limits.unit
    if unit is not None and not composed.page.citations:
        return contains(plain_phrase(composed.reason or ""), plain_phrase(unit)) < 0
    return bool(composed.page.citations) and bool(passed_over(query, corpus, composed))


def _refused(fault: str, corpus: Corpus, composed: Composed) -> Composed:
    """What was not found, and what comes nearest: the first row or sentence of the answer."""
    cited = {one.source.document_id for one in composed.page.citations}
    labels = document_labels(corpus.documents)
    scope = texts.SCOPE_MANY.format(count=len(cited))
    if len(cited) == 1:
        scope = texts.SCOPE_ONE.format(document=labels[next(iter(cited))])
    reason = fault.replace("{scope}", scope)
    page = Page()
    page.raw(reason)
    page.gap()
    for citation in composed.page.citations[:1]:
        source = citation.source
        shown = shortened(_row_of(source, corpus) or source.quote)
        near = texts.NEAREST.format(text=shown, document=labels[source.document_id])
        page.add(near, [source], bullet="")
    return Composed(page, "refused", None, reason)


def _documents_cited(corpus: Corpus, composed: Composed) -> list[Document]:
    """The documents that an answer cites."""
    cited = {citation.source.document_id for citation in composed.page.citations}
    return [document for document in corpus.documents if document.id in cited]


def _titles_cited(corpus: Corpus, composed: Composed) -> Iterator[Phrase]:
    """The words of the titles of the documents cited."""
    cited = {citation.source.document_id for citation in composed.page.citations}
    for document in corpus.documents:
        if document.id in cited:
            yield corpus.features(document.title or "").plain


def _row_of(source: Source, corpus: Corpus) -> str:
    """What the row of a cell is about: a cell may hold a mere figure."""
    place = (source.document_id, source.table, source.row)
    return next(
        (
            entry_text(entry)
            for entry in corpus.entries
            if source.row
            and entry.record is not None
            and (entry.document.id, entry.source.table, entry.source.row) == place
        ),
        "",
    )
