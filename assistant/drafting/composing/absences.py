"""Zeros and blanks: none arisen, nothing stated, and the reason that a note gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.composing.citing import Citing
from assistant.drafting.composing.clauses import Clause, listed
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import keys, starts_with
from assistant.drafting.composing.relations import has_word, says
from assistant.drafting.composing.state import State, topic_of
from ingest.text.normal import match_key
from ingest.vocabulary import load


@dataclass(slots=True)
class Absences:
    """Tells what one block has none of."""

    at: State
    citing: Citing

    def is_zero(self, fact: Fact) -> bool:
        """Whether a row counts nothing."""
        return (
            fact.value == 0
            and not fact.coded
            and fact.path not in self.at.told
            and fact.record.value_text is not None
        )

    def zeros(self, rows: Sequence[Fact], zeros: Sequence[Fact]) -> None:
        """A block of nothing but zeros is one clause: "không phát sinh việc tuyển dụng …"."""
        head = self.at.block.head
        live = [one for one in rows if one.path not in self.at.told and not one.blank]
        if head is None or not zeros or len(zeros) != len(live):
            return
        if len(zeros) < 2 and not (head in zeros and len(rows) > 1):
            return
        if head.name.shape not in ("verb", "question") and not starts_with(
            keys(head.name.phrase), "events"
        ):
            if head in zeros and head.name.shape == "count":
                text = f"không có {self.at.writer.absent(head)}"
                self.at.add(Clause(text, "there", tuple(zeros)))
                self.cover_blanks(rows, head)
            return
        topic = topic_of(head, self.at.writer)
        said = topic if starts_with(keys(topic), "nominal") else f"việc {topic}"
        self.at.made.topic = ""
        self.at.add(Clause(f"không phát sinh {said}", "there", tuple(zeros)))
        self.cover_blanks(rows, head)

    def cover_blanks(self, rows: Sequence[Fact], head: Fact) -> None:
        """Blank rows below a head that has none are no gaps."""
        for row in rows:
            if row.blank and row.path not in self.at.told:
                self.at.told.add(row.path)
                self.at.made.unsaid[row.path] = (
                    f"Ô số liệu để trống; mục “{head.record.name}” không phát sinh nên không nêu."
                )

    def absent(self, zeros: Sequence[Fact]) -> None:
        """The rows that count nothing, joined in one clause."""
        left = [one for one in zeros if one.path not in self.at.told]
        if not left:
            return
        counts = [one for one in left if not one.percent]
        kept = list(counts)
        kept += [
            one
            for one in left
            if one.percent and not any(_same_words(one, other) for other in counts)
        ]
        for one in kept:
            if (
                not one.percent
                and one.name.shape == "verb"
                and one.name.rest
                and not (starts_with(keys(one.name.rest), "tails"))
            ):
                text = f"chưa {one.name.verb} {self.at.writer.plain(one, one.name.rest)}"
                self.at.add(Clause(text, "office", (one,)))
        kept = [one for one in kept if one.path not in self.at.told]
        said = [self.at.writer.absent(one, self.at.context(one)) for one in kept if not one.percent]
        for one in kept:
            if says(one.name.text, load("drafting_forms")["late"]):
                text = f"không có {self.at.writer.absent(one, self.at.context(one))}"
                self.at.remark("strength", 2, text, one)
        if said:
            note = self.citing.short_note(kept[0]) if len(kept) == 1 else ""
            text = f"không có {listed(_short_list(said), 'hoặc')}{note}"
            self.at.add(Clause(text, "there", tuple(left)))
        for one in kept:
            if one.percent:
                self.at.add(self.at.writer.clause(one))

    def blanks(self, rows: Sequence[Fact], blanks: Sequence[Fact]) -> None:
        """The rows without a value, joined in one clause."""
        del rows
        left = [one for one in blanks if one.path not in self.at.told]
        quiet = []
        for one in left:
            note = match_key(one.record.note or "")
            if has_word(note, ["không phát sinh", "chưa phát sinh"]):
                self.at.add(
                    Clause(
                        f"không phát sinh {self.at.writer.absent(one, self.at.context(one))}",
                        "there",
                        (one,),
                    )
                )
            elif starts_with(keys(one.name.text), "others"):
                self.at.made.unsaid[one.path] = "Ô số liệu để trống."
                self.at.told.add(one.path)
            else:
                quiet.append(one)
        if quiet:
            said = [self.at.writer.nominal(one) for one in quiet]
            self.at.add(Clause(f"chưa có số liệu về {listed(said)}", "there", tuple(quiet)))
            self.at.made.blanks += quiet

    def explained(self, rows: Sequence[Fact]) -> bool:
        """A block without figures whose note says why: the note's words stand for it."""
        head = self.at.block.head
        if head is None or not rows:
            return False
        live = [one for one in rows if not one.blank and one.path not in self.at.told]
        if any(one.value != 0 or one.coded for one in live) or (
            len(rows) == len(live) == 1 and not head.record.note
        ):
            return False
        note = " ".join((head.record.note or "").split()).strip(" .;*_")
        if not note or not has_word(note, load("drafting_forms")["reasons"]):
            return False
        text = self.at.writer.slotted(note[:1].upper() + note[1:], head.source)
        self.at.made.sentences.append(text)
        for one in rows:
            self.at.told.add(one.path)
            self.at.made.covered.append(one)
            if one.blank:
                self.at.made.unsaid[one.path] = (
                    "Ô số liệu để trống; lý do nêu tại ghi chú của khối."
                )
        return True


def _same_words(share: Fact, count: Fact) -> bool:
    """Whether a share of zero says what a count of zero says already."""
    left = set(keys(share.name.text)) - {"tỷ", "lệ", "phần", "trăm", "%"}
    right = set(keys(count.name.text)) - {"số", "lượng", "tổng", "trong", "năm"}
    return len(right & left) >= 0.75 * len(right) if right else False


def _short_list(said: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(said))
