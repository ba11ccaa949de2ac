"""Settles how much is asked for: a count or a share, rows counted, a sum, what was assigned."""

from __future__ import annotations

from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent
from assistant.asking.questions.marking import Marked
from assistant.asking.questions.supposing import is_premised

_AMOUNT = "lượng"
_HOW = frozenset({("the", "nao"), ("nhu", "the", "nao"), ("ra", "sao")})
_OF_NUMBERS = frozenset({"may", "nao", "bao", "hieu", "ky", "gi"})
"""Words behind the "số" of a document."""
_MANY = frozenset({"nhieu", "may"})
_ALL = frozenset({("tat", "ca"), ("toan", "bo")})
_FIGURE_CUES = frozenset({"value", "lead"})
_COUNTS = frozenset({("bao", "nhieu"), ("may",)})
_POINT = "diem"
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_MOST_UNITS = 9
_DATED = 2
_HELD_TOGETHER = ("so", "sanh")
_YEAR = "năm"
_BEFORE_YEAR = frozenset(
    {"hang", "moi", "trong", "ca", "tung", "cac", "dau", "cuoi", "giua", "mot"}
)
_WHICH = "nao"
_EACH = frozenset({"hang", "moi", "tung"})
_SPANS = frozenset({"nam", "quy", "thang", "tuan", "ngay"})
_ASKING = frozenset({"nao", "may", "bao", "khi", "luc", "gi", "dau", "when"})
_SOME = frozenset({"mot", "trong", "con", "da", "thieu", "vo", "ma"})
"""Words that with "số" say something else than a number of things."""

_OF_RESULTS = frozenset({"đã", "chưa", "đang", "được"})
"""Words by which a number of tasks is a figure of a report, not of the rows of a plan."""


def settle_quantity(reading: Marked, lexicon: Lexicon) -> None:
    """Note the count or share that a question opens with."""
    quantity = _opening_quantity(reading, lexicon)
    if quantity is not None:
        reading.cues["quantity"] = {quantity}
        _keep_times(reading, lexicon)
        if not any(reading.has(group) for group in ("prose_topics", "says")):
            _ask_how_much(reading, lexicon)
    counted = quantity is not None or (reading.has("count") and reading.has("intent", "value"))
    if counted and _lists_nothing(reading, lexicon):
        reading.cues.get("intent", set()).discard("list")


def settle_every(reading: Marked, intent: Intent) -> None:
    """Let "mỗi năm", "hằng quý" only help to choose, where a figure of something is asked for."""
    words = reading.words
    for index in range(len(words) - 1 if intent is Intent.VALUE else 0):
        pair = (words[index].plain, words[index + 1].plain)
        others = reading.state[:index] + reading.state[index + 2 :]
        telling = reading.state[index : index + 2] == ["topic", "topic"] and "topic" in others
        if telling and pair[0] in _EACH and pair[1] in _SPANS:
            reading.mark(index, 2, "soft")


def _ask_how_much(reading: Marked, lexicon: Lexicon) -> None:
    """Read "ra sao" behind a number ("tỷ lệ … thế nào") as asking for it, not for running text."""
    said = [
        tuple(word.plain for word in reading.words[index : index + length])
        for index in range(len(reading.words))
        for length, cues in (lexicon.cues.at(reading.words, index),)
        if any(cue.group == "prose" for cue in cues)
    ]
    if said and all(one in _HOW for one in said):
        reading.cues.pop("prose", None)


def _keep_times(reading: Marked, lexicon: Lexicon) -> None:
    """Read "thời điểm" behind a number ("số … tại thời điểm báo cáo") as words, not as "when"."""
    words = reading.words
    named: list[tuple[int, int]] = []
    for index in range(len(words)):
        length, cues = lexicon.cues.at(words, index)
        if any(cue.group == "intent" and cue.name == "deadline" for cue in cues):
            if not _ASKING.isdisjoint(one.plain for one in words[index : index + length]):
                return
            named.append((index, length))
    if named and reading.has("intent", "deadline"):
        reading.cues["intent"].discard("deadline")
        for index, length in named:
            reading.mark(index, length, "soft")


