from __future__ import annotations

from assistant.links import linked_ids, number_key, with_links
from ingest.model import Document, DocumentKind, Period


def paper(document_id: str, kind: DocumentKind, **known: object) -> Document:
    fields = {"id": document_id, "file": f"{document_id}.docx", "path": document_id, "kind": kind}
    return Document.model_validate({**fields, **known})


DECISION = paper(
    "qd",
    DocumentKind.DECISION,
    number="05/QĐ-SXD",
    issuer="Sở Xây dựng",
    province="Bến Tre",
    date="2031-01-10",
)
PLAN = paper(
    "kh",
    DocumentKind.PLAN,
    number="05/QĐ-SXD",
    attached_to="05/QĐ-SXD",
    issuer="Sở Xây dựng",
    period=Period.model_validate({"from": 2031, "to": 2031}),
)
ANNEX = paper("pl", DocumentKind.TASK_ANNEX, number="5/QĐ-SXD", attached_to="5/QĐ-SXD")


def by_id(*documents: Document) -> dict[str, Document]:
    return {document.id: document for document in with_links(documents)}


def test_an_annex_takes_what_it_lacks_from_the_document_it_is_attached_to() -> None:
    found = by_id(DECISION, ANNEX)["pl"]
    assert found.attached_document == "qd"
    assert (found.issuer, found.province, found.date) == ("Sở Xây dựng", "Bến Tre", "2031-01-10")
    assert found.number == "5/QĐ-SXD", "what it says itself stays as written"
    assert found.inherited == ("issuer", "province", "date")
    assert found.period is None


def test_a_chain_of_decision_plan_and_annex_is_followed() -> None:
    own = PLAN.model_copy(update={"number": "17/KH-SXD"})
    annex = ANNEX.model_copy(update={"number": None, "attached_to": "17/KH-SXD"})
    found = by_id(annex, own, DECISION)
    assert found["kh"].attached_document == "qd"
    assert found["pl"].attached_document == "kh"
    assert found["pl"].number == "17/KH-SXD"
    assert found["pl"].province == "Bến Tre"
    assert found["pl"].period is not None


def test_siblings_hang_on_the_decision_and_not_on_one_another() -> None:
    found = by_id(PLAN, ANNEX, DECISION)
    assert found["kh"].attached_document == "qd"
    assert found["pl"].attached_document == "qd"


def test_without_the_parent_nothing_is_inherited() -> None:
    assert by_id(PLAN, ANNEX)["pl"] == ANNEX


def test_the_same_number_of_another_body_or_of_a_later_year_is_no_parent() -> None:
    other = DECISION.model_copy(update={"issuer": "Sở Y tế"})
    annex = ANNEX.model_copy(update={"issuer": "Sở Xây dựng", "date": "2031-01-10"})
    assert by_id(other, annex)["pl"].attached_document is None
    later = DECISION.model_copy(update={"date": "2032-01-08"})
    assert by_id(later, annex)["pl"].attached_document is None


def test_two_decisions_of_one_number_leave_an_undated_annex_unlinked() -> None:
    later = DECISION.model_copy(update={"id": "qd32", "date": "2032-01-08"})
    assert by_id(DECISION, later, ANNEX)["pl"].attached_document is None


def test_choosing_a_decision_chooses_what_is_attached_to_it() -> None:
    linked = with_links((DECISION, PLAN, ANNEX))
    assert set(linked_ids(linked, ["qd"])) == {"qd", "kh", "pl"}
    assert linked_ids(linked, ["pl"]) == ("pl",)


def test_numbers_are_compared_without_case_blanks_and_leading_zeros() -> None:
    assert number_key("05 /QĐ-SXD") == number_key("5/qđ-sxd")
    assert number_key("5/QĐ-SXD") != number_key("15/QĐ-SXD")
