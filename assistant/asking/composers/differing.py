"""Where the running text of a report gives another figure than its annex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asking import texts
from assistant.asking.composers.figures_told import add_contradiction
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.retrieval import Search, allowed, fitting
from assistant.asking.labels import document_labels, indicator_name, limits_text, scope_text
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query, TopicWord
from assistant.asking.questions.topic import Topic, build_topic
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.stated import (
    Stated,
    about_topic,
    agrees,
    beside,
    comparable,
    stated_in,
)
from assistant.asking.words import Word
from ingest.model import Document, Indicator

_MOST_SHOWN = 40
_SHORTEST_NAME = 2
_YEAR = frozenset({(1, 12)})
_OTHER_ROLES = frozenset({"plan", "previous"})


def compose_difference(search: Search) -> Composed | None:
    """Answer "where do text and annex differ", for all figures or those of a topic."""
    entries = _cells(search)
    page = Page()
    labels = document_labels(search.documents)
    pairs = 0
    for report in search.documents:
        cells = [entry for entry in entries if report in beside([report], entry.document)]
        if not cells:
            continue
        pairs += 1
        _add_report(search, page, report, cells, labels)
    if page.lines:
        return Composed(page)
    scope = scope_text(search.documents)
    if not pairs:
        return Composed(page, "refused", None, texts.REFUSE_NO_PAIR.format(scope=scope))
    limits = limits_text(search.query)
    reason = texts.REFUSE_NOT_COMPARABLE.format(limits=limits, scope=scope)
    return Composed(page, "refused", None, reason)


def _cells(search: Search) -> list[Entry]:
    if search.topic.empty:
        return allowed(search, ("indicators",))
    return [found.entry for found in fitting(search, ("indicators",), wide=True)]


def _add_report(
    search: Search, page: Page, report: Document, entries: Sequence[Entry], labels: dict[str, str]
) -> None:
    figures = [*_figures(search, report)]
    agreeing: list[tuple[Indicator, Stated]] = []
    differing: list[tuple[Indicator, Stated]] = []
    for cell, stated in _bound(search, entries, figures):
        equal = [figure for figure in stated if agrees(figure, cell)]
        if equal:
            agreeing.append((cell, equal[0]))
        elif len({figure.amount.value for figure in stated}) == 1:
            differing.append((cell, stated[0]))
    taken = {id(figure) for _, figure in agreeing}
    differing = _sure([pair for pair in differing if id(pair[1]) not in taken])[:_MOST_SHOWN]
    if not differing and not agreeing:
        return
    page.gap()
    sources = [
        source
        for cell, figure in (differing or agreeing)
        for source in (cell.source, figure.source)
    ]
    template = texts.DIFFERENCES if differing else texts.NO_DIFFERENCE
    head = template.format(report=labels[report.id], count=len(differing) or len(agreeing))
    page.add(head, sources, bullet="")
    for cell, figure in differing:
        add_contradiction(page, cell, figure, labels, name=f"{indicator_name(cell)}: ")


def _figures(search: Search, report: Document) -> Iterator[Stated]:
    for entry in search.corpus.entries:
        if entry.unit is None or entry.document.id != report.id:
            continue
        for sentence in split_sentences(entry.unit.text):
            yield from stated_in(sentence, report, entry.unit)


def _bound(
    search: Search, entries: Sequence[Entry], figures: Sequence[Stated]
) -> Iterator[tuple[Indicator, list[Stated]]]:
    """The cells with the figures of the text that bear their name and their unit."""
    corpus = search.corpus
    words = [corpus.features(figure.about).words for figure in figures]
    done = {_row(entry) for entry in entries if _role(entry) == "actual"}
    whole = {_row(entry) for entry in entries if entry.parts <= _YEAR}
    for entry in entries:
        cell = entry.record
        if not isinstance(cell, Indicator) or cell.value is None:
            continue
        if cell.role in _OTHER_ROLES and _row(entry) in done:
            continue  # a report tells what was done
        if _row(entry) in whole and not entry.parts <= _YEAR:
            continue  # and of the whole year
        for topic in _names(corpus, cell):
            stated = [
                figure
                for figure, own in zip(figures, words, strict=True)
                if not topic.words.isdisjoint(own)
                and comparable(figure, cell)
                and _counts(figure, cell, corpus)
                and about_topic(figure, topic, corpus, accented=True)
            ]
            if stated:
                yield cell, stated
                break


def _row(entry: Entry) -> tuple[str, int | None, int | None]:
    return (entry.document.id, entry.source.table, entry.source.row)


def _role(entry: Entry) -> str:
    return entry.record.role if isinstance(entry.record, Indicator) else ""


def _names(corpus: Corpus, cell: Indicator) -> Iterator[Topic]:
    """The name of a cell as a topic, then without the last of the things it joins by a comma.

    None where the name says too little to be recognised by.
    """
    name = cell.name.split("(")[0]
    for text in dict.fromkeys((name, name.rpartition(",")[0])):
        words = _content(corpus, text)
        if len(words) < _SHORTEST_NAME:
            return
        chosen = tuple(TopicWord(word, place) for place, word in enumerate(words))
        topic = build_topic(Query(text, text, Intent.OPEN, topic=chosen), corpus)
        if any(not term.weak for term in topic.terms):
            yield topic


def _content(corpus: Corpus, name: str) -> list[Word]:
    words = corpus.words(name)
    content: list[Word] = []
    index = 0
    while index < len(words):
        length, _ = corpus.lexicon.function.at(words, index)
        if not length:
            content.append(words[index])
        index += length or 1
    return content


def _counts(figure: Stated, cell: Indicator, corpus: Corpus) -> bool:
    """Whether what follows the figure is the unit of the cell, or what its name counts."""
    unit = cell.unit or ""
    if unit.startswith("%"):
        return True
    wanted = tuple(word.plain for word in corpus.words(unit.split("/")[0]))
    following = tuple(word.plain for word in corpus.words(figure.after))
    if wanted and following[: len(wanted)] == wanted:
        return True
    named = tuple(word.plain for word in _content(corpus, cell.name))
    return len(named) >= _SHORTEST_NAME and following[:_SHORTEST_NAME] == named[:_SHORTEST_NAME]


def _sure(pairs: Sequence[tuple[Indicator, Stated]]) -> list[tuple[Indicator, Stated]]:
    """A figure with the one cell it differs from; left out where cells of other values rival."""
    rivals: dict[int, list[tuple[Indicator, Stated]]] = {}
    for pair in pairs:
        rivals.setdefault(id(pair[1]), []).append(pair)
    return [
        group[0]
        for group in rivals.values()
        if len({indicator.value for indicator, _ in group}) == 1
    ]
