"""Rules of the head: quốc hiệu, tiêu ngữ, issuing bodies, number, place and date, title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checking.form.anatomy import Anatomy
from assistant.checking.form.looks import looking
from assistant.checking.form.matching import begins
from assistant.checking.form.model import Line
from assistant.checking.form.ruleset import Violation, limits, words
from ingest.text.normal import match_key
from ingest.vocabulary import load

_SPACES = re.compile(r"\s+")
_BLANK = re.compile(r"[\s.…_]*")
_NUMBER = re.compile(r"(?P<count>[\d\s.…_]*)/(?P<sign>.*)")
_SIGN = re.compile(r"(?:\d{4}/)?[^\W\d_]+\d*(?:-[^\W\d_]+\d*)*(?:/[^\W\d_]+(?:-[^\W\d_]+)*)?")
_DATE = re.compile(
    r"^(?P<place>.*?)(?P<comma>,?)\s*ngày\s*(?P<day>\S*)\s*tháng\s*(?P<month>\S*)\s*năm",
    re.IGNORECASE,
)


def head(parts: Anatomy) -> Iterator[Violation]:
    """All rules of the head."""
    if parts.country is not None:
        yield from looking("quoc-hieu", [parts.country])
        yield from _wording("quoc-hieu-chu", parts.country, caps=True)
    if parts.motto is not None:
        yield from looking("tieu-ngu", [parts.motto])
        yield from _wording("tieu-ngu-chu", parts.motto, caps=False)
        yield from _apart(parts)
    yield from _issuers(parts.issuers)
    if parts.number is not None:
        yield from looking("so-ky-hieu", [parts.number])
        yield from _number(parts.number)
    if parts.dated is not None:
        yield from looking("dia-danh-ngay", [parts.dated])
        yield from looking("dia-danh-nghieng", [parts.dated])
        yield from _date(parts.dated)
    if parts.title is not None:
        yield from looking("ten-loai", [parts.title])
        yield from looking("trich-yeu", parts.subject)
        yield from looking("trich-yeu-dam", parts.subject)
    elif parts.letter_subject is not None:
        yield from looking("trich-yeu-cong-van", [parts.letter_subject])
    if parts.addressed is not None:
        yield from looking("kinh-gui", [parts.addressed])


def missing(parts: Anatomy) -> Iterator[Violation]:
    """Parts that an official document has and this one lacks."""
    if not any((parts.country, parts.motto, parts.number)):
        if not parts.begins_as_annex:
            yield Violation("phan-mo-dau", "không tìm thấy phần mở đầu của văn bản hành chính")
        return
    for part, name in (
        (parts.country, "quốc hiệu"),
        (parts.motto, "tiêu ngữ"),
        (parts.issuers or parts.country is None or parts.number is None, "tên cơ quan ban hành"),
        (parts.number, "số, ký hiệu"),
        (parts.dated, "địa danh và thời gian ban hành"),
        (parts.title or parts.letter_subject, "tên loại hoặc trích yếu"),
        (parts.closing.label, "nơi nhận"),
        (parts.closing.capacity, "chức vụ của người ký"),
    ):
        if not part:
            yield Violation("thanh-phan", f"không tìm thấy {name}")


def _wording(rule: str, line: Line, *, caps: bool) -> Iterator[Violation]:
    wanted = limits(rule).get("wording", "")
    written = _SPACES.sub(" ", line.text.replace("\u00a0", " ")).strip()
    # where capitals are wanted another rule looks at the case; HOÀ and HÒA are one spelling
    same = match_key(written) == match_key(wanted) if caps else written == wanted
    if not same:
        yield Violation(rule, f"ghi là “{written}”", line)


def _apart(parts: Anatomy) -> Iterator[Violation]:
    above, below = parts.country, parts.motto
    if above is None or below is None or below.index - above.index < 2:
        return
    # rows of one cell follow one another; blank lines between them are what is looked for
    if (above.table, above.row, above.column) == (below.table, below.row, below.column):
        yield Violation("tieu-ngu-lien", "có dòng trống giữa quốc hiệu và tiêu ngữ", below)


def _issuers(lines: tuple[Line, ...]) -> Iterator[Violation]:
    """The last body issues; a line that begins no body of its own goes on with the one above."""
    if not lines:
        return
    begin = next(
        (n for n in range(len(lines) - 1, 0, -1) if begins(lines[n], load("documents")["issuers"])),
        0,
    )
    yield from looking("co-quan-chu-quan", lines[:begin])
    yield from looking("co-quan-ban-hanh", lines[begin:])


def _number(line: Line) -> Iterator[Violation]:
    text = line.text.strip()
    label, colon, said = text.partition(":")
    if not colon or label.strip() != words("numbered")[0]:
        yield Violation("so-ky-hieu-dang", "sau “Số” không có dấu hai chấm", line)
        said = re.sub(r"^\w+\s*[.:]?", "", text)
    said = said.strip()
    split = _NUMBER.fullmatch(said)
    if split is None:
        yield Violation("so-ky-hieu-dang", f"ghi là “{said}”", line)
        return
    count, sign = split["count"], split["sign"]
    blank = _BLANK.fullmatch(count) is not None
    if not blank and len(count.strip()) == 1:
        yield Violation("so-hai-chu-so", f"số ghi là “{count.strip()}”", line)
    if (not blank and count != count.rstrip()) or re.search(r"\s", sign):
        yield Violation("so-khoang-trang", f"ghi là “{said}”", line)
    if _SIGN.fullmatch(re.sub(r"\s+", "", sign)) is None:
        yield Violation("so-ky-hieu-dang", f"ghi là “{said}”", line)


def _date(line: Line) -> Iterator[Violation]:
    found = _DATE.match(line.text.strip())
    if found is None:
        return
    if found["place"].strip() and not found["comma"]:
        yield Violation("dia-danh-dau-phay", "sau địa danh không có dấu phẩy", line)
    for name, word in (("day", "ngày"), ("month", "tháng")):
        below = limits("ngay-so-0").get(f"{name}_below", 0)
        written = found[name]
        if written.isdigit() and len(written) == 1 and int(written) < below:
            yield Violation("ngay-so-0", f"ghi là “{word} {written}”", line)
