"""The pages put at ``/`` of the HTTP application. Entry point of the group ``cchc.pages``."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from fastapi import FastAPI

from assistant.service import Service
from assistant.settings import load


def mount(app: FastAPI, service: Service) -> FastAPI:
    """Mount the pages on ``app``, which keeps its own routes; call it after they are declared.

    Gradio's temporary files live in a folder that only this process's user can open, and are
    deleted when the process ends.
    """
    os.environ["GRADIO_TEMP_DIR"] = private_folder()

    import gradio as gr

    from ui.app import build_ui
    from ui.look import HEAD, STYLE, theme
    from ui.offline import forbid_fetching

    forbid_fetching()
    limit = load().upload_limit_mb
    blocks = build_ui(service, largest_file=f"{limit} MB")
    blocks.share = False
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        theme=theme(),
        css_paths=[STYLE],
        head=HEAD,
        allowed_paths=[],
        show_error=False,
        max_file_size=f"{limit}mb",
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        mcp_server=False,
        pwa=False,
        ssr_mode=False,
    )
    return mounted


def private_folder() -> str:
    """A new folder with mode 0700, removed when the process ends."""
    folder = tempfile.mkdtemp(prefix="cchc-pages-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
