"""What is asked of a family, in several phrasings, with the answer its facts give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.case import GoldFigure, Kind, Slice
from evals.families import pages, words
from evals.families.facts import Facts, Indicator, Task, grouped
from evals.families.pages import Page
from evals.families.writing import CaseWriter

_LEAD = (
    "Đơn vị nào chủ trì {topic}?",
    "Ai phụ trách việc {topic}?",
    "{topic}: đầu mối là đơn vị nào?",
    "Phòng nào được giao chủ trì nhiệm vụ {topic}?",
)
_COORDINATING = ("Đơn vị nào phối hợp {topic}?", "{topic} thì những đơn vị nào phối hợp?")
_DEADLINE = (
    "Hạn của việc {topic} là khi nào?",
    "Bao giờ phải xong {topic}?",
    "Thời hạn hoàn thành {topic}?",
)
_PRODUCT = ("Sản phẩm của nhiệm vụ {topic} là gì?", "Kết quả phải có của việc {topic}?")
_TARGET = (
    "Chỉ tiêu {topic} năm {year} là bao nhiêu?",
    "Năm {year} phấn đấu bao nhiêu phần trăm {topic}?",
)
_INDICATOR = ("Năm {year} có bao nhiêu {topic}?", "Cho biết số liệu {topic} năm {year}")


@dataclass(frozen=True, slots=True)
class Asker:
    """Writes the cases of one family."""

    facts: Facts
    plan: Page
    report: Page
    writer: CaseWriter

    def ask_everything(self) -> None:
        """Answerable and unanswerable questions in a fixed order."""
        tasks = self.writer.rng.sample(self.facts.tasks, 5)
        self._tasks(tasks)
        self._figures()
        self._lists()
        self._without_answer(tasks[0])

    def _tasks(self, tasks: list[Task]) -> None:
        first, second, third, fourth, fifth = tasks
        self._of_task("lead", _LEAD, first, [(first.lead,)])
        self._of_task("lead", _LEAD, second, [(second.lead,)], style="no_diacritics")
        helpers = [(unit,) for unit in third.coordinating]
        self._of_task("coordinating", _COORDINATING, third, helpers)
        self._of_task("deadline", _DEADLINE, fourth, [(fourth.deadline,)])
        self._of_task("deadline", _DEADLINE, second, [(second.deadline,)], style="typo")
        self._of_task("product", _PRODUCT, fifth, [(fifth.product,)])

    def _figures(self) -> None:
        target = self.writer.rng.choice(self.facts.targets)
        agreed = [each for each in self.facts.indicators if each.narrated is None]
        first, second, third = self.writer.rng.sample(agreed, 3)
        self.writer.add(
            "target",
            self._phrase(_TARGET, target.topic),
            [(f"{target.percent}%",)],
            gold=[self.writer.paragraph(self.plan, pages.target_line(target.text))],
            figures=[GoldFigure(value=str(target.percent), unit="%")],
            tags=("prose",),
        )
        self._of_indicator(first)
        self._of_indicator(second, style="no_diacritics")
        self._of_indicator(third, style="typo")
        self.writer.add(
            "basis",
            self.writer.rng.choice(
                (
                    "Kế hoạch cải cách hành chính căn cứ vào quyết định nào của UBND tỉnh?",
                    "Văn bản nào của UBND tỉnh là căn cứ ban hành kế hoạch?",
                )
            ),
            [(self.facts.basis_number,)],
            gold=[self.writer.paragraph(self.plan, pages.basis_line(self.facts))],
            tags=("prose",),
        )
        self.writer.add(
            "prose",
            self._phrase(("Kinh phí thực hiện kế hoạch năm {year} bao nhiêu, lấy từ đâu?",), ""),
            [(f"{grouped(self.facts.funds)} triệu đồng",), ("ngân sách tỉnh",)],
            gold=[self.writer.paragraph(self.plan, pages.funds_line(self.facts))],
            tags=("prose",),
        )

    def _lists(self) -> None:
        unit = self.writer.rng.choice([task.lead for task in self.facts.tasks])
        led = [task for task in self.facts.tasks if task.lead == unit]
        gold = [self.writer.row(self.plan, task.text) for task in led]
        self.writer.add(
            "list",
            f"Liệt kê các nhiệm vụ do {unit} chủ trì",
            [(task.text,) for task in led],
            gold=gold,
            tags=("table",),
        )
        count = str(len(led))
        self.writer.add(
            "count",
            f"{unit} chủ trì bao nhiêu nhiệm vụ?",
            [(f"{count} nhiệm vụ", f"0{count} nhiệm vụ")],
            gold=gold,
            tags=("table",),
        )

    def _without_answer(self, task: Task) -> None:
        facts, year = self.facts, self.facts.year
        self.writer.add(
            "unanswerable:absent",
            f"Năm {year} {self.writer.rng.choice(words.ABSENT)} là bao nhiêu?",
        )
        known = self.writer.rng.choice([each for each in facts.indicators if each.narrated is None])
        wrong_year = year - self.writer.rng.randint(2, 6)
        self.writer.add(
            "unanswerable:wrong_year",
            f"Năm {wrong_year} có bao nhiêu {known.topic}?",
            forbidden=[known.shown],
        )
        target = self.writer.rng.choice(facts.targets)
        self.writer.add(
            "unanswerable:wrong_unit",
            f"Chỉ tiêu {target.topic} năm {year} là bao nhiêu triệu đồng?",
            forbidden=[f"{target.percent} triệu"],
        )
        other = self.writer.rng.choice(
            [u for u in words.UNITS if u not in (task.lead, *task.coordinating)]
        )
        self.writer.add(
            "unanswerable:false_premise",
            f"Vì sao {other} lại được giao chủ trì {task.topic}?",
            [(task.lead,)],
            status=("answered", "refused", "clarify"),
        )
        self.writer.add("unanswerable:out_of_domain", self.writer.rng.choice(words.FOREIGN))
        disputed = next(each for each in facts.indicators if each.narrated is not None)
        narrated = disputed.narrated or 0
        self.writer.add(
            "unanswerable:conflicting",
            self._phrase(_INDICATOR, disputed.topic),
            [(disputed.shown,), (str(narrated), grouped(narrated))],
            status=("answered", "refused", "clarify"),
            gold=[
                self.writer.row(self.report, disputed.name),
                self.writer.paragraph(self.report, pages.narrated_line(facts)),
            ],
        )

    def _of_task(
        self,
        kind: Kind,
        phrasings: tuple[str, ...],
        task: Task,
        wanted: Sequence[tuple[str, ...]],
        *,
        style: Slice | None = None,
    ) -> None:
        gold = [self.writer.row(self.plan, task.text)]
        self.writer.add(
            kind,
            self._phrase(phrasings, task.topic),
            wanted,
            gold=gold,
            tags=("table",),
            style=style,
        )

    def _of_indicator(self, each: Indicator, *, style: Slice | None = None) -> None:
        year = self.facts.year
        self.writer.add(
            "indicator",
            self._phrase(_INDICATOR, each.topic),
            [(each.shown, str(each.value))],
            gold=[self.writer.row(self.report, each.name)],
            figures=[GoldFigure(value=str(each.value), unit=each.unit, period=(year, year))],
            tags=("table",),
            style=style,
        )

    def _phrase(self, phrasings: tuple[str, ...], topic: str) -> str:
        return self.writer.phrase(phrasings, topic=topic, year=self.facts.year)
