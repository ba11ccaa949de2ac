"""A service over text documents that a test writes out, as a fixture of its module."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from assistant.service import Service
from evals.opening import opened

Fixture = Callable[[pytest.TempPathFactory], Iterator[Service]]


def service_of(texts: Mapping[str, str], *, today: date, dense: bool = True) -> Fixture:
    """The fixture ``service``: documents by the name of their file, loaded in that order."""

    @pytest.fixture(scope="module", name="service")
    def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
        folder = tmp_path_factory.mktemp("van-ban")
        files = [folder / f"{name}.txt" for name in texts]
        for path, text in zip(files, texts.values(), strict=True):
            path.write_text(text, encoding="utf-8")
        with opened(files, today=lambda: today, dense=dense) as service:
            yield service

    return loaded
