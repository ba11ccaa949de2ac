"""A share is asked for and only counts were found: that is said instead of passing one for it."""

from __future__ import annotations

import re

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus
from assistant.asking.grid.question import asked
from assistant.asking.labels import document_labels
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from ingest.extraction.figures import is_figure
from ingest.model import Source
from ingest.vocabulary import load

_SHARES = re.compile(r"\(\s*%\s*\)|(?:đơn vị|đvt)[^:]{0,8}:\s*%|^\s*%\s*$", re.IGNORECASE)
_OF_ROWS = frozenset({Intent.LIST, Intent.LEAD, Intent.COORDINATING, Intent.PRODUCT})


def without_share(query: Query, corpus: Corpus, composed: Composed) -> Composed | None:
    """The refusal where a share is asked for and bare counts of table cells were composed."""
    page = composed.page
    if (
        composed.by_cells
        or composed.path != "records"
        or query.intent in _OF_ROWS
        or not asked(query, corpus, ()).says("shares")
    ):
        return None
    titles = load("asking_tables")["share_titles"]
    sources = [citation.source for citation in page.citations]
    if not sources or any(word in page.text.casefold() for word in titles):
        return None
    if not all(one.table is not None and is_figure(one.quote) for one in sources):
        return None
    if any(_told_above(corpus, one) for one in sources):
        return None
    cited = {one.document_id for one in sources}
    labels = document_labels(corpus.documents)
    scope = ", ".join(label for one, label in labels.items() if one in cited)
    return Composed(page, "refused", "records", texts.REFUSE_NO_SHARE.format(scope=scope))


def _told_above(corpus: Corpus, source: Source) -> bool:
    """Whether a table of one kind of figures says above itself that they are shares ("(%)")."""
    return any(
        _SHARES.search(above)
        for shelf in corpus.shelves
        if shelf.document.id == source.document_id
        for grid in shelf.grids
        if grid.number == source.table
        for above in grid.about
    )
