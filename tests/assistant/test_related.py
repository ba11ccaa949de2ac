from __future__ import annotations

from assistant.commands.display import document_list
from assistant.links import with_links
from assistant.related import relations_of
from assistant.versions import with_versions
from tests.assistant.test_links import ANNEX, DECISION, PLAN
from tests.assistant.test_versions import plan


def test_inherited_data_are_shown_as_inherited() -> None:
    annex = with_links((DECISION, ANNEX))[1]
    (sentence,) = relations_of(annex)
    assert "qd" in sentence
    assert "lấy từ đó: cơ quan ban hành, tỉnh, thành phố, ngày" in sentence
    assert sentence in document_list([annex])


def test_a_parent_that_is_not_stored_is_named_by_its_number() -> None:
    assert relations_of(PLAN) == ("Kèm theo văn bản số 05/QĐ-SXD, chưa có trong kho.",)


def test_versions_name_one_another() -> None:
    older, newer = with_versions((plan("a"), plan("b", date="2031-03-01")))
    assert "b" in relations_of(older)[0]
    assert "a" in relations_of(newer)[0]


def test_a_document_on_its_own_has_nothing_to_say() -> None:
    assert relations_of(DECISION) == ()
