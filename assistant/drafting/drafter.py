"""From material to a verified report: compose, let a model reword, write the file, read it back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.drafting.document.form import Approval, OfficialForm
from assistant.drafting.model import Composition
from assistant.errors import BadRequest, BadSettings
from assistant.service import Progress
from ingest.model import Reading
from prompts.outline import Outline, OutlineError, load_outline, outline_kinds, outlines

if TYPE_CHECKING:
    from assistant.drafting.material import Material
    from assistant.drafting.rewriting.writer import ModelWriter
    from assistant.drafting.stored import Numbers
    from assistant.drafting.verifying.model import Verification

_COMPOSING = "Soạn từ số liệu"


class Drafter:
    """Writes reports by the outlines of ``outlines_dir``, else by those that are shipped.

    ``model`` gives who rewords the sections; it is asked for with the first section.
    """

    def __init__(
        self,
        *,
        outlines_dir: Path | None = None,
        model: Callable[[], ModelWriter] | None = None,
    ) -> None:
        self._folder = outlines_dir
        self._model = model

    def outlines(self) -> tuple[Outline, ...]:
        """All outlines. Raises ``BadSettings`` where one cannot be used."""
        try:
            return outlines(folder=self._folder)
        except OutlineError as error:
            raise BadSettings(str(error)) from error

    def outline(self, kind: str) -> Outline:
        """The outline of a kind of report.

        Raises:
            BadRequest: there is no such kind.
            BadSettings: the outline's file cannot be used.
        """
        known = outline_kinds(folder=self._folder)
        if kind not in known:
            raise BadRequest(
                f"Không có loại báo cáo “{kind}”; các loại hiện có: {', '.join(known)}."
            )
        try:
            return load_outline(kind, folder=self._folder)
        except OutlineError as error:
            raise BadSettings(str(error)) from error

    def compose(
        self,
        outline: Outline,
        material: Material,
        *,
        numbers: Numbers,
        only: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> Composition:
        """The report as text with locked slots, in a model's words where one is set."""
        from assistant.drafting.composing.compose import compose

        if progress:
            progress(_COMPOSING, 0, 1)
        composition = compose(outline, material, number=numbers, only=only)
        if self._model:
            return self._reworded(composition, progress)
        for done, section in enumerate(composition.sections if progress else (), start=1):
            assert progress is not None
            progress(f"Đã soạn mục {section.key}", done, len(composition.sections))
        return composition

    def _reworded(self, composition: Composition, progress: Progress | None) -> Composition:
        from assistant.drafting.rewriting import rewrite

        assert self._model is not None
        model = self._model()
        sections = []
        for done, section in enumerate(composition.sections):
            if progress:
                progress(f"Viết mục {section.key}", done, len(composition.sections))
            required = frozenset(mark for one in section.sentences() for mark in one.marks())
            sections.append(rewrite(section, composition.slots, required=required, model=model))
        if progress:
            progress("Đã viết xong", len(sections), len(sections))
        return composition.model_copy(update={"sections": tuple(sections)})

    def verified(
        self,
        composition: Composition,
        form: OfficialForm,
        *,
        sources: Sequence[Reading],
        file: str,
        at: str,
    ) -> tuple[bytes, Verification]:
        """The finished .docx, and what reading it back found. ``sources`` has the annex first."""
        from assistant.drafting.verifying.verify import verify

        with tempfile.TemporaryDirectory(prefix="cchc-du-thao-") as folder:
            path = Path(folder, file)
            content = self.written(composition, form, annex=sources[0], at=at)
            path.write_bytes(content)
            return content, verify(path, composition, sources)

    def written(
        self,
        composition: Composition,
        form: OfficialForm,
        *,
        annex: Reading,
        at: str,
        approved: Approval | None = None,
    ) -> bytes:
        """The finished .docx."""
        from assistant.drafting.document.writing import write_docx

        finished = BytesIO()
        write_docx(composition, form, annex, finished, approved=approved, at=at)
        return finished.getvalue()
