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
from assistant.asking.questions.planned import asks_planned, says_planned
from assistant.asking.questions.qualifying import unmatched
from assistant.asking.questions.topic import Term, build_topic
from assistant.asking.questions.wanted import (
    NO_FIGURE,
    NUMBERING,
    asked_for,
    asks_class,
    names_body,
)
from assistant.asking.refusing.counterparts import cited_words, evidence, passed_over
from assistant.asking.refusing.given import not_given, says_nothing, unnamed_paper
from assistant.asking.refusing.horizons import other_horizon
from assistant.asking.refusing.leading import lets_lead
from assistant.asking.refusing.naming import phrases_asked, topic_asked
from assistant.asking.refusing.narrower import counts_part
from assistant.asking.refusing.only_planned import only_plans
from assistant.asking.refusing.other_paper import other_paper
from assistant.asking.refusing.refusal import refuse
from assistant.asking.refusing.sides_told import sentences_hold
from assistant.asking.refusing.unstored import not_from_named
from assistant.asking.sentences.quoting import whole_quote
from assistant.asking.sentences.suited import suits
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Source
from ingest.text.normal import match_key, strip_accents
from ingest.vocabulary import load

_FREE = frozenset(
    {Intent.FACT, Intent.SUMMARY, Intent.DEFINITION, Intent.GREETING, Intent.DIFFERENCE}
)
_MOST_MISSED = 1.01
_NOUGHT = frozenset({"0", "0.0"})
"""Values that deny of themselves ("không có công chức bị kỷ luật")."""
_CODED = re.compile(r"\b(?:không|có)\s*=\s*\d", re.IGNORECASE)
_LISTED = re.compile(r"\*\* – \d+ \S|^- .* so với ", re.MULTILINE)
_IN_TEXT = re.compile(r"\b(?:quy định|nêu|ghi|viết|nói|nằm|đề cập|nhắc)\s+(?:rõ\s+)?(?:ở|tại)\s")
_MONEY = re.compile(
    r"\d\*{0,2}\s*(?:nghìn|triệu|tỷ|đồng)|\((?:triệu |tỷ )?đồng\)|kinh phí", re.IGNORECASE
)
_SUM = re.compile(
    r"\d\*{0,2}\s*(?:nghìn|triệu|tỷ|đồng)|\((?:nghìn |triệu |tỷ )?đồng\)", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NEAR = 6
_HOW_MANY = ("bao", "nhieu")
_SHARE = "%"
_LEAST = (("nhat", "bao", "nhieu"), ("thieu", "bao", "nhieu"), ("nhat", "may"), ("thieu", "may"))
_LONGEST_BODY = 8
_OF_BODIES = frozenset({Intent.LEAD, Intent.COORDINATING})
_SITE = re.compile(r"\b(?:tại|ở|địa điểm|trụ sở|địa chỉ|hội trường|phòng họp)\b")


def accounted(query: Query, corpus: Corpus, composed: Composed) -> Composed:
    """The answer, a quotation that says all that the question does, or a refusal."""
    if _blank_beside(query, corpus, composed):
        return refuse(start_search(query, corpus))
    if composed.status != "answered" or composed.path == "document" or query.intent in _FREE:
        return composed
    if composed.named and not says_nothing(query, composed):
        return composed
    if _only_blank(composed):
        return replace(composed, status="refused", reason=texts.BLANK_ONLY)
    if (counts := without_share(query, corpus, composed)) is not None:
        return counts
    if composed.by_cells and _tells_no_target(query, composed):
        scope = scope_text(corpus.documents)
        reason = texts.REFUSE_ONLY_ACTUAL.format(topic=topic_asked(query), scope=scope)
        return replace(composed, status="refused", reason=reason)
    fault = _fault(query, corpus, composed)
    unsent = fault is None and _sends_nothing(query, corpus, composed)
    if fault is None and not unsent:
        return composed
    quoted = compose_quoted(query, corpus)
    sound = quoted is not None and suits(query, corpus, quoted)
    if quoted is not None and sound and _fault(query, corpus, quoted) is None:
        return composed if unsent and _sends_nothing(query, corpus, quoted) else quoted
    if fault is None:
        return composed
    return _refused(fault, corpus, composed) if fault else refuse(start_search(query, corpus))


def _fault(query: Query, corpus: Corpus, composed: Composed) -> str | None:
    """Why an answer is none to the question, ``{scope}`` to be filled in; ``None`` where it is.

    Empty where it only lacks the kind of thing that is asked for.
    """
    missing = passed_over(query, corpus, composed)
    if missing and not (query.says and _says_half(query, corpus, missing)):
        phrases = phrases_asked(query, build_topic(query, corpus).terms, missing)
        named = ", ".join(texts.QUOTED.format(text=text) for text in phrases)
        return texts.REFUSE_MISSING.format(terms=named, scope="{scope}")
    told = [one.text for one in evidence(corpus, composed)]
    if (said := unmatched(query, corpus, told)) is not None:
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
    kinds = (
        _names_site,
        _gives_number,
        _gives_money,
        _gives_share,
        _names_lead,
        sentences_hold,
    )
    if (lacking := not_given(query, corpus, composed)) is not None:
        return lacking
    given = _gives_figure(query, corpus, composed)
    return None if given and all(gives(query, composed) for gives in kinds) else ""


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


def _names_site(query: Query, composed: Composed) -> bool:
    """Whether an answer to "ở đâu" names a place; true of every other question."""
    told = match_key(query.standalone)
    places = load("asking_tables")["columns"]["place"]
    asked = any(re.search(rf"\b{re.escape(one)}\b", told) for one in places["asked"])
    if not query.accented or not asked or _IN_TEXT.search(told):
        return True
    titles = [plain_phrase(title) for title in places["titles"]]
    columns = {citation.source.column or "" for citation in composed.page.citations}
    if any(contains(plain_phrase(column), title) >= 0 for column in columns for title in titles):
        return True
    return any(_SITE.search(match_key(one.source.quote)) for one in composed.page.citations)


def _tells_no_target(query: Query, composed: Composed) -> bool:
    """Whether a target is asked for as such and no cell cited is said to be one."""
    if query.intent is not Intent.VALUE or not asks_planned(query):
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


def _only_blank(composed: Composed) -> bool:
    """Whether every line of an answer only says that a cell is blank."""
    lines = [line for line in composed.page.lines if line.strip()]
    return bool(lines) and all(texts.BLANK_CELL in line for line in lines)


def _gives_figure(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether sentences that answer "số …", "tỷ lệ …" hold a figure near what is asked about.

    True of other questions. "Ban hành 12 văn bản về lĩnh vực X" tells no number of X.
    """
    counted = query.intent is Intent.VALUE and query.quantity is not None
    apart = query.intent is Intent.COMPARE and contains(query.words, _HOW_MANY) >= 0
    if not (counted or apart) or composed.path != "passages" or asks_class(query):
        return True
    terms = [term for term in build_topic(query, corpus).terms if not term.weak]
    told = {word.plain for term in terms for words in (term.words, *term.others) for word in words}
    return any(
        _counts_near(NO_FIGURE.sub("", NUMBERING.sub("", whole_quote(one.source))), told)
        for one in composed.page.citations
    )


def _counts_near(quote: str, told: set[str]) -> bool:
    """Whether a number stands a few words from one of ``told``, or at all where there are none."""
    words = _WORDS.findall(strip_accents(match_key(quote)))
    figures = [place for place, word in enumerate(words) if word[:1].isdigit()]
    near = {place for place, word in enumerate(words) if word in told}
    return any(not told or near & set(range(at - _NEAR, at + _NEAR + 1)) for at in figures)


def _names_lead(query: Query, composed: Composed) -> bool:
    """Whether cells that answer "đơn vị nào ..." hold a body; true of every other question."""
    before = query.words[: query.words.index("nao")] if "nao" in query.words else ()
    bodies = map(plain_phrase, load("asking_sentences")["bodies"])
    other = bool(before) and not any(before[-len(one) :] == one for one in bodies)
    if query.intent not in _OF_BODIES or not composed.by_cells or other:
        return True  # "cùng thực hiện giải pháp nào" asks for no body
    titles = [plain_phrase(one) for one in load("asking_sentences")["body_columns"]]
    cited = [one.source for one in composed.page.citations]
    columns = [plain_phrase(source.column or "") for source in cited]
    if any(contains(column, title) >= 0 for column in columns for title in titles):
        return True
    return any(
        len(source.quote.split()) <= _LONGEST_BODY and names_body(source.quote) for source in cited
    )


def _gives_share(query: Query, composed: Composed) -> bool:
    """Whether rows that answer "bao nhiêu phần trăm" hold any figure; true of other questions."""
    told = composed.by_cells or composed.path == "records"
    if query.asked_unit != _SHARE or not told or query.intent is not Intent.VALUE:
        return True
    return bool(composed.page.figures) or _SHARE in composed.page.text


def _gives_number(query: Query, composed: Composed) -> bool:
    """Whether rows that answer "ít nhất bao nhiêu ..." hold a number; true of other questions."""
    words = query.words
    asked = any(contains(words, one) >= 0 for one in _LEAST)
    if not asked or composed.path != "records" or query.intent is not Intent.VALUE:
        return True
    quotes = (one.source.quote for one in composed.page.citations)
    return any(letter.isdigit() for quote in quotes for letter in quote)


def _gives_money(query: Query, composed: Composed) -> bool:
    """Whether rows that answer a question of money hold any sum; true of every other question."""
    asked = asked_for(query)
    if composed.path != "records" or not asked.money or query.intent is Intent.BASIS:
        return True  # "số mấy" asks for a number, whatever else the question speaks of
    if asked.fee:
        units = [figure.unit for figure in composed.page.figures]
        return None in units or bool(_SUM.search(composed.page.text))
    return bool(composed.page.figures) or bool(_MONEY.search(composed.page.text))


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
