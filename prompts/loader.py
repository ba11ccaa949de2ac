"""Prompts are Markdown files that declare their inputs; this loads and fills them.

A file opens with YAML front matter, ``inputs: [question, evidence]``, and holds one or two parts
under the lines ``# system`` and ``# user``. An input is written ``{{question}}``. What is filled in
is never read again for inputs, so that a document cannot address the template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_SHIPPED = Path(__file__).parent
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_PART = re.compile(r"^# (system|user)[ \t]*$", re.MULTILINE)
_INPUT = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class PromptError(ValueError):
    """A prompt file and its inputs do not fit. The message names file and input."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as loaded. ``inputs`` are exactly the names that its parts use."""

    name: str
    inputs: frozenset[str]
    system: str
    user: str

    def render(self, values: Mapping[str, str]) -> tuple[str, str]:
        """System and user text with every input filled in.

        Raises:
            PromptError: an input is missing from ``values`` or not declared by the prompt.
        """
        for name in sorted(self.inputs - values.keys()):
            raise PromptError(f"Mẫu lệnh “{self.name}” thiếu đầu vào “{name}”; hãy truyền giá trị.")
        for name in sorted(values.keys() - self.inputs):
            raise PromptError(
                f"Mẫu lệnh “{self.name}” không khai báo đầu vào “{name}”; hãy thêm vào mục inputs."
            )
        return _fill(self.system, values), _fill(self.user, values)


def load_prompt(name: str, *, folder: Path = _SHIPPED) -> Prompt:
    """The prompt in ``name.md``.

    Raises:
        PromptError: no such file, no front matter, or the declared inputs are not those used.
    """
    return _load(name, folder)


@lru_cache(maxsize=64)
def _load(name: str, folder: Path) -> Prompt:
    path = folder / f"{name}.md"
    if not path.is_file():
        raise PromptError(
            f"Không có mẫu lệnh “{name}”; hãy đặt tệp {name}.md vào thư mục mẫu lệnh."
        )
    text = path.read_text(encoding="utf-8")
    inputs = _declared(name, text)
    parts = _PART.split(_FRONT.sub("", text, count=1))
    found = {parts[at]: parts[at + 1].strip() for at in range(1, len(parts) - 1, 2)}
    used = frozenset(_INPUT.findall("\n".join(found.values())))
    for missing in sorted(used - inputs):
        raise PromptError(
            f"Mẫu lệnh “{name}” dùng đầu vào “{missing}” mà không khai báo; hãy thêm vào inputs."
        )
    for unused in sorted(inputs - used):
        raise PromptError(
            f"Mẫu lệnh “{name}” khai báo đầu vào “{unused}” mà không dùng; hãy bỏ khỏi mục inputs."
        )
    if "user" not in found:
        raise PromptError(f"Mẫu lệnh “{name}” thiếu phần “# user”; hãy thêm phần đó.")
    return Prompt(name, inputs, found.get("system", ""), found["user"])


def _declared(name: str, text: str) -> frozenset[str]:
    front = _FRONT.match(text)
    try:
        declared = yaml.safe_load(front.group(1)) if front else None
    except yaml.YAMLError:
        declared = None
    inputs = declared.get("inputs") if isinstance(declared, dict) else None
    if not isinstance(inputs, list) or not all(isinstance(item, str) for item in inputs):
        raise PromptError(
            f"Mẫu lệnh “{name}” không khai báo inputs; hãy mở đầu tệp bằng YAML “inputs: [tên]”."
        )
    return frozenset(inputs)


def _fill(template: str, values: Mapping[str, str]) -> str:
    return _INPUT.sub(lambda found: values[found.group(1)], template)
