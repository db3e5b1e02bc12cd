"""One exchange with the engine, where the engine does not wait for the end of what it is told."""

import asyncio
from pathlib import Path

import pytest

from reformlab.server_extension.upstream import Upstream

REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"


async def _refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers what it has not read, and closes."""
    await reader.readuntil(b"POST")
    writer.write(REFUSAL)
    await writer.drain()
    writer.transport.abort()


@pytest.mark.parametrize("headers", [{"Content-Length": "400000"}, {"Transfer-Encoding": "chunked"}])
def test_refusal_is_heard_though_the_body_is_not(tmp_path: Path, headers: dict[str, str]) -> None:
    async def exchange() -> tuple[int, bytes]:
        address = str(tmp_path / "engine.sock")
        async with await asyncio.start_unix_server(_refuse, address):
            upstream = await Upstream.open(address, "POST /v1/impact", headers)
            await asyncio.sleep(0.05)
            for _ in range(4):
                await upstream.send(b"x" * 100_000)
            status, _ = await upstream.answer()
            said = b"".join([part async for part in upstream.parts()])
            upstream.close()
            return status, said

    assert asyncio.run(exchange()) == (403, b"no")


def test_giving_up_ends_the_wait(tmp_path: Path) -> None:
    async def exchange() -> None:
        address = str(tmp_path / "engine.sock")

        async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()
            writer.close()

        async with await asyncio.start_unix_server(silent, address):
            upstream = await Upstream.open(address, "GET /v1/hang", {})
            waiting = asyncio.create_task(upstream.answer())
            await asyncio.sleep(0.05)
            upstream.close()
            with pytest.raises(EOFError):
                await asyncio.wait_for(waiting, 5)

    asyncio.run(exchange())
