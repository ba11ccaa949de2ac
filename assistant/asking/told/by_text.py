"""What running text says by its own figures, lists and standing clauses, after all other ways."""

from __future__ import annotations

from datetime import date

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.refusing.before import refuse_before
from assistant.asking.told.bodies import by_bodies
from assistant.asking.told.clauses import by_clauses
from assistant.asking.told.reckoning import by_told


def by_text(query: Query, corpus: Corpus, today: date, before: Composed) -> Composed | None:
    """A better answer than ``before``; ``None`` where there is none, or nothing may be searched."""
    barred = refuse_before(query, corpus) if before.status == "refused" else None
    if barred is not None and barred.reason != texts.REFUSE_NO_TOPIC:
        return None  # these questions are known by their form, they need no topic
    return (
        by_told(query, corpus, today, before)
        or by_bodies(query, corpus, before)
        or by_clauses(query, corpus, before)
    )
