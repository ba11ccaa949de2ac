"""Section -> section: N tries with the reason given back, then the rule-made text stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.drafting.model import SectionText, Slot
from assistant.drafting.rewriting.assembling import Attempt, assemble
from assistant.drafting.rewriting.inspection import Inspector, inspector
from assistant.drafting.rewriting.reply import UnusableReply, read_reply_text
from assistant.drafting.rewriting.request import messages_for
from assistant.drafting.rewriting.writer import ModelWriter
from assistant.language.streaming import ModelFailure

Refused = Callable[[str], None]
"""Called with one Vietnamese sentence for every reply that was not released as it came."""


def rewrite(
    section: SectionText,
    slots: Mapping[str, Slot],
    *,
    required: frozenset[str],
    model: ModelWriter,
    tries: int = 3,
    refused: Refused | None = None,
) -> SectionText:
    """The section in the model's words where these hold, each sentence signed by its writer.

    ``required`` are ids of slots that may not be left out. A reply is released as it came only
    when nothing in it is refused. After ``tries`` replies the best of them is released with every
    refused group of sentences replaced by the rule-made ones; if none can be used at all, the
    section comes back as it was.
    """
    if not any(True for _ in section.sentences()) or section.edited_by is not None:
        return section
    inspected = inspector(section, slots)
    best: Attempt | None = None
    reasons: Sequence[str] = ()
    schema = model.takes_schema
    for number in range(1, tries + 1):
        try:
            text = model.reply(messages_for(section, slots, reasons), schema=schema)
            attempt = _attempt(section, text, inspected, required=required, writer=model.name)
        except ModelFailure as failure:
            reasons, schema = (), False
            _tell(refused, model, number, str(failure))
            continue
        except UnusableReply as unusable:
            reasons = (str(unusable),)
            _tell(refused, model, number, str(unusable))
            continue
        if attempt.whole:
            return attempt.section
        reasons = attempt.reasons
        _tell(refused, model, number, f"bị từ chối {len(reasons)} chỗ, {reasons[0]}")
        if best is None or attempt.kept > best.kept:
            best = attempt
    return best.section if best is not None and best.kept else section


def _attempt(
    section: SectionText,
    text: str,
    inspected: Inspector,
    *,
    required: frozenset[str],
    writer: str,
) -> Attempt:
    reply = read_reply_text(text)
    return assemble(section, reply, inspector=inspected, required=required, writer=writer)


def _tell(refused: Refused | None, model: ModelWriter, number: int, what: str) -> None:
    if refused is not None:
        refused(f"Lần viết {number} của mô hình {model.name}: {what}.")
