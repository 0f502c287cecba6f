"""A sender that costs next to nothing: one HTTP request over asyncio, and all that can become of it."""

import asyncio
import json
import time
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """What became of a request: its status (0 for none), whether it was let in, and how long it took."""

    kind: str
    status: int
    connected: bool
    seconds: float


async def post(url: str, text: str, patience: float) -> Answer:
    """Post a text to /quotes of `url`; the answer is `hangs` when there is none within `patience` seconds."""
    start, state = time.monotonic(), {"connected": False}
    try:
        async with asyncio.timeout(patience):
            status, kind = await _exchange(url, text.encode(), state)
    except TimeoutError:
        status, kind = 0, "hangs"
    except OSError as error:
        status, kind = 0, type(error).__name__
    return Answer(kind, status, state["connected"], time.monotonic() - start)


async def _exchange(url: str, body: bytes, state: dict[str, bool]) -> tuple[int, str]:
    where = urlsplit(url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    state["connected"] = True
    try:
        head = (
            f"POST /quotes HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}"
        )
        writer.write(f"{head}\r\nConnection: close\r\n\r\n".encode() + body)
        await writer.drain()
        raw = await reader.read()
    finally:
        writer.close()
    if not raw:
        return 0, "cut off"
    head_raw, _, told = raw.partition(b"\r\n\r\n")
    status = int(head_raw.split(b" ", 2)[1])
    return status, _kind(status, head_raw, told)


def _kind(status: int, head: bytes, told: bytes) -> str:
    """`right`, `503 told when` or what else it is; a right answer has quotations."""
    if status == 200:
        return "right" if json.loads(told)["quotes"] else "empty"
    return f"{status} told when" if b"\r\nRetry-After: " in head else str(status)