def _opening_quantity(reading: Marked, lexicon: Lexicon) -> str | None:
    """The count or share that is asked for first, behind nothing but a frame, a place or a year.

    "Tôi cần số hồ sơ …", "Ở X tỷ lệ …"; no part of "một số" and no number of a document.
    """
    words = reading.words
    found_cues = reading.cues.get("intent", set()) - _FIGURE_CUES
    if _lists_nothing(reading, lexicon):
        found_cues -= {"list"}
    if tuple(word.plain for word in words[: len(_HELD_TOGETHER)]) == _HELD_TOGETHER:
        found_cues -= {"compare"}  # "so sánh số hồ sơ"
    asks_else = bool(found_cues) or any(
        reading.has(group) for group in ("askers", "fact", "says", "extreme")
    )
    for start in range(len(words)):
        length, found = lexicon.quantity.at(words, start)
        cue, _ = lexicon.cues.at(words, start)  # "so sánh" is no "số"
        alone = length > 1 or lexicon.compounds.at(words, start)[0] <= 1
        before = words[start - 1].plain if start else ""
        numbered = any(one.plain.isdigit() for one in words[start + 1 : start + 2])
        if found and alone and cue <= length:
            behind = start + length
            following = words[behind].plain if behind < len(words) else ""
            if before in _SOME or (start and (numbered or following in _OF_NUMBERS)):
                return None
            if lexicon.classifiers.at(words, behind)[0] and behind + 1 < len(words):
                reading.mark(behind, 1, "soft")  # "số lượt người"
            if words[start].accented == _AMOUNT:
                reading.mark(start, length, "gone")
            return found[0]
        if asks_else or reading.state[start] not in ("gone", "soft", "kind"):
            return None
    return None


