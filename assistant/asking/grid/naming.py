"""Which rows of a table a question names: whole, by most of their words, by a code, by a body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.shape import Grid, Row
from assistant.asking.grid.sight import Sight
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.extraction.value_columns import is_code as heads_codes

_NAMED, _SURELY = 0.51, 0.8
_PARTLY, _SEVERAL = 0.3, 3
_OPENING = 4
_LONG_CODE = 5
_MOST_TIED = 4
_NEAR_TIE = 0.02

Choice = tuple[tuple[Row, ...], bool, frozenset[int]]


def row_choices(sight: Sight) -> list[Choice]:
    """The rows that may be meant, whether they are named, and the words that name them."""
    numbers = tuple(row.number for row in sight.rows)
    key = (sight.above, sight.rows_by_time, numbers)
    return [*sight.asked.once(key, sight.grid, lambda: _row_choices(sight))]


def _row_choices(sight: Sight) -> list[Choice]:
    asked, grid = sight.asked, sight.grid
    unnamed: Choice = (sight.rows, False, frozenset())
    if sight.rows_by_time:
        return [(sight.rows, True, frozenset())]
    if asked.bound is not None:
        return [unnamed]
    own: dict[int, frozenset[str]] = {}
    counts: Counter[str] = Counter()
    whole: list[tuple[Row, frozenset[int]]] = []
    partly: list[tuple[float, Row, frozenset[int]]] = []
    for row in sight.rows:
        if row.whole:
            continue
        codes = [
            row.code,
            *(
                cell.text
                for title, cell in row.cells.items()
                if title != grid.naming and _is_code(cell.text)
            ),
        ]
        exact = (
            _numbered_at(asked, row)
            or asked.phrase_at(row.name)
            or _code_at(asked, codes)
            or asked.acronym_in(row.name)
        )
        if exact:
            whole.append((row, exact))
        places = asked.found(row.name)
        told = {asked.plain[place] for place in places & asked.content}
        if not told:
            continue
        if not own:
            own = {one.number: asked.telling(one.name) for one in grid.rows}
            counts.update(word for telling in own.values() for word in telling)
        words = own[row.number]
        weight = sum(1 / counts[word] for word in words) or 1.0
        held = sum(1 / counts[word] for word in words & {asked.plain[place] for place in places})
        share = held / weight
        fresh = places & asked.content - (sight.above if share < _SURELY else frozenset())
        if fresh and (share >= _NAMED or (share >= _PARTLY and len(fresh) >= _SEVERAL)):
            held = sum(1 / counts[word] for word in words & told)
            partly.append((held or 0.5 * len(told) / (1 + len(grid.rows)), row, places))
    choices: list[Choice] = []
    if not whole and (opened := _opened(sight)) is not None:
        return [opened, unnamed]
    if whole:
        kept = _longest(whole)
        used = frozenset().union(*(places for _, places in kept))
        choices.append((tuple(row for row, _ in kept), True, used))
    for best in sorted(partly, key=lambda one: -one[0])[:_MOST_TIED]:
        tied = [one for one in partly if one[2] == best[2] and abs(one[0] - best[0]) < _NEAR_TIE]
        if len(tied) <= _MOST_TIED:
            choices.append((tuple(one[1] for one in tied), True, best[2]))
    return [*choices, unnamed]


def _opened(sight: Sight) -> Choice | None:
    """The one row with whose first words the question names it ("cấp giấy phép lao động").

    A row that goes on likewise behind another verb ("gia hạn giấy phép lao động") is not meant.
    """
    asked = sight.asked
    runs = sorted(
        (
            (_run(asked, words), row)
            for row in sight.rows
            if not row.whole and (words := plain_phrase(row.name))
        ),
        key=lambda one: -one[0],
    )
    if not runs or runs[0][0] < _OPENING or (len(runs) > 1 and runs[1][0] > runs[0][0] - 2):
        return None
    row = runs[0][1]
    places = asked.found(row.name)
    return ((row,), True, places) if places & asked.content - sight.above else None


def _run(asked: Asked, words: Phrase) -> int:
    """How many of the first words of a name stand in the question one behind another."""
    longest = 0
    for size in range(1, len(words) + 1):
        if contains(asked.plain, words[:size]) < 0:
            break
        longest = size
    return longest


def _numbered_at(asked: Asked, row: Row) -> frozenset[int]:
    """The places of a code of figures that stands in a column of codes ("mã 1.000389")."""
    for title, cell in row.cells.items():
        text = cell.text.strip()
        if len(text) < _LONG_CODE or not heads_codes(title):
            continue
        if found := re.search(rf"(?<![\w.]){re.escape(text)}(?![\w.]\w)", asked.typed):
            inside = range(*found.span())
            return frozenset(p for p, word in enumerate(asked.words) if word.start in inside)
    return frozenset()


def _is_code(text: str) -> bool:
    """Whether a cell numbers its row by letters and digits ("NV02")."""
    return len(text) <= 8 and any(c.isdigit() for c in text) and any(c.isalpha() for c in text)


def _code_at(asked: Asked, codes: Sequence[str]) -> frozenset[int]:
    """The places of a code that stands whole: "năm" alone is not "Năm 2051"."""
    found: set[int] = set()
    for code in codes:
        words = plain_phrase(code)
        for start in range(len(asked.plain) if words else 0):
            if tuple(asked.plain[start : start + len(words)]) == words:
                found.update(range(start, start + len(words)))
    return frozenset(found)


def _longest(whole: Sequence[tuple[Row, frozenset[int]]]) -> list[tuple[Row, frozenset[int]]]:
    """The rows whose names stand whole in the question, without those inside a longer name."""
    return [(row, places) for row, places in whole if not any(places < other for _, other in whole)]


def tells_of(grid: Grid, issuers: Sequence[Phrase]) -> bool:
    """Whether a row or column of a table is that of one of these bodies, perhaps by initials."""
    said = [row.name for row in grid.rows] + [column.said for column in grid.columns]
    said += [text for row in grid.rows for text in row.above]
    initials = {"".join(word[:1] for word in issuer) for issuer in issuers}
    words = [plain_phrase(text) for text in dict.fromkeys(said)]
    return any(
        contains(each, issuer) >= 0 for each in words for issuer in issuers
    ) or not initials.isdisjoint(word for each in words for word in each)
