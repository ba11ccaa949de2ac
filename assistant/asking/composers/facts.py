"""Facts about documents themselves: date, issuer, number, period; meanings; summaries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.composers.closing_lines import BESIDE, closing_lines
from assistant.asking.composers.fact_held import held
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.limiting import covers_years, in_scope
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import day, document_labels, period_text, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import FactName, Query
from assistant.asking.words import contains, words_of
from ingest.model import Document, EvidenceUnit, Source
from ingest.text.normal import fold, match_key

_TOGETHER: tuple[FactName, ...] = ("signer", "recipients", "date", "issuer", "number")
_MOST_HEADINGS = 14
_LINES_BELOW = 4
_LONGEST_OPENING = 220
_SHORTEST_NAME = 6
_LEADS_IN = (":", ": .")
_OFFICE_ABOVE = 3
"""Lines between a name and its office: a scanned seal leaves some."""
_MOST_ITEMS, _LONGEST_ITEM, _FEWEST_SECTIONS = 16, 200, 2
_OFFICE_ASKED = (("chuc", "vu"), ("chuc", "danh"))
_DEPUTISING = re.compile(r"^(?:kt|tm|tl|tuq|q)\.\s*")
_RECIPIENTS = re.compile(r"\s*(noi nhan|kinh gui)\s*:?")
_COPIES = "noi nhan"
_ARCHIVE = re.compile(r"lu?r?u\b")
_ITEM_MARKS = ("-", "+", "•")
_SIGNED_BY = re.compile(r"(?:^[\s|*]*|\s)người ký\s*(?:[:|*]|$)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,5}")


def compose_fact(search: Search) -> Composed | None:
    """Answer from metadata, each line cited where the document says so."""
    fact = search.query.fact
    documents = in_scope(search.query.limits, search.corpus)
    if search.query.limits.issuers:  # not those of no known body beside the ones named
        documents = tuple(one for one in documents if one.issuer) or documents
    if fact is None or not documents:
        return None
    labels = document_labels(search.documents)
    page = Page()
    known = 0
    asked = _asked_together(search.query)
    for document, fact in ((one, name) for one in documents for name in asked):
        value, source = _value(document, fact), None
        if fact == "signer":
            value, source = _signer(search, document)
            if value is not None and _asks_office(search.query):
                value = _with_office(search, document, value)
        if fact == "recipients":
            value, source = _recipients(search, document)
        source = source or _where(search, document, value)
        if source is None:
            continue
        label = f"**{labels[document.id]}**"
        if value is None:
            page.add(texts.FACT_UNKNOWN[fact].format(document=label), [source])
            continue
        known += 1
        named = value if fact == "signer" else _value(document, fact)
        verdict = held(search.query.supposed, fact, named, document)
        page.add(f"{verdict}{_wording(document, fact, label, value)}", [source])
    if not page.lines:
        return None
    if not known and fact != "stored":
        scope = labels[documents[0].id]
        return Composed(page, "refused", "document", texts.REFUSE_FACT.format(scope=scope))
    return Composed(page, path="document")


def _asked_together(query: Query) -> tuple[FactName, ...]:
    """Who issued and signed it, when, under which number may be asked for in one question."""
    both = tuple(name for name in query.facts if name in _TOGETHER)
    return both if len(both) > 1 or query.fact is None else (query.fact,)


def _value(document: Document, fact: FactName) -> str | None:
    values: dict[FactName, str | None] = {
        "date": day(document.date),
        "issuer": document.issuer,
        "number": document.number,
        "period": period_text(document.period) or None,
        "province": document.province,
        "signer": None,
        "recipients": None,
        "stored": document.title or document.file,
    }
    return values[fact]


def _wording(document: Document, fact: FactName, label: str, value: str) -> str:
    if fact == "stored":
        when = f", {day(document.date)}" if document.date else ""
        kind = texts.KIND_NAMES[document.kind.value]
        title = tidy(document.title) if document.title else kind
        return texts.FACT_STORED.format(document=label.strip("*"), kind=title, date=when)
    shown = f"{value} ({document.date})" if fact == "date" else value
    if fact == "issuer" and document.province and fold(document.province) not in fold(value):
        shown = f"{value} {document.province}"
    templates: dict[str, str] = {
        "date": texts.FACT_DATE,
        "issuer": texts.FACT_ISSUER,
        "number": texts.FACT_NUMBER,
        "period": texts.FACT_PERIOD,
        "province": texts.FACT_PROVINCE,
        "signer": texts.FACT_SIGNER,
        "recipients": texts.FACT_RECIPIENTS,
    }
    return templates[fact].format(document=label, value=shown)


def _signer(search: Search, document: Document) -> tuple[str | None, Source | None]:
    """The name that stands below an office ("GIÁM ĐỐC"), with its place."""
    offices = search.corpus.lexicon.offices
    lines = closing_lines(search.corpus, document)
    for index, (line, _source) in enumerate(lines):
        office = _DEPUTISING.sub("", fold(line)).strip(" .")
        held = office.split()
        ends = range(len(held)) if line.isupper() else (0,)
        if not any(tuple(held[start:]) in offices for start in ends):
            continue
        for name, source in lines[index + 1 : index + 1 + _LINES_BELOW]:
            if _NAME.fullmatch(name) and name == name.title() and len(name) > _SHORTEST_NAME:
                best = (name, source)
                following = lines[lines.index(best) + 1 : lines.index(best) + 2]
                if following and _NAME.fullmatch(following[0][0]):
                    best = following[0]
                return best
    return _labelled_signer(lines)


def _asks_office(query: Query) -> bool:
    """Whether the signer's office is asked for too ("giữ chức vụ gì")."""
    return any(contains(query.words, one) >= 0 for one in _OFFICE_ASKED)


