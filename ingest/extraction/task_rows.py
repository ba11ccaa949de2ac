"""Rows of a task table -> drafts of tasks: what belongs to which task, before it is read.

Flat tables have a task a row; framework tables nest objective, task and activity. A row without
a task of its own belongs to the task above: it fills what that task lacks, or is a further
deliverable of it. Tasks that share a row's lead cell each have that lead.
"""

from __future__ import annotations

from ingest.extraction.celltext import CellText, Item, items, steps
from ingest.extraction.drafts import Draft, Objective
from ingest.extraction.headers import Header
from ingest.extraction.logical import LogicalRow, Piece, SectionRow, TableProblem
from ingest.extraction.page_cuts import SPARE_ROLES
from ingest.extraction.sections import SectionStack
from ingest.extraction.totals import is_total
from ingest.model import Table
from ingest.text.deadlines import parse_deadline
from ingest.text.normal import fold
from ingest.text.numbering import is_roman, label_of
from ingest.text.organisations import begins_unit, one_of
from ingest.vocabulary import load

_LONGEST_UNIT = 14
OWN_ROLES = ("lead", "coordinating", "assignment", "product", "start", "deadline", "mark")


def _is_own(printed: str) -> bool:
    """Whether a printed number numbers a task of its own, rather than a part of one."""
    return any(char.isdigit() for char in printed) or is_roman(printed.rstrip(".) "))


def _says_the_same(pieces: list[Piece]) -> bool:
    """Whether a cell only says that it repeats the one above it ("Như trên")."""
    said = fold(" ".join(piece.text for piece in pieces)).strip(" -.\"'")
    return said in {fold(word) for word in load("columns").get("same", ())}


