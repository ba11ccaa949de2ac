"""What went well, what did not and what comes next, from remarks and plans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.drafting.composing.cleaning import title_words
from assistant.drafting.composing.outlook import tasks_ahead
from assistant.drafting.composing.planning import Remark, RemarkKind
from assistant.drafting.composing.rhythm import Rhythm, sentence
from assistant.drafting.composing.slots import SlotBook
from assistant.drafting.composing.telling import Teller
from assistant.drafting.material import Material
from assistant.drafting.model import Paragraph, Sentence
from ingest.text.normal import match_key
from prompts.outline import Content, Outline

_LAST_QUARTER = 4


@dataclass(frozen=True, slots=True)
class Assessment:
    """Writes the sections that follow the results."""

    outline: Outline
    material: Material
    remarks: Sequence[Remark]
    rhythm: Rhythm
    book: SlotBook
    teller: Teller
    worded: Callable[[str], str]

    def paragraphs(self, content: Content) -> list[Paragraph]:
        """The paragraphs of a section of that content."""
        if content == "outlook":
            return self._outlook()
        wording, limits = self.outline.wording, self.outline.limits
        if content == "strengths":
            found = chosen(self.remarks, "strength", limits.strengths)
            intro, nothing = wording.strengths, wording.no_strengths
        else:
            found = chosen(self.remarks, "shortcoming", limits.shortcomings)
            intro, nothing = wording.shortcomings, wording.no_shortcomings
        if not found:
            return [_paragraph(sentence(self.worded(nothing)))]
        names = [match_key(one.fact.record.name) for one in found]
        return [
            _paragraph(self.rhythm.first_free([self.worded(text) for text in intro])),
            *(
                _paragraph(
                    self._item(one, twice=names.count(match_key(one.fact.record.name)) > 1),
                    bullet=True,
                )
                for one in found
            ),
        ]

    def _item(self, remark: Remark, *, twice: bool) -> str:
        """A remark as a list item; with its topic where another one reads the same."""
        leads = self.teller.topic_leads(remark.topic) if remark.topic else []
        led = [sentence(f"{lead}, {remark.text}") for lead in leads]
        further = self.rhythm.turn("further", self.outline.wording.further)
        others = [sentence(f"{lead}, {remark.text}") for lead in further]
        if (twice or remark.vague) and led:
            return self.rhythm.first_free(led, others)
        return self.rhythm.first_free([sentence(remark.text)], led + others)

    def _outlook(self) -> list[Paragraph]:
        limits, wording = self.outline.limits, self.outline.wording
        year = year_ahead(self.material, self.outline)
        ahead = tasks_ahead(
            self.material.plans,
            self.book,
            year=year,
            after=self._ends(),
            most=limits.tasks,
            a_section=limits.tasks_per_section,
        )
        left = chosen(self.remarks, "unfinished", limits.tasks_per_section)
        if not ahead and not left:
            return [_paragraph(sentence(self.worded(wording.no_tasks)))]
        made = [_paragraph(self.rhythm.first_free([self.worded(one) for one in wording.outlook]))]
        for remark in left:
            ways = [sentence(f"{start} {remark.text}") for start in wording.resuming]
            made.append(_paragraph(self.rhythm.first_free(ways), bullet=True))
        grouped = len({one.section for one in ahead}) > 1
        section = ""
        for one in ahead:
            if grouped and one.section and one.section != section:
                section = one.section
                title = title_words(section)
                heads = [title[:1].upper() + title[1:], *self.teller.topic_leads(title)]
                made.append(
                    _paragraph(
                        self.rhythm.first_free(
                            [f"{head}:" for head in heads[:1]], [f"{head}:" for head in heads[1:]]
                        )
                    )
                )
            ways = [sentence(way) for way in one.ways]
            made.append(_paragraph(self.rhythm.first_free(ways[:1], ways[1:]), bullet=True))
        return made

    def _ends(self) -> str | None:
        """The last day of the period, where the rest of the year is what is ahead."""
        year, quarter = self.material.year, self.material.quarter
        if self.outline.parts == "quarter" and quarter and quarter < 4:
            return f"{year}-{('03-31', '06-30', '09-30')[quarter - 1]}"
        return f"{year}-06-30" if self.outline.parts == "half" else None


def year_ahead(material: Material, outline: Outline) -> int:
    """The year whose tasks come next: the same one while a part of it is left."""
    last = outline.parts == "quarter" and material.quarter == _LAST_QUARTER
    return material.year + (1 if outline.parts == "year" or last else 0)


def chosen(remarks: Sequence[Remark], kind: RemarkKind, most: int) -> list[Remark]:
    """The weightiest remarks of a kind, in the report's order, one a fact."""
    of_kind = [one for one in remarks if one.kind == kind]
    ranked = sorted(range(len(of_kind)), key=lambda at: (-of_kind[at].weight, at))
    kept: list[int] = []
    seen: set[str] = set()
    for at in ranked:
        path = of_kind[at].fact.path
        if path not in seen and len(kept) < most:
            seen.add(path)
            kept.append(at)
    return [of_kind[at] for at in sorted(kept)]


def _paragraph(text: str, *, bullet: bool = False) -> Paragraph:
    return Paragraph(sentences=(Sentence(template=text),), bullet=bullet)
