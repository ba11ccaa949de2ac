"""Sentences quoted as the answer where neither records nor sections give one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.composers.prose import page_of_sections
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import start_search
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.sentences.labelled import (
    causes,
    contents,
    definitions,
    items_of_kind,
    spelt_out,
    titled,
)
from assistant.asking.sentences.listed import led_by
from assistant.asking.sentences.passages import Section
from assistant.asking.sentences.quotation import Quotation, quotations
from assistant.asking.sentences.quoting import within
from assistant.asking.sentences.receiving import receivers

_LONGEST = 600
_MOST_SECTIONS = 2
_NOT_QUOTED = frozenset(
    {Intent.DIFFERENCE, Intent.DEFINITION, Intent.FACT, Intent.GREETING, Intent.COUNT}
)


_NUMBERS = frozenset({Intent.COUNT, Intent.VALUE})


def compose_quoted(query: Query, corpus: Corpus) -> Composed | None:
    """The sentences that hold what is asked, each with its heading; ``None`` where none does."""
    window = query.limits.window
    of_rows = query.blanks or query.state is not None or (window is not None and window.overdue)
    if query.intent in _NOT_QUOTED or query.limits.alternatives or of_rows:
        return None
    found = quotations(query, corpus)
    if not found:
        return _titled(query, corpus)
    return _page(found, corpus, whole=query.intent not in _NUMBERS)


def _page(found: Sequence[Quotation], corpus: Corpus, *, whole: bool = True) -> Composed:
    """The sentences quoted; ``whole``: each with the items that it introduces."""
    labels = document_labels(tuple({one.document.id: one.document for one in found}.values()))
    page = Page()
    for one in found:
        page.add_of(labels[one.document.id], _said(one), one.sources)
        below = led_by((one.text, *one.more)[-1], one.unit, corpus) if whole else []
        for unit in below:
            page.add(tidy(unit.text), [unit.source], bullet="  - ")
    return Composed(page, path="passages")


def compose_spelt_out(query: Query, corpus: Corpus) -> Composed | None:
    """What an abbreviation stands for, where a document introduces it and nothing else is asked."""
    meant = spelt_out(query, corpus)
    if meant is None:
        return None
    one, document, unit = meant
    short = " ".join(one.short).upper()
    page = Page()
    said = texts.DEFINITION_IS.format(short=short, meaning=tidy(one.written))
    label = document_labels((document,))[document.id]
    page.add_of(label, said, [within(unit.source, unit.text)])
    return Composed(page, path="passages", named=True)


def compose_defined(query: Query, corpus: Corpus) -> Composed | None:
    """What a thing is, who is given it, or the causes listed, where a sentence says just that."""
    if defined := definitions(query, corpus):
        return replace(_page(defined, corpus), named=True)
    found = receivers(query, corpus)
    if not found and query.intent is Intent.REASON:
        found = causes(query, corpus)
    return _page(found, corpus) if found else None


def compose_contents(query: Query, corpus: Corpus) -> Composed | None:
    """What a thing consists of, where a sentence opens with it and says so."""
    found = contents(query, corpus) or items_of_kind(query, corpus)
    return replace(_page(found, corpus), named=True) if found else None


def _titled(query: Query, corpus: Corpus) -> Composed | None:
    """The sections whose heading is what is asked for, where no sentence says it."""
    sections = [Section(one.title, one.document, one.units, 1.0) for one in titled(query, corpus)]
    if not 0 < len(sections) <= _MOST_SECTIONS:
        return None
    return page_of_sections(start_search(query, corpus), sections)


def _said(one: Quotation) -> str:
    text = " ".join((one.text, *one.more))
    said = texts.SENTENCE_LEAD.format(text=shortened(text, _LONGEST))
    heading = one.heading
    above = tidy(heading).rstrip(" :")
    return f"{above}: {said}" if above and not above.isupper() else said
