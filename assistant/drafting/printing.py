"""A section as the text that is printed, shown and edited."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.drafting.model import Paragraph, SectionText, Slot

DASH = "- "


def printed(paragraph: Paragraph, slots: Mapping[str, Slot]) -> str:
    """A paragraph's text; one that is a list item begins with a dash."""
    text = " ".join(sentence.filled(slots) for sentence in paragraph.sentences).strip()
    return f"{DASH}{text}" if paragraph.bullet and text else text


def text_of(section: SectionText, slots: Mapping[str, Slot]) -> str:
    """A section's text, a paragraph a line."""
    lines = (printed(paragraph, slots) for paragraph in section.paragraphs)
    return "\n".join(line for line in lines if line)
