"""The sum or the difference of figures that stand in sentences, with the sentences below it.

Tables have their own ways (:mod:`assistant.asking.records.reckoning`); this one is asked where they
gave nothing, or only a sentence that holds the figures without reckoning with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assistant.asking import texts
from assistant.asking.composers.comparing import amount_text
from assistant.asking.finding.corpus import Corpus
from assistant.asking.labels import document_labels, number_text, scope_text, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.understanding import as_typed
from assistant.asking.told import wording
from assistant.asking.told.asked import Wanted, wanted
from assistant.asking.told.figures import FOUND, Named, figures_named, searched, telling
from assistant.asking.told.pairing import best_of, covers_all, sets_of
from ingest.model import Source
from ingest.text.normal import fold
from ingest.text.numbers import plain, value_of

_HOW_MANY = re.compile(r"\b(?:bao nhieu|may)\b")
_MOST_SETS = 3
_PERCENT = "%"
_HUNDRED, _PAIR = 100, 2
_LEAST, _WHOLLY = 0.3, 0.99
_CHANGED = re.compile(
    r"\b(?:tang|giam|cao hon|thap hon|nhieu hon|it hon|hon|kem|vuot|chenh(?: lech)?|rut ngan)"
    r"(?: (?:them|len|xuong|duoc|di|khoang|gan|tren|nhau))*:? \d"
)
_FROM_TO = re.compile(
    r"\btừ\s+(?P<a>\d[\d.,]*)\s*(?P<unit>%|[^\W\d_]+(?:\s+[^\W\d_]+)?)?\s+"
    r"(?:(?:năm|tháng|quý)\s+\S+\s+)?(?:xuống còn|xuống|còn|lên đến|lên tới|lên|đến|tới)\s+"
    r"(?P<b>\d[\d.,]*)\s*(?P<other>%|[^\W\d_]+)?"
)


def by_told(query: Query, corpus: Corpus, today: date, before: Composed) -> Composed | None:
    """The sum or difference told; ``None`` where none is asked for or ``before`` says it better."""
    if before.status == "answered" and before.path != "passages":
        return None
    asked = wanted(as_typed(query.standalone), corpus) or _of_two_years(query)
    if asked is None or query.limits.unknown_places:
        return None
    if before.status == "answered" and len(_HOW_MANY.findall(fold(query.standalone))) > 1:
        return None  # "cấp mới mấy giấy, tăng bao nhiêu" asks for more than the difference
    searches = [searched(thing, query, corpus, today) for thing in asked.things]
    if not searches[0].documents or any(search.topic.empty for search in searches):
        return None
    shared = telling(searched(asked.shared, query, corpus, today)) if asked.shared else ()
    named = [figures_named(search, shared) for search in searches]
    if shared and not asked.years and not any(named):
        named = _by_name_alone([figures_named(search) for search in searches])
    if asked.years:
        return _over_years(named[0], *asked.years)
    years = query.limits.years
    named = [[one for one in side if not years or one.year in (None, *years)] for side in named]
    write = _summed if asked.kind == "sum" else _apart
    composed = write(named, asked)
    if composed is not None or covers_all(named):
        return composed
    return _lacking(named, asked, before, scope_text(searches[0].documents))


def _of_two_years(query: Query) -> Wanted | None:
    """What is compared of two years ("So sánh hồ sơ tiếp nhận năm 2031 và năm 2032")."""
    limits = query.limits
    if query.intent is not Intent.COMPARE or len(limits.years) != _PAIR or limits.alternatives:
        return None
    earlier, later = sorted(limits.years)
    return Wanted("difference", (query.topic_text,), "", (later, earlier))


def _by_name_alone(named: Sequence[Sequence[Named]]) -> list[list[Named]]:
    """The figures named in full beside one another: what else a question says is told otherwise."""
    whole = [[one for one in side if one.near >= _WHOLLY] for side in named]
    told = [{one.figure.text for one in side} for side in whole]
    both = set.intersection(*told) if told else set()
    return [[one for one in side if one.figure.text in both] for side in whole]


def _summed(named: Sequence[Sequence[Named]], asked: Wanted) -> Composed | None:
    if len(asked.things) < _PAIR or covers_all(named):
        return None
    page = Page()
    for chosen in sets_of(named, alike=False)[:_MOST_SETS]:
        values, unit = _values(chosen)
        total = sum(values, Decimal(0))
        if chosen[0].is_share and total > _HUNDRED:
            continue
        shown = _with_unit(total, unit)
        terms = " + ".join(number_text(plain(value)) for value in values)
        said = wording.SUM.format(document=_label(chosen), terms=terms, total=shown)
        _write(page, chosen, said, value=total, shown=shown, unit=unit)
    return Composed(page, path="passages") if page.lines else None


def _apart(named: Sequence[Sequence[Named]], asked: Wanted) -> Composed | None:
    page = Page()
    for chosen in sets_of(named, alike=True)[:_MOST_SETS]:
        _add_difference(page, chosen, [f"«{tidy(thing)}»" for thing in asked.things])
    return Composed(page, path="passages") if page.lines else None


def _lacking(
    named: Sequence[Sequence[Named]], asked: Wanted, before: Composed, scope: str
) -> Composed | None:
    """A refusal where some of the things have a figure and others have none."""
    if _tells_change(before):
        return None
    near = [[one for one in side if one.near >= _LEAST] for side in named]
    lacking = [thing for thing, side in zip(asked.things, near, strict=True) if not side]
    if not lacking or len(lacking) == len(asked.things):
        return None
    shown = [side[0] for side in near if side]
    return _lacks("», «".join(map(tidy, lacking)), scope, shown)


def _over_years(named: Sequence[Named], later: int | None, earlier: int | None) -> Composed | None:
    page = Page()
    for figures in _by_sentence(named):
        years = {one.year for one in figures}
        now = later if later is not None else max((year for year in years if year), default=None)
        past = earlier if earlier is not None else (now - 1 if now else None)
        pair = _of_years(figures, now, past)
        if pair is not None:
            names = [wording.YEAR.format(year=one.year) for one in pair]
            _add_difference(page, pair, names)
    if page.lines:
        return Composed(page, path="passages")
    stated = [one for one in named if _states(one, earlier)]
    if stated:
        return _stated(stated)
    held = [one for one in named if one.near >= FOUND and later in (None, one.year)]
    if not held or earlier is None:
        return None
    return _lacks(wording.YEAR.format(year=earlier), _label(held[:1]), held[:1])


def _of_years(
    figures: Sequence[Named], later: int | None, earlier: int | None
) -> tuple[Named, Named] | None:
    """The figure of each year: the best named of the later one, and its like of the earlier."""
    if later is None or earlier is None:
        return None
    now = best_of([one for one in figures if one.year == later])
    if now is None:
        return None
    like = [one for one in figures if one.year == earlier and one.unit[:3] == now.unit[:3]]
    past = best_of(like) or (like[0] if len(like) == 1 else None)
    return (now, past) if past is not None else None


def _by_sentence(named: Sequence[Named]) -> list[list[Named]]:
    """The figures of each sentence, then those of each document."""
    groups: dict[tuple[str, str], list[Named]] = {}
    whole: dict[str, list[Named]] = {}
    for one in named:
        figure = one.figure
        groups.setdefault((figure.unit.id, figure.text), []).append(one)
        whole.setdefault(figure.document.id, []).append(one)
    both = [group for group in groups.values() if len({one.year for one in group}) > 1]
    return both or [*whole.values()]


def _states(one: Named, earlier: int | None) -> bool:
    """Whether the sentence of a figure tells the change itself, since the year asked about."""
    told = fold(one.figure.text)
    if not (_CHANGED.search(told) or _FROM_TO.search(one.figure.text)):
        return False
    return earlier is None or str(earlier) in told or not re.search(r"so voi[^.;]*20\d\d", told)


def _stated(found: Sequence[Named]) -> Composed:
    page = Page()
    told = {(one.figure.document.id, one.figure.text): one for one in found}
    for one in [*told.values()][:_MOST_SETS]:
        label = document_labels([one.figure.document])[one.figure.document.id]
        page.add_of(label, tidy(one.figure.text), [one.figure.source])
    return Composed(page, path="passages")


def _tells_change(composed: Composed) -> bool:
    quotes = (citation.source.quote for citation in composed.page.citations)
    return composed.status == "answered" and any(_CHANGED.search(fold(one)) for one in quotes)


def _add_difference(page: Page, chosen: Sequence[Named], names: Sequence[str]) -> None:
    """One line: by how much the first figure differs from the second."""
    values, unit = _values(chosen)
    apart = values[0] - values[1]
    shown = amount_text(abs(apart), unit)
    template = wording.DIFFERENCE if apart else wording.SAME
    said = template.format(
        document=_label(chosen),
        one=names[0],
        other=names[1],
        direction=texts.HIGHER if apart > 0 else texts.LOWER,
        difference=shown,
        figures=_figures(chosen),
    )
    _write(page, chosen, said, value=abs(apart), shown=shown, unit=unit)


def _figures(chosen: Sequence[Named]) -> str:
    """The figures as they are written, held against one another."""
    units = ("" if one.figure.amount.unit else one.unit for one in chosen)
    told = (f"{one.figure.shown} {unit}".strip() for one, unit in zip(chosen, units, strict=True))
    return wording.AGAINST.join(told)


def _write(
    page: Page, chosen: Sequence[Named], said: str, *, value: Decimal, shown: str, unit: str
) -> None:
    sources: dict[str, Source] = {one.figure.text: one.figure.source for one in chosen}
    page.gap()
    page.add(said, [*sources.values()], bullet="")
    formula = said.replace("**", "")
    page.reckoned_figure(
        [*sources.values()], value=plain(value), shown=shown, unit=unit, formula=formula
    )
    for text, source in sources.items():
        page.add(tidy(text), [source])


def _values(chosen: Sequence[Named]) -> tuple[list[Decimal], str]:
    """The figures in the scale that they are written in, and their unit if it is one."""
    scales = {one.scale for one in chosen}
    units = {one.unit.casefold() for one in chosen}
    firsts = {unit.split()[0] if unit else "" for unit in units}
    unit = units.pop() if len(units) == 1 else firsts.pop() if len(firsts) == 1 else ""
    if len(scales) == 1 and "" not in scales:
        values = [value_of(one.figure.shown.split()[0]) for one in chosen]
        return values, f"{scales.pop()} {unit.split()[0] if unit else ''}".strip()
    return [one.figure.amount.value for one in chosen], unit


def _with_unit(value: Decimal, unit: str) -> str:
    number = number_text(plain(value))
    return f"{number}%" if unit == _PERCENT else f"{number} {unit}".strip()


def _label(chosen: Sequence[Named]) -> str:
    document = chosen[0].figure.document
    return document_labels([document])[document.id]


def _lacks(missing: str, scope: str, shown: Sequence[Named]) -> Composed:
    """A refusal that names the figure which is missing and shows the one there is."""
    page = Page()
    reason = wording.LACKS.format(missing=missing, scope=scope)
    page.raw(reason)
    page.gap()
    for one in shown:
        page.add(tidy(one.figure.text), [one.figure.source])
    return Composed(page, "refused", "passages", reason)
