"""Whether an answer comes from the documents that the question names.

"Kế hoạch 588", "kế hoạch giai đoạn 2021-2030", "báo cáo năm 2023 nói gì": where no such document is
stored, what another one says of the matter is no answer, however well it fits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.questions.limits import compact
from assistant.asking.refusing.before import stored_nowhere
from assistant.asking.words import Phrase, plain_phrase
from ingest.model import Document, Ref
from ingest.text.normal import fold
from ingest.vocabulary import load, remembered

_LONG = 2
"""Years that a span lasts from which on a paper is named by it."""
_SEVERAL = frozenset({"cac", "nhung", "moi", "hai", "ba", "cua"})
_BETWEEN = r"(?:\s+\w+){0,5}?\s+(?:giai\s+doan\s+)?(?:nam\s+)?"


def not_from_named(
    query: Query, corpus: Corpus, composed: Composed, told: Sequence[str]
) -> str | None:
    """Why what is ``told`` is not of the document named, ``{scope}`` to be filled in."""
    cited = {citation.source.document_id for citation in composed.page.citations}
    documents = [one for one in corpus.documents if one.id in cited]
    numbers = _numbers_missing(query, documents, told)
    if numbers is not None and not _carried_out(query, corpus, cited):
        nowhere = stored_nowhere(query.limits, corpus)
        said = texts.REFUSE_NUMBER if nowhere else texts.REFUSE_CONTENTS
        return said.format(numbers=", ".join(nowhere) or numbers)
    if (named := _span_missing(query, documents, told)) or (
        named := _kind_missing(query, documents)
    ):
        return texts.REFUSE_MISSING.format(terms=texts.QUOTED.format(text=named), scope="{scope}")
    return None


def _numbers_missing(
    query: Query, documents: Sequence[Document], told: Sequence[str]
) -> str | None:
    """The numbers named, where neither a document cited nor what is told bears any of them."""
    numbers = query.limits.ref_numbers
    borne = compact(" ".join((*told, *(one.number or "" for one in documents))))
    if not numbers or any(
        re.search(rf"(?<!\d)0*{re.escape(compact(one))}(?!\d)", borne) for one in numbers
    ):
        return None
    return ", ".join(numbers)


def _carried_out(query: Query, corpus: Corpus, cited: Collection[str]) -> bool:
    """Whether the number is that of what a paper cited carries out ("kế hoạch thực hiện NQ 57")."""
    verbs = "|".join(" ".join(plain_phrase(one)) for one in load("asking_papers")["carrying"])
    asked = fold(query.standalone)
    return all(
        re.search(rf"\b(?:{verbs})\b(?:\s+\w+){{0,4}}\s+0*{re.escape(fold(number))}(?!\d)", asked)
        and any(
            isinstance(entry.record, Ref)
            and entry.document.id in cited
            and re.match(rf"{re.escape(compact(number))}(?!\d)", compact(entry.record.number))
            for entry in corpus.entries
        )
        for number in query.limits.ref_numbers
    )


def _span_missing(query: Query, documents: Sequence[Document], told: Sequence[str]) -> str | None:
    """The paper that is named by its years, where none that lasts so long is cited or told of."""
    span = query.limits.period
    if span is None or span.from_ is None or span.to is None or span.to - span.from_ < _LONG:
        return None
    years = rf"{span.from_}\s*(?:[-–]|den|toi)\s*{span.to}"
    names = "|".join(" ".join(name) for name in _spanning())
    found = re.search(rf"(?:(\w+)\s+)?\b({names}){_BETWEEN}{years}", fold(query.standalone))
    if found is None or found.group(1) in _SEVERAL:
        return None
    lasting = any(
        one.period is not None
        and one.period.from_ is not None
        and one.period.to is not None
        and one.period.from_ <= span.from_
        and span.to <= one.period.to
        for one in documents
    )
    if lasting or any(re.search(years, fold(text)) for text in told):
        return None
    return texts.SPANNING.format(first=span.from_, last=span.to)


def _kind_missing(query: Query, documents: Sequence[Document]) -> str | None:
    """The kind of document that "báo cáo năm X nói gì" begins with, where none such is cited."""
    if not query.says or not query.limits.years:
        return None
    words = query.words
    for kind, names in load("documents")["kinds"].items():
        for name in names:
            phrase = plain_phrase(name)
            if words[: len(phrase)] != phrase or words[len(phrase) : len(phrase) + 1] != ("nam",):
                continue
            if any(one.kind.value == kind or _titled(one, phrase) for one in documents):
                return None
            return f"{name} {texts.IN_YEAR.format(year=query.limits.years[0])}"
    return None


def _titled(document: Document, phrase: Phrase) -> bool:
    return plain_phrase(document.title or "")[: len(phrase)] == phrase


@remembered()
def _spanning() -> tuple[Phrase, ...]:
    """Kinds of papers that are named by the years they last."""
    return tuple(plain_phrase(one) for one in load("asking_papers")["spanning"])
