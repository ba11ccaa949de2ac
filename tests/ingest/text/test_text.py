from __future__ import annotations

import pytest

from ingest.text.deadlines import parse_deadline, split_deadlines
from ingest.text.markup import emphasis_pieces, without_residue
from ingest.text.normal import fold, match_key, slug
from ingest.text.numbering import label_of
from ingest.text.numbers import amounts, plain
from ingest.text.organisations import same_unit, split_units, unit_slug
from ingest.text.roles import roles_in


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hoà giải", "hòa giải"), ("Uỷ ban", "ủy ban"), ("thuý", "thúy"), ("quý", "quý"),
        ("ĐƠN VỊ", "đơn vị"), ("Ðà Nẵng", "đà nẵng"), ("cải  cách", "cải cách"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_share_a_key(left: str, right: str) -> None:
    assert match_key(left) == match_key(right)


def test_a_query_without_accents_finds_the_accented_text() -> None:
    assert fold("Đơn vị nào chủ trì") == "don vi nao chu tri"
    assert slug("Phòng Hành chính & Tổ chức") == "phong-hanh-chinh-to-chuc"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8.952/8.957 hồ sơ", [("8952", None, "8957")]),
        ("đạt 99,9 % hồ sơ", [("99.9", "%", None)]),
        ("tăng 2,5 điểm phần trăm", [("2.5", "điểm phần trăm", None)]),
        ("1,5 tỷ đồng", [("1500000000", None, None)]),
        ("tỷ lệ 5 tỷ lệ", [("5", None, None)]),
        ("số 19/2023/QĐ-UBND", []),
        ("ngày 31/12/2027", []),
        ("Mẫu TP-CC-09", []),
    ],
)
def test_amounts_are_found_and_numbers_of_documents_are_not(
    text: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    got = [(plain(a.value), a.unit, plain(a.of) if a.of else None) for a in amounts(text)]
    assert got == found


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Quý I/2027", "period", "2027-01-01", "2027-03-31"),
        ("Quý III, IV năm 2027", "period", "2027-07-01", "2027-12-31"),
        ("Trước ngày 20/3", "before", None, "2029-03-20"),
        ("Trước tháng 6/2027", "before", None, "2027-05-31"),
        ("Đến hết ngày 31/12/2027", "before", None, "2027-12-31"),
        ("Tháng 02/2028", "month", "2028-02-01", "2028-02-29"),
        ("Tháng 01 hàng năm", "recurring", None, None),
        ("Từ tháng 3/2027", "open", "2027-03-01", None),
        ("Từ 01/3/2027 đến 30/4/2027", "period", "2027-03-01", "2027-04-30"),
        ("Năm 2026 - 2030", "year", "2026-01-01", "2030-12-31"),
        ("6 tháng đầu năm 2027", "period", "2027-01-01", "2027-06-30"),
        ("Thường xuyên trong năm 2027", "continuous", "2027-01-01", "2027-12-31"),
        ("Hằng quý theo Kế hoạch", "recurring", None, None),
        ("Trong vòng 03 ngày kể từ ngày có Quyết định", "offset", None, None),
        ("Trong 05 ngày làm việc kể từ ngày nhận hồ sơ", "offset", None, None),
        ("Ngay sau khi được phê duyệt", "trigger", None, None),
        ("Theo tiến độ của Trung ương", "external", None, None),
        ("Liên hệ sau", "open", None, None),
    ],
)
def test_deadlines_are_read(text: str, kind: str, start: str | None, end: str | None) -> None:
    deadline = parse_deadline(text, year=2029)
    assert (deadline.kind, deadline.from_, deadline.to) == (kind, start, end)
    assert deadline.text == text


def test_a_date_without_a_year_stays_undated_when_no_year_is_known() -> None:
    assert parse_deadline("Trước ngày 20/3").to is None


