"""Where the chat stands: at the question asked last, so that its answer is read from the start.

Gradio itself follows the end of a growing answer, and no longer follows at all once somebody has
scrolled up to an earlier one.
"""

from __future__ import annotations

from typing import Any

from ui.tabs.uploading import QUIET

_SETTLED_MS = 60
"""How long the page takes to draw what it was sent."""

TO_LAST_QUESTION = f"""() => {{
  setTimeout(() => {{
    const box = document.querySelector("#cchc-chat .bubble-wrap");
    const asked = box ? box.querySelectorAll(".user-row") : [];
    if (!asked.length) return;
    if (!box.cchcWatched) {{
      box.cchcWatched = true;
      const release = () => {{ box.cchcReleased = box.querySelectorAll(".user-row").length; }};
      for (const moved of ["wheel", "touchmove", "keydown"])
        box.addEventListener(moved, release, {{ passive: true }});
    }}
    if (box.cchcReleased === asked.length) return;
    const last = asked[asked.length - 1];
    box.scrollTop += last.getBoundingClientRect().top - box.getBoundingClientRect().top - 10;
  }}, {_SETTLED_MS});
}}"""
"""Runs in the browser; who scrolls during an answer is left alone until the next question."""


def wire(chat: Any) -> None:  # noqa: ANN401 - Gradio's components are untyped
    """Keep ``chat`` at its last question whenever it changes."""
    chat.change(None, js=TO_LAST_QUESTION, queue=False, **QUIET)
