from __future__ import annotations

from pathlib import Path

from evals.families.generate import families
from evals.families.misspelling import with_typo, without_diacritics
from evals.outcome import resolved


def test_the_same_seed_gives_the_same_documents_and_questions(tmp_path: Path) -> None:
    first, second = families(), families()
    assert [each.cases() for each in first] == [each.cases() for each in second]
    for one, other in zip(first, second, strict=True):
        texts = []
        for family, name in ((one, "a"), (other, "b")):
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            paths = family.write(folder)
            texts.append([p.read_text("utf-8") for p in paths if p.suffix == ".txt"])
        assert texts[0] == texts[1]


def test_another_seed_gives_other_facts() -> None:
    assert [each.facts for each in families(1)] != [each.facts for each in families(2)]


def test_families_ask_enough_and_a_third_has_no_answer() -> None:
    cases = [case for family in families() for case in family.cases()]
    assert len(cases) >= 150
    assert sum(case.unanswerable for case in cases) >= 0.3 * len(cases)
    assert {tag for case in cases for tag in case.tags} >= {"no_diacritics", "typo"}
    assert len({case.id for case in cases}) == len(cases)


def test_every_gold_unit_stands_in_the_written_files_of_every_layout(tmp_path: Path) -> None:
    suffixes = set()
    for family in families():
        files = family.write(tmp_path)
        suffixes |= {file.suffix for file in files}
        for case in family.cases():
            for gold in resolved(case, files):
                places = {(block.table, block.row) for block in gold.blocks}
                assert (gold.unit.table, gold.unit.row) in places
    assert suffixes == {".txt", ".docx", ".xlsx"}


def test_questions_are_misspelt_without_losing_their_figures() -> None:
    import random

    question = "Đơn vị nào chủ trì chỉ tiêu năm 2031?"
    assert without_diacritics(question) == "Don vi nao chu tri chi tieu nam 2031?"
    spelt = {with_typo("Khảo sát doanh nghiệp 2031", random.Random(n)) for n in range(20)}
    assert "Khảo sát doanh nghiệp 2031" not in spelt - {"Khảo sát doanh nghiệp 2031"}
    assert len(spelt) > 3
    assert all("2031" in each for each in spelt)
