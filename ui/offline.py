"""Gradio kept from fetching addresses.

Gradio downloads a file that a client names by its web address before any code of ours is asked,
and ``/gradio_api/file=https://…`` fetches any public address for anyone; some hosts it trusts, the
others it looks up, if need be at a public resolver. No connection may leave the machine. All of
this goes through two functions of safehttpx.
"""

from __future__ import annotations

from typing import NoReturn

import safehttpx  # type: ignore[import-untyped]


class FetchRefused(Exception):
    """A client named a web address where only uploaded files are taken."""


def forbid_fetching() -> None:
    """Make safehttpx, which only Gradio uses, refuse every address before it is looked up."""
    safehttpx.get = _refuse
    safehttpx.async_validate_url = _refuse


async def _refuse(address: str, *_: object, **__: object) -> NoReturn:
    raise FetchRefused(f"Không lấy tệp từ địa chỉ “{address}”; hãy tải tệp lên từ máy của mình.")
