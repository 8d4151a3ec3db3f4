"""A worker whose threads never wait for slow clients: they get a request once all of it has arrived."""

import re
import socket
import struct
import time
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

HEADERS, MOST = 16 * 1024, 96 * 1024  # bytes; what is longer is read as it comes
PATIENCE = 20  # seconds for a request to arrive, and for each part of an answer to be taken
SEND_AHEAD = 1024 * 1024  # bytes of an answer that the system holds for a slow client

LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d{1,9})", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
ASKS_FIRST = re.compile(rb"\r\nexpect:", re.IGNORECASE)


class PatientWorker(ThreadWorker):  # type: ignore[misc]  # ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.looked_at = 0.0

    def enqueue_req(self, conn: Any) -> None:
        """Give a request to a thread, or wait for the rest of it without one."""
        if not hasattr(conn, "deadline"):
            _prepare(conn.sock)
            conn.deadline = None
        ahead = conn.parser is not None and conn.parser.unreader.buf.getvalue()
        missing = 0 if ahead else _missing(conn.sock)
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, missing or 1)
        if missing:
            return self._wait(conn)
        conn.deadline, conn.data_ready = None, True
        super().enqueue_req(conn)

    def murder_pending(self) -> None:
        """Close what has not arrived in time; those that wait are not in the order of their deadlines."""
        now = time.monotonic()
        if now < self.looked_at + 1:
            return
        self.looked_at = now
        for conn in [conn for conn in self.pending_conns if conn.timeout < now]:
            self.pending_conns.remove(conn)
            self.poller.unregister(conn.sock)
            self.nr_conns -= 1
            conn.close()

    def _wait(self, conn: Any) -> None:
        conn.deadline = conn.deadline or time.monotonic() + PATIENCE
        conn.timeout = conn.deadline
        conn.sock.setblocking(False)
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self.on_pending_socket_readable, conn))


def _prepare(sock: socket.socket) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_AHEAD)
    for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
        sock.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", PATIENCE, 0))


def _missing(sock: socket.socket) -> int:
    """How many bytes must be there before it is worth looking again; none when all has arrived or nothing more will."""
    try:
        found = sock.recv(MOST, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return 1
    except OSError:
        return 0
    head, end, body = found.partition(b"\r\n\r\n")
    if not found or len(found) >= MOST or ASKS_FIRST.search(head):
        return 0
    if not end:
        return len(found) + 1 if len(head) < HEADERS else 0
    if CHUNKED.search(head):
        return 0 if body.endswith(b"0\r\n\r\n") else len(found) + 1
    length = LENGTH.search(head)
    whole = min(len(head) + len(end) + int(length[1]), MOST) if length else 0
    return whole if len(found) < whole else 0
