"""One HTTP exchange over the engine's socket, read and written as it comes."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator, Mapping

PART = 256 << 10
"""Bytes that are passed on at a time at most."""


class Upstream:
    """Header and body go out, header and body come back, each while it comes.

    On the socket itself: where the engine refuses before it has heard everything, and closes, a stream of
    asyncio forgets what it said.
    """

    def __init__(self, connection: socket.socket, is_chunked: bool) -> None:
        self._connection = connection
        self._is_chunked = is_chunked
        self._length: int | None = None
        self._answer_is_chunked = False
        self._read = bytearray()
        self._uses = 0
        self._is_closed = False

    @classmethod
    async def open(cls, address: str, request: str, headers: Mapping[str, str]) -> "Upstream":
        """Sends the header. `request` is method and target."""
        connection = socket.socket(socket.AF_UNIX)
        connection.setblocking(False)
        names = {name.lower() for name in headers}
        upstream = cls(connection, is_chunked="transfer-encoding" in names)
        try:
            await asyncio.get_running_loop().sock_connect(connection, address)
        except OSError:
            upstream.close()
            raise
        lines = [f"{request} HTTP/1.1", "Host: engine", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        await upstream._write(("\r\n".join(lines) + "\r\n\r\n").encode("latin1"))
        return upstream

    async def send(self, part: bytes) -> None:
        """A part of the body."""
        await self._write(b"%x\r\n%b\r\n" % (len(part), part) if self._is_chunked else part)

    async def answer(self) -> tuple[int, list[tuple[str, str]]]:
        """Status and headers. Raises `EOFError` where the engine ends instead."""
        if self._is_chunked:
            await self._write(b"0\r\n\r\n")
        status, *lines = (await self._until(b"\r\n\r\n")).decode("latin1").strip().split("\r\n")
        parted = [line.partition(":") for line in lines]
        headers = [(name.strip(), value.strip()) for name, _, value in parted]
        found = {name.lower(): value for name, value in headers}
        self._answer_is_chunked = "chunked" in found.get("transfer-encoding", "").lower()
        code = int(status.split(" ", 2)[1])
        if code in (204, 304):
            self._length = 0
        elif "content-length" in found:
            self._length = int(found["content-length"])
        return code, headers

    async def parts(self) -> AsyncIterator[bytes]:
        """The body, as it comes. Raises `EOFError` where the engine ends in the middle of it."""
        if self._answer_is_chunked:
            while size := int((await self._until(b"\r\n")).split(b";")[0], 16):
                yield await self._exactly(size)
                await self._exactly(2)
            return
        left = self._length
        while left != 0:
            if not self._read and not await self._hear():
                if left is None:
                    return
                raise EOFError
            part = self._take(len(self._read) if left is None else min(len(self._read), left))
            left = None if left is None else left - len(part)
            yield part

    def close(self) -> None:
        """Gives the exchange up, or is done with it. Whoever waits for the engine meets its end."""
        self._is_closed = True
        with contextlib.suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)
        self._close_when_unused()

    async def _write(self, content: bytes) -> None:
        """An engine that has heard enough has closed its end and still answers."""
        with contextlib.suppress(ConnectionError, EOFError), self._in_use():
            await asyncio.get_running_loop().sock_sendall(self._connection, content)

    async def _hear(self) -> bool:
        """Reads on. False at the end."""
        with self._in_use():
            part = await asyncio.get_running_loop().sock_recv(self._connection, PART)
        self._read += part
        return bool(part)

    async def _until(self, mark: bytes) -> bytes:
        while (end := self._read.find(mark)) < 0:
            if not await self._hear():
                raise EOFError
        return self._take(end + len(mark))

    async def _exactly(self, size: int) -> bytes:
        while len(self._read) < size:
            if not await self._hear():
                raise EOFError
        return self._take(size)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._read[:size])
        del self._read[:size]
        return taken

    @contextlib.contextmanager
    def _in_use(self) -> Iterator[None]:
        """The number of a socket that is closed while the loop waits for it may already be another's."""
        if self._is_closed:
            raise EOFError
        self._uses += 1
        try:
            yield
        finally:
            self._uses -= 1
            self._close_when_unused()

    def _close_when_unused(self) -> None:
        if self._is_closed and self._uses == 0:
            self._connection.close()
