"""``cchc`` as a real process."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ADDRESS = re.compile(r"http://\S+?:\d+")
PLAN = """KẾ HOẠCH
Cải cách hành chính năm 2031

| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian thực hiện |
|---|---|---|---|
| I | CẢI CÁCH THỂ CHẾ | | |
| 1 | Rà soát quy trình cấp phiếu | Văn phòng Sở | Quý I/2031 |
| 2 | Tập huấn nghiệp vụ một cửa | Phòng Hành chính tư pháp | Quý II/2031 |
"""


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    """The process's variables without settings of the machine, with this data folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CCHC_")}
    return kept | {"CCHC_DATA_DIR": str(data_dir)} | more


def cchc(
    *args: str | Path, data_dir: Path, module: str = "assistant", stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, args)],
        env=environment(data_dir),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@dataclass
class Served:
    """A running server."""

    url: str
    process: subprocess.Popen[str]

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and wait; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(20)


@contextmanager
def serve(data_dir: Path, *args: str | Path, module: str = "assistant") -> Iterator[Served]:
    """Run ``cchc serve`` on a free port."""
    command = [sys.executable, "-m", module, "serve", "--port", "0", *map(str, args)]
    with subprocess.Popen(
        command, env=environment(data_dir), stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stderr is not None
            said = ""
            for line in process.stderr:
                said += line
                if found := _ADDRESS.search(line):
                    break
            else:
                raise AssertionError(f"the server did not start: {said}")
            yield Served(found.group(), process)
        finally:
            process.kill()
