from __future__ import annotations

import pytest

from assistant.versions import successions, with_versions
from ingest.model import Document, DocumentKind, Period
from tests.assistant.test_links import paper

TITLE = "KẾ HOẠCH Cải cách hành chính năm 2031 của Sở Xây dựng"


def plan(document_id: str, **known: object) -> Document:
    fields: dict[str, object] = {
        "issuer": "Sở Xây dựng",
        "province": "Bến Tre",
        "title": TITLE,
        "number": "17/KH-SXD",
        "date": "2031-01-22",
        "period": Period.model_validate({"from": 2031, "to": 2031}),
        **known,
    }
    return paper(document_id, DocumentKind.PLAN, **fields)


def pairs(*documents: Document) -> list[tuple[str, str, str]]:
    return sorted((pair.newer.id, pair.older.id, pair.why) for pair in successions(documents))


def test_one_number_in_one_year_is_one_document_in_versions() -> None:
    later = plan("b", date="2031-02-15", title="Khác")
    assert pairs(later, plan("a")) == [("b", "a", "number")]


def test_numbers_begin_anew_each_year_and_in_each_body() -> None:
    next_year = plan("b", date="2032-01-20", title="KẾ HOẠCH cải cách hành chính năm 2032 của Sở")
    elsewhere = plan("c", province="Trà Vinh")
    other = plan("d", issuer="Sở Y tế", title="KẾ HOẠCH khác hẳn của năm 2031")
    assert pairs(plan("a"), next_year, elsewhere, other) == []


def test_one_number_of_unknown_provinces_is_no_sign_unless_the_title_agrees() -> None:
    first, other = plan("a", province=None), plan("b", province=None, title="KẾ HOẠCH khác hẳn")
    assert pairs(first, other) == []
    assert pairs(first, plan("c", province=None, date="2031-03-01")) == [("c", "a", "number")]


def test_one_title_with_another_date_is_a_later_version() -> None:
    assert pairs(plan("a"), plan("b", number="40/KH-SXD", date="2031-06-01")) == [
        ("b", "a", "title")
    ]


def test_a_draft_without_date_and_number_comes_before_what_was_issued() -> None:
    draft = plan("a", number=None, date=None, title=f"DỰ THẢO {TITLE}")
    assert pairs(plan("b"), draft) == [("b", "a", "title")]


@pytest.mark.parametrize(
    "changes",
    [
        {"province": None},
        {"issuer": None},
        {"title": "KẾ HOẠCH Kiểm tra công vụ năm 2031 của Sở Xây dựng"},
        {"title": "Phụ lục số liệu"},
        {"period": Period.model_validate({"from": 2032, "to": 2032})},
        {"date": "2031-01-22"},
    ],
)
def test_what_differs_or_is_unknown_makes_no_version(changes: dict[str, object]) -> None:
    other = plan("b", **{"number": "40/KH-SXD", "date": "2031-06-01", **changes})
    assert pairs(plan("a"), other) == []


def test_two_annexes_of_one_plan_are_not_versions_of_one_another() -> None:
    annexes = [
        paper(
            name,
            DocumentKind.TASK_ANNEX,
            number="17/KH-SXD",
            attached_to="17/KH-SXD",
            title=f"PHỤ LỤC {name} danh mục nhiệm vụ năm 2031",
            issuer="Sở Xây dựng",
            date="2031-01-22",
        )
        for name in ("I", "II")
    ]
    assert pairs(*annexes) == []


def test_an_amendment_follows_the_plan_whose_number_it_names() -> None:
    amending = plan("b", number="40/KH-SXD", date="2031-06-01", amends="17/KH-SXD", title="Sửa")
    (pair,) = successions((plan("a"), amending))
    assert (pair.newer.id, pair.older.id, pair.why, pair.whole) == ("b", "a", "amendment", False)


def test_a_replacement_leaves_nothing_of_the_older_one() -> None:
    newer = plan("b", number="40/KH-SXD", date="2031-06-01", replaces="17/KH-SXD", title="Mới")
    (pair,) = successions((plan("a"), newer))
    assert pair.whole


def test_an_amendment_means_the_document_of_its_own_body_and_of_the_latest_year_before() -> None:
    amending = plan("b", number="40/KH-SXD", date="2031-06-01", amends="17/KH-SXD", title="Sửa")
    last_year = plan("old", date="2030-01-20", title="Kế hoạch cũ")
    after = plan("after", date="2032-01-20", title="Kế hoạch sau")
    elsewhere = plan("c", province="Trà Vinh")
    assert pairs(amending, plan("a"), last_year, after, elsewhere) == [("b", "a", "amendment")]


def test_listing_names_older_and_newest_versions() -> None:
    first, second, third = (
        plan("a"),
        plan("b", date="2031-03-01"),
        plan("c", number="60/KH-SXD", date="2031-08-01", amends="17/KH-SXD", title="Sửa đổi"),
    )
    found = {document.id: document for document in with_versions((first, second, third))}
    assert found["a"].superseded_by == "c"
    assert found["b"].supersedes == ("a",)
    assert found["b"].superseded_by == "c"
    assert set(found["c"].supersedes) == {"a", "b"}
    assert found["c"].superseded_by is None


def test_documents_without_versions_are_listed_as_they_are() -> None:
    assert with_versions((plan("a"),)) == (plan("a"),)