def test_a_cell_with_several_deadlines_is_split() -> None:
    assert split_deadlines("- Trước ngày 10/3;\n- Trước ngày 10/9.") == [
        "Trước ngày 10/3",
        "Trước ngày 10/9",
    ]
    assert len(split_deadlines("Sau khi có ý kiến; theo mẫu")) == 1


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Phòng Phổ biến, giáo dục pháp luật", ["Phòng Phổ biến, giáo dục pháp luật"]),
        ("Phòng A, Trung tâm B; Văn phòng", ["Phòng A", "Trung tâm B", "Văn phòng"]),
        ("Các Phòng, Trung tâm thuộc Sở", ["Các Phòng, Trung tâm thuộc Sở"]),
        ("Phòng Thanh tra - Tiếp dân", ["Phòng Thanh tra - Tiếp dân"]),
        ("- Văn phòng Sở\n- Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"]),
        ("Đội Quản lý trật tự", ["Đội Quản lý trật tự"]),
    ],
)
def test_lists_of_units_are_split_at_units_only(text: str, units: list[str]) -> None:
    assert list(split_units(text)) == units


@pytest.mark.parametrize(
    ("text", "lead", "helpers"),
    [
        ("Phòng A chủ trì, phối hợp với Phòng B", ["Phòng A"], ["Phòng B"]),
        ("- Chủ trì: Phòng A - Văn phòng Sở phối hợp", ["Phòng A"], ["Văn phòng Sở"]),
        (
            "Chủ trì: Phòng A; phối hợp: Phòng B, Trung tâm C",
            ["Phòng A"],
            ["Phòng B", "Trung tâm C"],
        ),
        ("Theo hướng dẫn của Sở Nội vụ", [], []),
        ("Phòng A chủ trì trang tin; Phòng B chủ trì cơ sở dữ liệu", ["Phòng A", "Phòng B"], []),
        ("Thanh tra Sở", ["Thanh tra Sở"], []),
        ("Phòng A chủ trì, Phòng B phối hợp thực hiện", ["Phòng A"], ["Phòng B"]),
    ],
)
def test_roles_are_read_from_free_text(text: str, lead: list[str], helpers: list[str]) -> None:
    roles = roles_in(text)
    assert (list(roles.lead), list(roles.coordinating)) == (lead, helpers)


def test_variants_of_a_unit_join_and_different_units_do_not() -> None:
    assert unit_slug("VP Sở") == unit_slug("Văn phòng Sở") == "van-phong-so"
    assert same_unit("Phòng Hành chính và Hỗ trợ tư pháp", "Phòng HC&BTTP")
    assert not same_unit("Phòng Hành chính tư pháp", "Phòng Hành chính và Bổ trợ tư pháp")
    assert unit_slug("Phòng Vũ trụ học") == "phong-vu-tru-hoc"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("III. KINH PHÍ", "roman", "III"), ("2.1.3. Nhiệm vụ", "arabic", "2.1.3"),
        ("2. 100% hồ sơ", "arabic", "2"), ("a) Đến năm 2030", "letter", "a"),
        ("- 5.2. Mục tiêu", "arabic", "5.2"), ("- Rà soát", "bullet", "-"),
        ("Điều 3. Hiệu lực", "article", "Điều 3"), ("B. Nội dung", "capital", "B"),
    ],
)  # fmt: skip
def test_labels_are_recognised(text: str, kind: str, value: str) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.kind, label.value) == (kind, value)


@pytest.mark.parametrize("text", ["Văn phòng Sở", "100% hồ sơ", "Internet vạn vật", "2027 là năm"])
def test_ordinary_text_has_no_label(text: str) -> None:
    assert label_of(text) is None


def test_residue_goes_and_words_stay() -> None:
    assert without_residue("<p>a &amp; b</p><p>c</p> [bookmark: x]d") == "a & b\nc d"
    assert without_residue("<http://vidu.vn>") == "<http://vidu.vn>"
    pieces, bold = emphasis_pieces("**Điều 1.** Ban hành *kèm theo*")
    assert "".join(pieces) == "Điều 1. Ban hành kèm theo"
    assert not bold


def test_soft_hyphens_that_stand_for_hyphens_become_hyphens() -> None:
    written = "Số: 71/QĐ\u00adUBND, giai đoạn 2021\u00ad2025, Độc lập \u00ad Tự do, chi\u00adtiết"

    assert without_residue(written) == (
        "Số: 71/QĐ-UBND, giai đoạn 2021-2025, Độc lập - Tự do, chi\u00adtiết"
    )
