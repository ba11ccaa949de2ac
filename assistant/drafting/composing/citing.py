"""Documents and notes of rows: what a block rests on, what stands behind a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking.timing import part_of_year
from assistant.drafting.composing.clauses import listed
from assistant.drafting.composing.cleaning import lowered
from assistant.drafting.composing.documents import Cited, cite
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import keys
from assistant.drafting.composing.relations import has_word
from assistant.drafting.composing.state import State
from ingest.vocabulary import load

_NOTE = 14
_ITEMS = 4
_ITEM = re.compile(r"(?:^|(?<=\s))(?:[-+•]|\d{1,2}[.)])\s+")
_SMALL = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|^\d+/\d+ |(?:quý|tháng) [IVX\d]+/\d{4}", re.IGNORECASE)
_RATIO_NOTE = re.compile(r"^([\d.,]+)\s+([^\d/]{3,60})/\s*([\d.,]+)\s+([^\d/.;]{3,60})\.?$")
_PLAIN_RATIO = re.compile(r"^([\d.,]+)\s*/\s*([\d.,]+)\s+([^\d/.;,]{2,40})$")


@dataclass(slots=True)
class Citing:
    """Says the documents and short notes of the rows of one block; each document once."""

    at: State

    def bases(self, head: Fact) -> None:
        """Documents in the head's note that the whole block rests on."""
        if not (head.heading or head.percent or head.coded):
            return
        if head.coded and self.product(head):
            return
        for cited in _independent(head.record.note or "", head.documents)[:2]:
            if cited.text not in self.at.report.cited:
                self.at.report.cited.add(cited.text)
                self.at.made.bases.append(cite(self.at.writer.book, cited, head.source))

    def basis_of(self, fact: Fact) -> None:
        """The plan in the note of a block's first row is what the block rests on."""
        note = (fact.record.note or "").strip()
        documents = _independent(note, fact.documents)[:2]
        if self.at.made.clauses or self.at.made.bases or not documents or self.product(fact):
            return
        if not fact.coded and fact.value == len(documents):
            return  # the documents are what is counted
        if any(one.text in self.at.report.cited for one in documents):
            return
        size = sum(len(one.text) for one in documents)
        if len(note) > size + 40 or (not fact.name.verb and not fact.coded):
            return
        if documents[0].type in load("drafting_forms")["basis_types"]:
            self.at.made.bases += self.marks(documents, fact)

    def product(self, fact: Fact) -> bool:
        """Whether the documents of the note are what the row speaks of, not its basis."""
        if has_word(fact.name.text, ["ban hành", "phê duyệt", "công bố", "sửa đổi", "thẩm định"]):
            return True
        return any(has_word(fact.name.text, [cited.type]) for cited in fact.documents)

    def cited(self, fact: Fact) -> str:
        """The documents of a row's note as words behind its clause."""
        note = fact.record.note or ""
        documents = _independent(note, fact.documents)
        documents = [one for one in documents if one.text not in self.at.report.cited]
        if not documents or (not documents[0].dated and fact.value != len(documents)):
            return ""
        if fact.value == len(documents) and len(documents) > 1 and not fact.coded:
            marks = self.marks(documents, fact)
            return f", gồm {listed(marks)}"
        if has_word(note[: documents[0].start], ["trong đó"]) and not fact.coded:
            return f", trong đó có {listed(self.marks(documents[:2], fact))}"
        if documents[0].start > 60 and not fact.coded:
            return ""
        if not fact.coded and self.product(fact) and self._counts_documents(fact):
            return f", trong đó có {listed(self.marks(documents[:2], fact))}"
        marks = self.marks(documents[:1], fact)
        if fact.coded and self.product(fact):
            if has_word(fact.name.text, [documents[0].type]):
                return f" ({marks[0]})"
            return f" tại {marks[0]}"
        return f" (theo {marks[0]})"

    def _counts_documents(self, fact: Fact) -> bool:
        noun = fact.name.noun or fact.unit or self.at.context(fact)
        return has_word(noun, load("drafting_forms")["document_nouns"])

    def marks(self, documents: Sequence[Cited], fact: Fact) -> list[str]:
        """The marks of documents, which count as cited from now on."""
        marks = []
        for cited in documents:
            self.at.report.cited.add(cited.text)
            marks.append(cite(self.at.writer.book, cited, fact.source))
        return marks

    def items(self, fact: Fact) -> str:
        """The things counted, where the note lists as many as there are: ", gồm a và b"."""
        note = " ".join((fact.record.note or "").split()).strip(" .;")
        parts = [part.strip(" .;,") for part in _ITEM.split(note) if part.strip(" .;,")]
        if fact.documents or fact.coded or fact.percent or not _ITEM.match(note):
            return ""
        if not 1 < len(parts) <= _ITEMS or len(parts) != fact.value:
            return ""
        if any(len(part.split()) > _NOTE for part in parts):
            return ""
        said = [self.at.writer.slotted(lowered(part), fact.source) for part in parts]
        return f", gồm {listed(said)}"

    def short_note(self, fact: Fact) -> str:
        """A note of a few words that adds something: " (đã gửi thư xin lỗi)"."""
        note = " ".join((fact.record.note or "").split()).strip(" .;*_-")
        words = keys(note)
        if not 1 < len(words) <= _NOTE or fact.documents or note.startswith("1."):
            return ""
        if any(char in note for char in "/:()") and not _SMALL.search(note):
            return ""
        part = part_of_year(note)
        if part is not None and self.at.report.part not in (None, part):
            return ""  # a note on another column of the row
        known = set(keys(fact.record.name))
        if len(known & set(words)) > len(words) / 2 or has_word(note, ["trong đó"]):
            return ""
        lower = note[:1].lower() + note[1:] if note[1:2].islower() else note
        if words[0] in ("do", "vì"):
            return f" {self.at.writer.slotted(lower, fact.source)}"
        return f" ({self.at.writer.slotted(lower, fact.source)})"

    def note_ratio(self, fact: Fact) -> str:
        """The two counts behind a share that its note gives: "8.952 …/8.957 …"."""
        if not fact.percent or not fact.record.note:
            return ""
        note = fact.record.note.strip(" .;()")
        found = _RATIO_NOTE.match(note)
        plain = _PLAIN_RATIO.match(note)
        if found:
            part, first, whole, second = found.groups()
        elif plain:
            part, whole, second = plain.groups()
            first = ""
        else:
            return ""
        mark = self.at.writer.book.mark(
            f"{fact.path}:note",
            "ratio",
            f"{part}/{whole} {second}".strip(),
            role="ratio",
            indicator=fact.record.name,
            evidence=(fact.source,),
        )
        del first
        return f" ({mark})"

    def noted(self, fact: Fact) -> str:
        """What a note counts among a value, where no total says it."""
        if fact.path in self.at.relations.within:
            return ""
        said = self.noted_parts(fact)
        return f", trong đó có {listed(said)}" if said else ""

    def noted_parts(self, fact: Fact) -> list[str]:
        """What a note counts among the value: "Trong đó có 03 TTHC do … thực hiện"."""
        note = (fact.record.note or "").strip(" .;")
        found = re.match(r"trong đó(?:\s+có)?:?\s+(\d.*)$", note, re.IGNORECASE)
        if not found or len(note) > 160 or fact.documents:
            return []
        return [self.at.writer.slotted(found[1], fact.source)]


def _independent(note: str, documents: Sequence[Cited]) -> list[Cited]:
    """The documents of a note that are named for themselves, not in another one's title."""
    kept: list[Cited] = []
    for cited in documents:
        if not kept:
            kept.append(cited)
            continue
        between = note[kept[-1].end : cited.start]
        if re.fullmatch(r"[\s,;.]*(?:và|của [^,;]{3,60}?và)?\s*", between):
            kept.append(cited)
        else:
            break
    return kept