def _with_office(search: Search, document: Document, name: str) -> str:
    """The name with its office above it ("PHÓ CHỦ TỊCH"), "(đã ký)" between them or not."""
    lines = [line for line, _ in closing_lines(search.corpus, document)]
    offices = search.corpus.lexicon.offices
    above = [
        upper
        for place, below in enumerate(lines)
        for upper in lines[max(0, place - _OFFICE_ABOVE) : place]
        if below == name and upper.isupper() and any(_holds(upper, one) for one in offices)
    ]
    return f"{name} ({above[-1]})" if above else name


def _holds(line: str, office: tuple[str, ...]) -> bool:
    return contains(tuple(word.plain for word in words_of(line)), office) >= 0


def _labelled_signer(
    lines: Sequence[tuple[str, Source]],
) -> tuple[str | None, Source | None]:
    """The name that a law portal's own data give ("Người ký: …"), on the line or below it."""
    for index, (line, source) in enumerate(lines):
        label = _SIGNED_BY.search(line)
        if label is None:
            continue
        below = lines[index + 1 : index + 2]
        for name, place in [(line[label.end() :].strip(" :|*"), source), *below]:
            if _NAME.fullmatch(name) and name == name.title():
                return name, place
    return None, None


def _recipients(search: Search, document: Document) -> tuple[str | None, Source | None]:
    """Whom it is sent to: the lines below "Nơi nhận" or "Kính gửi", without the archive's."""
    named: list[str] = []
    places: list[Source] = []
    listing = False
    for entry in search.corpus.entries:
        if entry.document.id != document.id or entry.unit is None:
            continue
        for line in entry.unit.text.split("\n"):
            opened = _RECIPIENTS.match(fold(line))
            if opened:
                listing = True
            elif listing and not line.lstrip().startswith(_ITEM_MARKS):
                listing = False
            told = line[opened.end() if opened else 0 :]
            if opened is None or opened[1] != _COPIES:
                told = told.strip()
            name = BESIDE.split(told)[0].strip(" -+•;.")
            if listing and name and not _ARCHIVE.match(fold(name)) and name not in named:
                named.append(name)
                places += [entry.source] if entry.source not in places else []
    if not places:
        return None, None
    first, *others = places
    return "; ".join(named), first.model_copy(update={"parts": (*first.parts, *others)})


def _where(search: Search, document: Document, value: str | None) -> Source | None:
    """The passage that says it, else the document's first one."""
    entries = [entry for entry in search.corpus.entries if entry.document.id == document.id]
    passages = [entry for entry in entries if entry.unit is not None]
    wanted = [value] if value else []
    if document.date and value and day(document.date) == value:
        year, month, number = document.date.split("-")
        wanted = [
            f"ngày {number} tháng {month} năm {year}",
            f"ngày {int(number)} tháng {int(month)} năm {year}",
            f"{number}/{month}/{year}",
            f"{int(number)}/{int(month)}/{year}",
        ]
    for text in wanted:
        for entry in passages:
            if entry.unit and match_key(text) in match_key(entry.unit.text):
                return entry.source
    first: Entry | None = next(iter(passages or entries), None)
    return first.source if first else None