def _lists_nothing(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether only "tất cả" reads like a list: beside a number it says of how many things it is."""
    for index in range(len(reading.words)):
        length, cues = lexicon.cues.at(reading.words, index)
        if any(cue.group == "intent" and cue.name == "list" for cue in cues):
            said = tuple(word.plain for word in reading.words[index : index + length])
            if said not in _ALL:
                return False
    return True


def settle_several(reading: Marked, lexicon: Lexicon) -> None:
    """Read "hai đơn vị nào" as a number of units taken for granted, not as subject matter."""
    words = reading.words
    for place, word in enumerate(words):
        if reading.state[place] == "gone":
            continue  # the number of a code ("KV-07")
        number = _NUMBERS.get(word.accented) or (int(word.plain) if word.plain.isdigit() else 0)
        if not 1 < number <= _MOST_UNITS or not (reading.accented or word.plain.isdigit()):
            continue
        before = words[place - 1].plain if place else ""
        if word.accented == _YEAR and before in _BEFORE_YEAR:
            continue  # "hằng năm đơn vị nào" names no five units
        noun, _ = lexicon.grouped.at(words, place + 1)
        following = [one.plain for one in words[place + 1 + noun : place + 2 + noun]]
        if noun and following == [_WHICH]:
            reading.several = number
            reading.mark(place, 1, "gone")


def settle_points(reading: Marked) -> None:
    """Read "bao nhiêu điểm" beside a comparison as its measure, not as what is compared."""
    if not reading.has("intent", "compare"):
        return
    plain = [word.plain for word in reading.words]
    for place, word in enumerate(plain):
        asked = any(tuple(plain[max(0, place - len(one)) : place]) == one for one in _COUNTS)
        if word == _POINT and asked and reading.state[place] == "topic":
            reading.mark(place, 1, "gone")


def settle_assigned(reading: Marked, lexicon: Lexicon) -> None:
    """Give "được giao" back to the topic where a number is asked for ("số biên chế được giao")."""
    numeric = any(reading.has(cue) for cue in ("quantity", "totals", "count"))
    numeric = numeric or reading.has("intent", "compare") or _supposes_number(reading)
    numeric = numeric or _of_a_year(reading)
    if reading.has("askers") or not (numeric or reading.has("intent", "value")):
        return
    leads = [(index, length) for name, index, length in reading.roles if name == "lead"]
    if not leads or any(
        lexicon.weak_leads.at(reading.words, index)[0] != length for index, length in leads
    ):
        return
    reading.cues["intent"].discard("lead")
    reading.roles = [role for role in reading.roles if role[0] != "lead"]
    state = "soft" if reading.has("counted") else "topic"
    for index, length in leads:
        reading.mark(index, length, "soft" if _is_done_by_plan(reading, index) else state)
        last = index + length - 1
        if length > 1 and lexicon.function.at(reading.words[: last + 1], last)[0]:
            reading.mark(last, 1, "gone")  # "được giao cho"


def _of_a_year(reading: Marked) -> bool:
    """Whether nothing is asked, and a year stands behind: "kinh phí giao năm 2031" is a figure."""
    leads = [(index, length) for name, index, length in reading.roles if name == "lead"]
    plain = [word.plain for word in reading.words]
    if len(leads) != 1 or reading.units or reading.cues["intent"] != {"lead"}:
        return False
    index, length = leads[0]
    behind = plain[index + length :]
    named = reading.state[:index][-1:] == ["topic"]
    return named and len(behind) == _DATED and behind[0] == "nam" and behind[1].isdigit()


def _supposes_number(reading: Marked) -> bool:
    """Whether a number is taken for true that no unit is given ("được giao 36 biên chế")."""
    told = zip(reading.words, reading.state, strict=True)
    number = any(word.plain[:1].isdigit() and state == "topic" for word, state in told)
    return number and not reading.units and is_premised(reading)


def _is_done_by_plan(reading: Marked, index: int) -> bool:
    """Whether a document is named right before a verb: it assigns ("Kế hoạch năm 2031 giao")."""
    before = [state for state in reading.state[:index] if state not in ("gone", "soft")]
    return before[-1:] == ["kind"] or (index > 0 and not before and bool(reading.numbers))


def settle_count(reading: Marked, lexicon: Lexicon) -> None:
    """Keep the counting cue only where records are counted ("bao nhiêu nhiệm vụ")."""
    words = reading.words
    last = len(words) - 1
    if last > 0 and words[last - 1].plain in _MANY and lexicon.classifiers.at(words, last)[0] == 1:
        reading.mark(last, 1, "soft")  # "... là bao nhiêu bộ?"
    if not reading.has("count"):
        return
    for index in range(len(words)):
        length, _ = lexicon.count.at(words, index)
        reading.counted.update(range(index + length, index + length + 2) if length else ())
    for index in reading.counted:
        following = reading.state[index + 1 : index + 2]
        classifier = lexicon.classifiers.at(words, index)[0] == 1
        if (
            following in (["topic"], [])
            and classifier
            and not lexicon.compounds.at(words, index)[0]
        ):
            reading.mark(index, 1, "soft")
    counted = any(
        length and lexicon.countable.at(words, index + length)[0]
        for index in range(len(words))
        for length in (lexicon.count.at(words, index)[0],)
    )
    if counted:
        reading.cues.setdefault("counted", set()).add("counted")


def settle_totals(reading: Marked, lexicon: Lexicon) -> None:
    """Note that a sum is asked for; before what records are ("tổng số nhiệm vụ") it counts them.

    So does a mere "số nhiệm vụ" in a question that is accented and asks nothing else.
    """
    words = reading.words
    number = next((index for index, state in enumerate(reading.state) if state != "gone"), 0) - 1
    if reading.accented and reading.has("quantity", "count") and number >= 0:
        length, _ = lexicon.quantity.at(words, number)
        done = any(word.accented in _OF_RESULTS for word in words[number:])
        if length == 1 and lexicon.countable.at(words, number + 1)[0] and not done:
            reading.cues.setdefault("counted", set()).add("counted")
    if reading.has("wholes"):
        reading.cues.setdefault("totals", set()).add("totals")
    for index in range(len(words)):
        length, _ = lexicon.totals.at(words, index)
        if not length:
            continue
        reading.cues.setdefault("totals", set()).add("totals")
        if lexicon.countable.at(words, index + length)[0]:
            reading.cues.setdefault("counted", set()).add("counted")
            reading.mark(index, length, "gone")
