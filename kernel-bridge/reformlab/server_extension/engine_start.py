"""The engine's start as requests wait for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread

from ..engine import Engine
from ..engine_process import Address
from ..errors import ReformlabError

PATIENCE = 25.0
"""Seconds that a request waits: less than proxies on the way do."""


class EngineStart:
    """One thread waits for it, however many requests do; it goes on when they are gone."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pending: Future[Address] | None = None

    async def address(self) -> Address:
        """Raises what `Engine.start` raises, and E_ENGINE_STARTING where it takes long."""
        return self._engine.running() or await self._wait(self._engine.start)

    async def again(self, gone: Address) -> Address:
        """The same where nobody listens at `gone` any more."""
        return await self._wait(lambda: self._engine.start_again(gone))

    async def _wait(self, start: Callable[[], Address]) -> Address:
        if self._pending is None or self._pending.done():
            self._pending = _in_background(start)
        try:
            return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(self._pending)), PATIENCE)
        except TimeoutError as error:
            raise ReformlabError(
                "E_ENGINE_STARTING",
                f"The engine is starting. {self._engine.status().doing or ''}".strip(),
                "Ask again: it goes on meanwhile.",
            ) from error


def _in_background(start: Callable[[], Address]) -> Future[Address]:
    """In a thread that does not hold up the end of the process."""
    answer: Future[Address] = Future()

    def work() -> None:
        try:
            answer.set_result(start())
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=work, name="reformlab start", daemon=True).start()
    return answer