class Gatherer:
    """Takes the rows of a table in order; :attr:`drafts` and :attr:`objectives` hold the yield."""

    def __init__(self, table: Table, header: Header) -> None:
        self.table = table
        self.header = header
        self.sections = SectionStack()
        self.drafts: list[Draft] = []
        self.objectives: list[Objective] = []
        self.pending: dict[str, list[Piece]] = {}
        self.problems: list[TableProblem] = []
        self.number = ""
        self.group = ""
        self.merged: dict[int, list[Piece]] = {}

    def take(self, item: LogicalRow | SectionRow) -> None:
        """Add one row or section."""
        if isinstance(item, SectionRow):
            self.sections.enter(item)
            self.number = ""
            self.pending = {}
            self.group = ""
            return
        cells = self._own_cells(item)
        if not cells and is_total(item.text(self.header.column("task")), of_work=True):
            return
        printed = self._printed(item)
        if _is_own(printed):
            self.number = printed
            self.sections.follow(printed)
        self._objective(item)
        named = item.text(self.header.column("group"))
        self.group = named or self.group
        task = CellText(tuple(item.pieces(self.header.column("task"))))
        found = items(task, cut=item.cut)
        activities = steps(
            CellText(tuple(item.pieces(self.header.column("activity")))), cut=item.cut
        )
        if found:
            self._open(item, found, cells, activities)
        else:
            self._continue(item, cells, activities)
        if self.drafts:
            self.drafts[-1].extra.extend(self._other_cells(item))

    def _printed(self, row: LogicalRow) -> str:
        """The number a row bears: in its own column, or before its words where there is none."""
        if row.number or self.header.has("number"):
            return row.number
        first = next((c for c in ("objective", "task") if self.header.has(c)), None)
        label = label_of(row.text(self.header.column(first))) if first else None
        return label.value if label is not None and label.kind == "arabic" else ""

    def _other_cells(self, row: LogicalRow) -> list[Piece]:
        """Cells of columns that no field of a task holds: kept, so that they can be cited.

        A cell merged over several rows belongs to each of them.
        """
        known = (*OWN_ROLES, "number", "objective", "task", "activity")
        own = {
            column: pieces
            for column, pieces in row.cells.items()
            if self.header.roles[column] not in known
        }
        self.merged.update(own)
        for column in row.shared:
            if self.header.roles[column] not in known and column in self.merged:
                own.setdefault(column, self.merged[column])
        above = self.header.column("objective")
        unnumbered = bool(self.objectives) and not self.objectives[-1].key
        if above is not None and above in row.shared and unnumbered:
            own[above] = self.objectives[-1].pieces  # no key tells under which it stands
        return [piece for pieces in own.values() for piece in pieces]

    def _objective(self, row: LogicalRow) -> None:
        column = self.header.column("objective")
        pieces = row.pieces(column)
        if column is None or not pieces:
            return
        for item in items(CellText(tuple(pieces))):
            own = item.number or self._printed(row) or self.number
            self.objectives.append(
                Objective(
                    key=self.sections.key(own),
                    path=self.sections.labels,
                    headings=self.sections.titles,
                    pieces=list(item.pieces),
                )
            )

    def _own_cells(self, row: LogicalRow) -> dict[str, list[Piece]]:
        cells: dict[str, list[Piece]] = {}
        for role in OWN_ROLES:
            column = self.header.column(role)
            if column is None or role == "mark":
                continue
            pieces = row.pieces(column)
            if not pieces and column in row.shared and self.drafts:
                pieces = self.drafts[-1].cells.get(role, [])
            if pieces and self.drafts and _says_the_same(pieces):
                pieces = self.drafts[-1].cells.get(role) or pieces
            if pieces:
                cells[role] = pieces
        ticked = [piece for column in self.header.columns("mark") for piece in row.pieces(column)]
        if ticked:
            cells["mark"] = ticked
        self._slipped(row, cells)
        return cells

    def _slipped(self, row: LogicalRow, cells: dict[str, list[Piece]]) -> None:
        """Report a cell whose content reads like that of the empty column beside it."""
        deadline = self.header.column("deadline")
        if (
            deadline is None
            or "deadline" in cells
            or not (row.number or row.pieces(self.header.column("task")))
        ):
            return
        for column, pieces in row.cells.items():
            role = self.header.roles[column]
            if role in SPARE_ROLES and abs(column - deadline) == 1:
                text = row.text(column)
                if parse_deadline(text, year=2000).kind != "open":
                    name = self.header.names[column]
                    self.problems.append(
                        TableProblem(
                            "column_shift",
                            f"cột “{name}” ghi “{text}”, có vẻ là nội dung "
                            f"của cột “{self.header.names[deadline]}” đang để trống; "
                            "giá trị được giữ nguyên tại chỗ.",
                            pieces[0].row,
                            column,
                        )
                    )

    def _open(
        self,
        row: LogicalRow,
        found: list[Item],
        cells: dict[str, list[Piece]],
        activities: list[Item],
    ) -> None:
        objective = (
            self.objectives[-1] if self.objectives and self.header.has("objective") else None
        )
        if objective is not None and objective.path != self.sections.labels:
            objective = None
        who = self._unit_above() if not self.header.has("lead", "assignment") else []
        if who:
            cells = {"lead": who, **cells}
        opened: list[Draft] = []
        for item in found:
            if not item.number and len(found) > 1 and self.drafts and row.cut:
                continue
            own, bare = self._numbered(row, item)
            draft = Draft(
                item=bare,
                key=self.sections.key(own),
                path=self.sections.labels,
                headings=(*self.sections.titles, *([self.group] if self.group else [])),
                objective=objective,
                cells={**self.pending, **cells} if not cells else dict(cells),
                opened_alone=not cells,
                part=not _is_own(self._printed(row)) and not item.number,
            )
            for role, pieces in self.pending.items():
                draft.cells.setdefault(role, pieces)
            opened.append(draft)
        self.pending = {}
        if not self.header.has("objective"):
            self._inherit(opened)
        self.drafts.extend(opened)
        if objective is not None:
            objective.tasks.extend(opened)
        self._activities(opened, activities)

    def _unit_above(self) -> list[Piece]:
        """The title of the section around, where it is a unit that the rows below are given to."""
        section = self.sections.rows[-1] if self.sections.rows else None
        if section is None or len(section.title.split()) > _LONGEST_UNIT:
            return []
        heads = tuple(load("organisations").get("section_heads", ("\0",)))
        if not (one_of(heads).match(section.title) and begins_unit(section.title)):
            return []
        return [
            Piece(piece.row, piece.column, section.title)
            for piece in section.pieces
            if section.title in piece.text
        ][-1:]

    def _numbered(self, row: LogicalRow, item: Item) -> tuple[str, Item]:
        """The number of a task's key, and the task without a label that stands in its words."""
        if item.number:
            return item.number, item
        printed = self._printed(row)
        label = label_of(item.text)
        if label is not None and label.kind in ("letter", "bullet", "arabic") and not row.number:
            printed = printed or label.value
            item = Item("", item.text[label.end :].strip(), item.pieces)
        if _is_own(printed):
            return printed, item
        letter = printed.rstrip(".) ")
        if letter.isalpha():
            return (f"{self.number.rstrip('.)')}.{letter}" if self.number else letter), item
        return self.number, item

    def _inherit(self, opened: list[Draft]) -> None:
        """Parts of a task ("a)", "1.1", "-", no number) share what only its own row says."""
        parent = next((draft for draft in reversed(self.drafts) if not draft.part), None)
        for draft in opened:
            if not draft.part:
                above = draft.key.rpartition(".")[0]
                parent = next((one for one in reversed(self.drafts) if one.key == above), None)
            if parent is None or parent.path != draft.path:
                continue
            if not draft.key.startswith(parent.key):
                continue
            for roles in (("lead", "assignment", "coordinating"), ("deadline", "start", "mark")):
                if not any(role in draft.cells for role in roles[:2]) and "mark" not in draft.cells:
                    for role in roles:
                        if role in parent.cells:
                            draft.cells.setdefault(role, parent.cells[role])

    def _activities(self, opened: list[Draft], activities: list[Item]) -> None:
        if not opened:
            return
        if len(opened) == len(activities):
            for draft, activity in zip(opened, activities, strict=True):
                draft.activities.append(activity)
            return
        for activity in activities:
            if (
                not activity.number
                and self.drafts
                and len(activities) > 1
                and activity is activities[0]
            ):
                previous = self.drafts[-len(opened) - 1] if len(self.drafts) > len(opened) else None
                if previous is not None and previous.activities:
                    last = previous.activities[-1]
                    previous.activities[-1] = Item(
                        last.number,
                        f"{last.text} {activity.text}",
                        (*last.pieces, *activity.pieces),
                    )
                    continue
            opened[0].activities.append(activity)

    def _continue(
        self, row: LogicalRow, cells: dict[str, list[Piece]], activities: list[Item]
    ) -> None:
        if not self.drafts:
            return
        draft = self.drafts[-1]
        if activities:
            draft.activities.extend(activities)
        if not cells:
            return
        if draft.opened_alone and not draft.cells:
            draft.cells.update(cells)
            siblings = [
                other
                for other in self.drafts[:-1]
                if other.item.pieces
                and draft.item.pieces
                and other.item.pieces[0].row == draft.item.pieces[0].row
                and not other.cells
            ]
            for other in siblings:
                other.cells.update(cells)
            draft.opened_alone = False
        elif not activities and set(cells) <= {"deadline"} and row.cut:
            self.pending = dict(cells)
            draft.more.append(cells)
        else:
            draft.more.append(cells)

    def share(self) -> None:
        """Give tasks without cells of their own those of the task they share a row group with."""
        for before, draft in zip(self.drafts, self.drafts[1:], strict=False):
            if draft.objective is None or draft.objective is not before.objective:
                continue
            if draft.cells.get("deadline"):
                before.more = [
                    more for more in before.more if more.get("deadline") != draft.cells["deadline"]
                ]
            if "lead" in draft.cells or "assignment" in draft.cells:
                continue
            alone = draft.opened_alone
            for role, pieces in before.cells.items():
                if alone or role in ("lead", "assignment", "coordinating", "product"):
                    draft.cells.setdefault(role, pieces)
