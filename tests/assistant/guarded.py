"""Runs ``cchc`` in a process that ends with code 99 when it reaches beyond this machine.

Usage: ``python -m tests.assistant.guarded CCHC_ARGUMENTS``.
"""

from __future__ import annotations

import ipaddress
import os
import sys

_WATCHED = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}
LEFT_THE_MACHINE = 99


def stays_here(address: object) -> bool:
    host = address[0] if isinstance(address, tuple) else address
    if host is None or not isinstance(address, tuple | str):
        return True
    if isinstance(address, str) and address.startswith(("/", "\0")):
        return True  # a Unix socket
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def watch(event: str, args: tuple[object, ...]) -> None:
    place = _WATCHED.get(event)
    if place is not None and not stays_here(args[place]):
        sys.stderr.write(f"{event} {args[place]!r}\n")
        sys.stderr.flush()
        os._exit(LEFT_THE_MACHINE)


if __name__ == "__main__":
    sys.addaudithook(watch)
    if sys.argv[1:] == ["--leave"]:
        import socket

        with socket.socket() as probe:
            probe.settimeout(0.1)
            probe.connect(("192.0.2.1", 9))
    from assistant.__main__ import main

    main()
