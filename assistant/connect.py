"""The service of a data folder: opened here, or spoken to where a server owns the folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from assistant.errors import ServerUnreachable
from vectorstore.errors import FolderBusy, Owner

if TYPE_CHECKING:
    from assistant.remote import RemoteService
    from assistant.service import Service
    from assistant.settings import Settings


@contextmanager
def connect(settings: Settings, *, rebuild_vectors: bool = False) -> Iterator[Service]:
    """The service of ``settings.data_dir`` for as long as the context lasts.

    ``rebuild_vectors`` makes all vectors anew first; a running server is not asked to.

    Raises:
        FolderBusy: another process holds the folder and cannot be asked to do the work.
        ServerUnreachable: the server that holds it does not answer. Both within two seconds.
    """
    from vectorstore.ownership import read_owner

    # The note is looked at first: waiting for the lock of a running server would cost a second.
    owner = read_owner(settings.data_dir)
    remote = _reached(settings, owner) if owner else None
    if remote is None:
        from assistant.bootstrap import open_local

        try:
            with open_local(settings, rebuild_vectors=rebuild_vectors) as local:
                yield local
            return
        except FolderBusy as busy:
            remote = _reached(settings, busy.owner) if busy.owner else None
            if remote is None:
                raise
    with closing(remote):
        if rebuild_vectors:
            raise FolderBusy(
                f"Máy chủ tại {remote.url} đang giữ thư mục {settings.data_dir}; hãy tắt nó "
                "rồi mới tạo lại véc-tơ."
            )
        yield remote


def _reached(settings: Settings, owner: Owner) -> RemoteService | None:
    """The owner's service; ``None`` where it has no address or nobody listens there."""
    if owner.url is None:
        return None
    from assistant import owner_token
    from assistant.remote import NobodyListens, RemoteService

    remote = RemoteService(owner.url, token=owner_token.read(settings.data_dir))
    try:
        remote.probe()
    except NobodyListens:
        remote.close()
        return None
    except ServerUnreachable:
        remote.close()
        raise
    return remote
