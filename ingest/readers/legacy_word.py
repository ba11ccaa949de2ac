"""The old Word format, turned into .docx by LibreOffice in a profile of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ingest.errors import BrokenFile, OversizedFile, UnsupportedFile
from ingest.readers.signature import office_command

# No macros, no linked pictures, no network: a dead proxy catches what the switches miss.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def convert(path: Path, folder: Path, *, seconds: int) -> Path:
    """Write ``path`` as .docx, under its own name, into the empty ``folder``.

    Raises:
        UnsupportedFile: LibreOffice is not installed.
        OversizedFile: It took longer than ``seconds``.
        BrokenFile: LibreOffice could not make a document of it.
    """
    office = office_command()
    if office is None:
        raise UnsupportedFile(
            f"Tệp {path.name} cần gói libreoffice-writer; "
            "hãy cài bằng lệnh `apt-get install libreoffice-writer-nogui`."
        )
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items=items))
    # A fixed name with the right suffix: the user's may start with "-" or lie about the format.
    source = folder / "source.doc"
    source.write_bytes(path.read_bytes())
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)]
    dead = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    try:
        subprocess.run(  # noqa: S603 - fixed command, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env={**os.environ, **dead, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"},
        )
    except subprocess.TimeoutExpired as error:
        raise OversizedFile(
            f"Tệp {path.name} cần hơn {seconds} giây để chuyển sang .docx; "
            "hãy lưu lại tệp dưới dạng .docx rồi nạp lại."
        ) from error
    made = folder / "source.docx"
    if not made.is_file():
        raise BrokenFile(
            f"Tệp {path.name} bị hỏng nên LibreOffice không mở được; "
            "hãy mở tệp bằng Word rồi lưu lại dưới dạng .docx."
        )
    return made.rename(folder / f"{path.stem}.docx")
