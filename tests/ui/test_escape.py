"""Document text can never become markup."""

import pytest

from ui.escape import html_lines, html_text, markdown, plain_in_markdown


def test_html_of_a_document_shows_as_its_own_characters() -> None:
    assert html_text('<b a="1">&\'') == "&lt;b a=&quot;1&quot;&gt;&amp;&#x27;"


@pytest.mark.parametrize("expression", ["${alert(1)}", "{{value}}", "`x`"])
def test_expressions_of_the_template_language_are_broken_up(expression: str) -> None:
    escaped = html_text(expression)
    assert not set(escaped) & set("${}`")


def test_line_breaks_of_a_cell_are_kept() -> None:
    assert html_lines("một\n<hai>") == "một<br>&lt;hai&gt;"


def test_markdown_keeps_emphasis_and_lists() -> None:
    assert markdown("- **Đạt** 80%") == "- **Đạt** 80%"


@pytest.mark.parametrize(
    ("hostile", "forbidden"),
    [
        ("![x](http://example.org/x.png)", "!["),
        ("[bấm](javascript:alert(1))", "]("),
        ("[1]: http://example.org", "]:"),
        ("<img src=x>", "<img"),
        ("<script>alert(1)</script>", "<script"),
    ],
)
def test_markdown_loses_pictures_links_and_html(hostile: str, forbidden: str) -> None:
    assert forbidden not in markdown(hostile)


def test_a_question_shows_as_typed() -> None:
    assert plain_in_markdown("# *a* [1](x)") == r"\# \*a\* \[1\]\(x\)"
