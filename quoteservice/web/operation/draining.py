"""A stop that loses no request: nothing new comes in, and what already waits in the backlog is still answered.

Closing a listening socket resets the connections in its backlog, although their senders have already been let in.
So the master first has the kernel drop every new handshake (a socket filter that lets nothing pass; connections that
are already in keep their own), and each worker then goes on until the backlog is empty.
"""

import ctypes
import mmap
import socket
import struct
from collections.abc import Iterable
from typing import Any

from gunicorn.arbiter import Arbiter
from gunicorn.workers.sync import SyncWorker

DROP_ALL = struct.pack("=HBBI", 0x06, 0, 0, 0)
"""One instruction of the kernel's packet filter: return 0 bytes of the packet."""
SO_ATTACH_FILTER = 26
_stopping = mmap.mmap(-1, 1)
"""One byte that the master and its workers share: whether the whole service stops."""


def prepare(server: Arbiter) -> None:
    """Have `server` (the master, before its workers are forked) refuse new connections before it stops."""
    stop = server.stop

    def stop_listening_first(graceful: bool = True) -> Any:
        if graceful:
            _stopping[0] = 1
            refuse_new(listener.sock for listener in server.LISTENERS)
        return stop(graceful)

    server.stop = stop_listening_first  # type: ignore[method-assign]


def refuse_new(listeners: Iterable[socket.socket]) -> None:
    """Let the kernel drop every handshake that is not complete; the sender tries again and finds no one."""
    program = ctypes.create_string_buffer(DROP_ALL)
    told = struct.pack("HL", 1, ctypes.addressof(program))
    for listener in listeners:
        try:
            listener.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, told)
        except OSError:
            # Not every kernel filters every kind of socket; the backlog is then drained as far as it goes.
            continue


class DrainingWorker(SyncWorker):
    """gunicorn's sync worker, which ends only when no connection waits any more."""

    def run(self) -> None:
        """Serve until told to stop; when the whole service stops, empty the backlog before."""
        super().run()
        if _stopping[0]:
            for listener in self.sockets:
                self._drain(listener)

    def _drain(self, listener: Any) -> None:
        while True:
            self.notify()
            try:
                self.accept(listener)
            except ConnectionAbortedError:
                continue
            except BlockingIOError:
                return
