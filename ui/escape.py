"""Text of documents and users made harmless before it reaches a page.

Documents are data. Nothing they hold may become markup, a link, a picture that the browser would
fetch, or an expression of the page's template language.
"""

from __future__ import annotations

import re
from html import escape

TEMPLATE_SIGNS = {ord("{"): "&#123;", ord("}"): "&#125;", ord("$"): "&#36;", ord("`"): "&#96;"}
"""Gradio's HTML component knows ``${…}`` and ``{{…}}``."""

CITATION_MARK = re.compile(r"\[(\d{1,3})\]")


def html_text(text: str) -> str:
    """Text for an HTML element or a quoted attribute."""
    return escape(text, quote=True).translate(TEMPLATE_SIGNS)


def html_lines(text: str) -> str:
    """Like :func:`html_text`, with the line breaks of the text kept."""
    return html_text(text).replace("\n", "<br>")


def markdown(text: str) -> str:
    """Markdown whose emphasis and lists work, and nothing else.

    HTML shows as its own characters; links, pictures and link definitions lose their syntax. Web
    addresses stay readable text, which a browser fetches only when a person clicks.
    """
    quiet = escape(text, quote=False)
    return quiet.replace("![", "!&#91;").replace("](", "]&#40;").replace("]:", "]&#58;")


def plain_in_markdown(text: str) -> str:
    """Text that must show exactly as it is inside Markdown, such as a question as typed."""
    return re.sub(r"([\\`*_{}\[\]()#+.!|~-])", r"\\\1", escape(text, quote=False))
