"""Takes a body of many lines in, on disk when it is large, and hands its lines out one by one.

Most clients read only after they have sent everything: answering while they still send would leave both waiting.
"""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from quoteservice.settings import Settings
from quoteservice.web.bodies import discard
from quoteservice.web.problems import Problem

PIECE = 65_536
IN_MEMORY = 2**20


def taken_in(settings: Settings) -> IO[bytes]:
    """The request's body as a file at its start; raises Problem 400 or 413.

    At most `max_batch_bytes` bytes and `max_batch_lines` lines, blank ones included; memory stays below 2 MiB.
    """
    request.max_content_length = settings.max_batch_bytes + 1
    spool = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the answer reads on after this function
    try:
        _copy(spool, settings)
    except BaseException:
        spool.close()
        raise
    spool.seek(0)
    return spool


def lines(spool: IO[bytes], longest: int) -> Iterator[bytes | None]:
    """The lines of `spool` in order; None stands for one of more than `longest` bytes."""
    while line := spool.readline(longest + 2):
        if len(line.rstrip(b"\r\n")) <= longest:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = spool.readline(PIECE)
        yield None


def _copy(spool: SpooledTemporaryFile[bytes], settings: Settings) -> None:
    taken = ends = 0
    piece = b"\n"
    try:
        while more := request.stream.read(PIECE):
            piece = more
            taken, ends = taken + len(piece), ends + piece.count(b"\n")
            if taken > settings.max_batch_bytes:
                raise RequestEntityTooLarge
            if ends + (not piece.endswith(b"\n")) > settings.max_batch_lines:
                discard()
                raise Problem(413, f"A batch has at most {settings.max_batch_lines} lines.")
            spool.write(piece)
    except RequestEntityTooLarge:
        discard()
        raise Problem(413, f"A batch has at most {settings.max_batch_bytes} bytes.") from None
    if request.content_length is not None and taken < request.content_length:
        raise Problem(400, "The body ended before its Content-Length.")
