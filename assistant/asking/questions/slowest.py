"""Whether "chậm nhất" asks for what is slowest, or says until when ("chậm nhất ngày nào")."""

from __future__ import annotations

from itertools import pairwise

from assistant.asking.questions.marking import Marked

_WHICH, _DUE = "nao", "han"
_SLOWEST = ("cham", "nhat")
_TIMES = frozenset({"ngay", "thang", "quy", "nam", "luc", "khi", "gio", "hom", "tuan", "buoi"})
_SCOPES = frozenset({"o", "cua", "tai", "trong", "tinh", "toan", "va", "thi"})
"""What may follow where things are compared, and no day does."""


def slowest(reading: Marked) -> list[int]:
    """The places where "chậm nhất" compares ("phòng nào làm chậm nhất") and limits no time."""
    plain = [word.plain for word in reading.words]
    which = plain.index(_WHICH) if _WHICH in plain else 0
    if not which or plain[which - 1] in _TIMES or reading.window is not None or _DUE in plain:
        return []
    places = [place for place, pair in enumerate(pairwise(plain)) if pair == _SLOWEST]
    behind = [plain[place + 2 : place + 3] for place in places]
    return places if all(not one or one[0] in _SCOPES for one in behind) else []
