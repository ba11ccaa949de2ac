"""``/docs``: the OpenAPI document as one page of our own.

FastAPI's page loads its scripts from a content network, which an office machine may not reach and
must not be made to call.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from fastapi import FastAPI
from starlette.responses import HTMLResponse

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1a1a1a}
section{border-top:1px solid #ccc;padding:.5rem 0}h2{font-size:1.05rem}code,pre{font-size:.9rem}
pre{background:#f5f5f5;padding:.75rem;overflow:auto}b.m{display:inline-block;min-width:4.5rem}
"""


def install(app: FastAPI) -> None:
    """Add ``/docs`` to ``app``."""

    def docs() -> HTMLResponse:
        return HTMLResponse(page(app.openapi()))

    app.add_api_route("/docs", docs, include_in_schema=False)


def page(described: Mapping[str, Any]) -> str:
    """The whole page for an OpenAPI document. It refers to nothing outside this server."""
    title = escape(described["info"]["title"])
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title} – API</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style><h1>{title} – API</h1>"
        '<p>Mô tả cho chương trình khác: <a href="/openapi.json">/openapi.json</a></p>'
        f"{''.join(_operations(described))}<h1>Kiểu dữ liệu</h1>{''.join(_schemas(described))}"
        "</html>"
    )


def _operations(described: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield f'<section><h2><b class="m">{method.upper()}</b><code>{escape(path)}</code></h2>'
            yield f"<p>{escape(operation.get('description', ''))}</p>"
            for parameter in operation.get("parameters", ()):
                needed = ", bắt buộc" if parameter.get("required") else ""
                kind = json.dumps(parameter["schema"], ensure_ascii=False)
                name, place = escape(parameter["name"]), escape(parameter["in"])
                yield f"<p><code>{name}</code> ({place}{needed}): <code>{escape(kind)}</code></p>"
            for media, body in operation.get("requestBody", {}).get("content", {}).items():
                yield f"<p>Gửi <code>{media}</code>: {_name(body['schema'])}</p>"
            for status, reply in operation["responses"].items():
                for media, body in reply.get("content", {}).items():
                    yield f"<p>{status} <code>{media}</code>: {_name(body.get('schema', {}))}</p>"
            yield "</section>"


def _name(schema: Mapping[str, Any]) -> str:
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    if name:
        return f'<a href="#{escape(name)}">{escape(name)}</a>'
    return f"<code>{escape(json.dumps(schema, ensure_ascii=False))}</code>"


def _schemas(described: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in described["components"]["schemas"].items():
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        yield (
            f'<details id="{escape(name)}"><summary>{escape(name)}</summary>'
            f"<pre>{escape(text)}</pre></details>"
        )
