"""What the check of a document shows: counts, findings, figures, filters."""

from __future__ import annotations

from assistant.answer import Check, CheckSummary, Figure, Finding
from ingest.model import Source
from tests.ui.material import PROSE_SOURCE, checked
from ui import texts
from ui.look import STYLE
from ui.render_checking import (
    ALL,
    ATTENTION,
    MOST_FIGURES,
    MOST_FINDINGS,
    figures_html,
    filter_choices,
    filtered,
    findings_html,
    first_filter,
    summary_html,
    verdict_mood,
)

NASTY = "<img src=x onerror=alert(1)>${process.env}`{{x}}`"


def test_the_summary_counts_in_words() -> None:
    html = summary_html(checked("bao-cao.txt"), ())
    for words in ("4 số liệu", "1 khớp", "1 không có nguồn", "1 lỗi", "1 chỗ cần xem", "0 lưu ý"):
        assert words in html


def test_a_finding_shows_its_severity_in_words_and_both_places() -> None:
    html = findings_html(checked("bao-cao.txt").findings)
    assert 'cchc-bad">lỗi<' in html
    assert 'cchc-warn">cần xem<' in html
    assert "bao-cao.txt" in html
    assert "<q>đạt 64,1% giao dịch</q>" in html
    assert "thong-ke-2026.xlsx" in html
    assert "Bảng 2 · Dòng 14" in html
    assert "<q>Tỷ lệ giao dịch</q> · <q>61,4 %</q>" in html


def test_no_finding_is_said() -> None:
    assert texts.NO_FINDINGS in findings_html(())


def test_a_figure_shows_value_verdict_explanation_and_evidence() -> None:
    html = figures_html(checked("bao-cao.txt").figures, "contradicted")
    assert "64,1 %" in html
    assert 'cchc-bad">mâu thuẫn<' in html
    assert "khác “61,4 %”" in html
    assert "thong-ke-2026.xlsx" in html
    assert "và 1 chỗ khác" in html
    assert "12.480" not in html


def test_values_are_written_as_vietnamese_writes_them_with_the_units_own_letters() -> None:
    html = figures_html(checked("bao-cao.txt").figures, ALL)
    assert "12.480 hồ sơ</div>" in html
    assert "31 TTHC</div>" in html


def test_the_filter_offers_the_verdicts_that_occur_with_their_counts() -> None:
    figures = checked("bao-cao.txt").figures
    assert filter_choices(figures) == [
        ("tất cả (4)", ALL),
        ("chưa khớp (2)", ATTENTION),
        ("khớp (1)", "match"),
        ("suy ra (1)", "derived"),
        ("mâu thuẫn (1)", "contradicted"),
        ("không có nguồn (1)", "unsourced"),
        ("không phải số liệu (1)", "not_a_claim"),
    ]


def test_each_filter_keeps_its_figures() -> None:
    figures = checked("bao-cao.txt").figures
    kept = {
        chosen: [figure.text for figure in filtered(figures, chosen)]
        for chosen in (ALL, ATTENTION, "not_a_claim", "wrong_unit")
    }
    assert kept == {
        ALL: ["12.480 hồ sơ", "75,0%", "64,1%", "31 TTHC"],
        ATTENTION: ["64,1%", "31 TTHC"],
        "not_a_claim": ["năm 2026"],
        "wrong_unit": [],
    }
    assert texts.NO_FIGURES in figures_html(figures, "wrong_unit")


def test_what_a_person_should_look_at_is_shown_first() -> None:
    figures = checked("bao-cao.txt").figures
    assert first_filter(figures) == ATTENTION
    assert first_filter(figures[:2]) == ALL


def test_every_verdict_has_a_colour_and_every_colour_a_style() -> None:
    moods = {verdict: verdict_mood(verdict) for verdict in texts.VERDICTS}
    assert (moods["match"], moods["derived"], moods["rounded"]) == ("good", "good", "good")
    assert (moods["contradicted"], moods["ambiguous"]) == ("bad", "warn")
    css = STYLE.read_text(encoding="utf-8")
    for mood in {*moods.values(), "info"}:
        assert f".cchc-{mood} {{" in css


def test_a_very_long_check_is_cut_and_the_rest_is_counted() -> None:
    figures = [Figure(text=f"{n} hồ sơ") for n in range(MOST_FIGURES + 5)]
    html = figures_html(figures, ALL)
    assert html.count("<tr>") == MOST_FIGURES + 1
    assert f"Hiện {MOST_FIGURES} trên {MOST_FIGURES + 5} số liệu" in html
    findings = checked("a.txt").findings[:1] * (MOST_FINDINGS + 1)
    assert f"Hiện {MOST_FINDINGS} trên {MOST_FINDINGS + 1} phát hiện" in findings_html(findings)


def test_nothing_of_a_document_becomes_markup() -> None:
    source = Source(document_id="x", file=NASTY, section=(NASTY,), column=NASTY, quote=NASTY)
    check = Check(
        file=NASTY,
        figures=(
            Figure(
                text=NASTY,
                value=NASTY,
                unit=NASTY,
                verdict="unsourced",
                source=source,
                evidence=(source,),
                explanation=NASTY,
            ),
        ),
        findings=(
            Finding(code="unsourced", severity="info", message=NASTY, left=source, right=source),
        ),
        summary=CheckSummary(figures=1),
    )
    for html in (
        summary_html(check, [NASTY]),
        findings_html(check.findings),
        figures_html(check.figures, ALL),
    ):
        assert "<img" not in html
        assert not set("{}$`") & set(html)
        assert "&lt;img" in html


def test_a_long_quote_is_cut_between_words() -> None:
    source = PROSE_SOURCE.model_copy(update={"quote": "giao dịch " * 100})
    finding = Finding(code="format", severity="info", message="Xem lại.", left=source)
    assert "giao dịch…</q>" in findings_html([finding]) or "giao…</q>" in findings_html([finding])


def test_the_drop_area_speaks_vietnamese() -> None:
    assert f'content: "{texts.DROP_FILE}"' in STYLE.read_text(encoding="utf-8")