def compose_definition(search: Search) -> Composed | None:
    """What an abbreviation stands for, cited where a document writes both."""
    short = search.query.abbreviation
    if not short:
        return None
    meanings = search.corpus.lexicon.abbreviations
    _, found = meanings.at(words_of(short), 0)
    if not found:
        return None
    meaning = " ".join(word.accented for word in found[0])
    best: Source | None = None
    for entry in search.corpus.entries:
        if entry.document.id not in search.ids or entry.unit is None:
            continue
        text = fold(entry.unit.text)
        if f"({fold(short)})" in text and fold(meaning) in text:
            best = entry.source
            break
        if best is None and fold(short) in text.split():
            best = entry.source
    if best is None:
        return None
    page = Page()
    page.add(texts.DEFINITION_IS.format(short=short, meaning=meaning), [best], bullet="")
    return Composed(page, path="passages")


def _add_counts(search: Search, page: Page, document: Document, source: Source) -> None:
    """How many records of each kind the document holds."""
    kinds = Counter(
        entry.kind for entry in search.corpus.entries if entry.document.id == document.id
    )
    counts = [
        texts.SUMMARY_COUNT.format(count=kinds[kind], noun=texts.NOUNS[kind])
        for kind in ("targets", "tasks", "indicators", "refs")
        if kinds[kind]
    ]
    if counts:
        page.add(texts.SUMMARY_HOLDS.format(counts=", ".join(counts)), [source])


def _add_headings(page: Page, units: Sequence[EvidenceUnit]) -> None:
    """Each heading with its opening; one that only leads in goes on with what it leads to."""
    below: dict[str, list[EvidenceUnit]] = {}
    for unit in units:
        if unit.headings:
            below.setdefault(unit.headings[0], []).append(unit)
    for title, own in [*below.items()][:_MOST_HEADINGS]:
        opening = shortened(own[0].text, _LONGEST_OPENING)
        page.add(texts.SUMMARY_HEADING.format(title=tidy(title), opening=opening), [own[0].source])
        parts = {unit.headings[1]: unit for unit in reversed(own) if len(unit.headings) > 1}
        if len(parts) > 1 and len(own[0].headings) > 1:
            for name in reversed(parts):
                said = f"{tidy(name)}: {shortened(parts[name].text, _LONGEST_ITEM)}"
                page.add(said, [parts[name].source], bullet="  - ")
        elif own[0].text.rstrip().endswith(_LEADS_IN):
            for unit in own[1 : 1 + _MOST_ITEMS]:
                page.add(shortened(tidy(unit.text), _LONGEST_ITEM), [unit.source], bullet="  - ")


def _add_sections(search: Search, page: Page, document: Document) -> None:
    """The sections of the document's table of tasks, each with how many it holds."""
    sections: dict[str, list[Source]] = {}
    for entry in search.corpus.entries:
        own = entry.document.id == document.id and entry.kind == "tasks"
        if own and entry.headings and entry.source.row is not None:
            sections.setdefault(entry.headings[0], []).append(entry.source)
    if len(sections) < _FEWEST_SECTIONS:
        return
    named = "; ".join(
        texts.SUMMARY_SECTION.format(title=tidy(title), count=len(held))
        for title, held in sections.items()
    )
    said = texts.SUMMARY_SECTIONS.format(sections=named)
    page.add(said, [held[0] for held in sections.values()])


def compose_summary(search: Search) -> Composed | None:
    """What a document is and its headings, when a document is meant and no topic is named."""
    if not search.topic.empty or not search.documents or search.query.limits.key:
        return None
    labels = document_labels(search.documents)
    page = Page()
    for document in search.documents:
        if not covers_years(document.period, search.query.limits):
            continue
        entries = [
            entry
            for entry in search.corpus.entries
            if entry.document.id == document.id and entry.unit is not None
        ]
        units = [entry.unit for entry in entries if entry.unit]
        if not units:
            continue
        title = tidy(document.title) if document.title else labels[document.id]
        source = _where(search, document, document.title) or units[0].source
        page.gap()
        page.add(f"**{labels[document.id]}** – {title}", [source], bullet="")
        _add_counts(search, page, document, source)
        _add_headings(page, units)
        _add_sections(search, page, document)
    return Composed(page, path="document") if page.lines else None
