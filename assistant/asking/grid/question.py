"""Reads a question against tables: its words, its times, and what is to be done with the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import expanded_words
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.shape import Grid
from assistant.asking.grid.wording import after_number, bound_in, extremes_in, weightless_in
from assistant.asking.query import Query
from assistant.asking.questions.periods import part_of, time_spans, timed
from assistant.asking.repairing.initials import spelt_out
from assistant.asking.repairing.spelling import mend
from ingest.text.normal import clean, match_key
from ingest.vocabulary import load

_SHORT_CELL = 60


def asked(query: Query, corpus: Corpus, grids: Sequence[Grid]) -> Asked:
    """Read the question of ``query`` for these tables; their own words are no typing errors."""
    question = query.standalone
    typed, key = " ".join(clean(question).split()), match_key(question)
    typed = typed if len(typed) == len(key) else key
    raw = spelt_out(expanded_words(question, corpus.lexicon), corpus, typed=typed)
    words = [*mend(raw, corpus, typed=typed)]
    if words != [*raw]:
        known = _words_of(grids, corpus)
        pairs = zip(raw, words, strict=True)
        words = [own if own.plain in known else better for own, better in pairs]
    spans = time_spans(timed(question), default_year=1)
    timely = {
        place
        for span in spans
        for place, word in enumerate(words)
        if span.start <= word.start < span.end
    }
    parts = tuple(
        dict.fromkeys(
            part for span in spans if span.window and (part := part_of(span.window)) is not None
        )
    )
    days = tuple(
        replace(span.window, text=typed[span.start : span.end])
        for span in spans
        if span.window is not None and part_of(span.window) is None
    )
    years = list(query.limits.years)
    if query.limits.period is not None:
        years += [query.limits.period.from_, query.limits.period.to]
    if query.against_year is not None and not years:
        years.append(query.against_year)
    bound, bounding = bound_in(words, timely, typed=typed)
    extremes, superlative = extremes_in(words, query)
    weightless = weightless_in(words, corpus, accented=query.accented)
    return Asked(
        query,
        corpus,
        tuple(words),
        typed,
        weightless,
        frozenset(timely | bounding | superlative),
        tuple(dict.fromkeys(years)),
        parts,
        days,
        bound,
        after_number(words, bounding),
        extremes,
        query.accented,
    )


def _words_of(grids: Sequence[Grid], corpus: Corpus) -> frozenset[str]:
    """The plain words of the titles of columns and the names of rows."""
    texts = {column.title for grid in grids for column in grid.columns}
    texts |= {
        cell.text
        for grid in grids
        for row in grid.rows
        for title, cell in row.cells.items()
        if title == grid.naming or len(cell.text) <= _SHORT_CELL
    }
    vocabulary = load("asking_tables")
    texts |= {phrase for group in vocabulary["columns"].values() for phrase in group["asked"]}
    texts |= {
        phrase
        for phrases in vocabulary.values()
        if isinstance(phrases, list)
        for phrase in phrases
        if isinstance(phrase, str)
    }
    return frozenset().union(*(corpus.features(text).words for text in texts))
