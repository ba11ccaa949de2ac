"""The mark of tests that take minutes; they run where ``CCHC_SLOW_TESTS`` is set."""

import os

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes minutes; set CCHC_SLOW_TESTS=1 to run it")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("CCHC_SLOW_TESTS"):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow; set CCHC_SLOW_TESTS=1 to run it"))
