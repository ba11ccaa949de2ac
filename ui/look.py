"""Colours and type of the pages. System fonts only: the page asks no other machine for anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gradio as gr

from ui import texts

STYLE = Path(__file__).with_name("style.css")
HEAD = f"""<script>
document.documentElement.lang = "vi";
(() => {{
  const words = {json.dumps(texts.PAGE_WORDS, ensure_ascii=False)};
  const names = ["aria-label", "title", "placeholder"];
  const own = Object.prototype.hasOwnProperty;
  function translate(element) {{
    for (const name of names) {{
      const value = element.getAttribute(name);
      if (value !== null && own.call(words, value)) element.setAttribute(name, words[value]);
    }}
    if (element.matches(".toast-title, .toast-text")) {{
      const said = element.textContent.trim();
      if (own.call(words, said)) element.textContent = words[said];
    }}
  }}
  function all(node) {{
    if (!(node instanceof Element)) return;
    translate(node);
    node.querySelectorAll("[aria-label], [title], [placeholder], .toast-title, .toast-text")
      .forEach(translate);
  }}
  new MutationObserver((changes) => changes.forEach((change) => {{
    if (change.type === "attributes") translate(change.target);
    else change.addedNodes.forEach(all);
  }})).observe(document.documentElement, {{
    subtree: true, childList: true, attributes: true, attributeFilter: names,
  }});
}})();
</script>"""
"""Gradio's page calls itself English, which makes browsers offer a translation, and some of its
parts bear English labels that no setting changes: screen readers would read them out."""

FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Arial", "sans-serif")
FONTS_MONO = ("ui-monospace", "Consolas", "monospace")


def theme() -> Any:  # noqa: ANN401 - Gradio's theme class is untyped
    """A calm blue on slate, light and dark."""
    navy = gr.themes.Color(
        name="navy",
        c50="#f0f5fa",
        c100="#dce8f3",
        c200="#bcd3e8",
        c300="#8fb5d7",
        c400="#5a8fc0",
        c500="#2f6ca5",
        c600="#1f558a",
        c700="#1b4670",
        c800="#193b5d",
        c900="#17324e",
        c950="#0f2033",
    )
    return gr.themes.Base(
        primary_hue=navy,
        secondary_hue=navy,
        neutral_hue="slate",
        radius_size="sm",
        font=FONTS,
        font_mono=FONTS_MONO,
    ).set(
        body_background_fill="*neutral_50",
        body_background_fill_dark="*neutral_950",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_300",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_text_color="white",
        button_cancel_background_fill="#b42318",
        button_cancel_background_fill_hover="#8f1b12",
        button_cancel_text_color="white",
        block_border_width="1px",
        block_shadow="none",
    )
