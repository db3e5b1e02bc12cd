"""`/reformlab/api/…`: the engine behind the Jupyter server's authentication. Streams both ways."""

import asyncio
import contextlib

from tornado import iostream, web

from ..engine import Engine
from ..engine_process import Address
from ..errors import ReformlabError
from ..tokens import signed_token
from .engine_handler import EngineHandler
from .engine_start import EngineStart
from .identity import caller_of
from .upstream import Upstream

FORWARDED = (
    *("accept", "content-type", "content-length", "transfer-encoding", "idempotency-key", "if-none-match"),
    *("last-event-id", "traceparent", "x-request-id"),
)
"""Headers of requests that the engine gets to see; neither cookies nor the browser's authorization."""
KEPT_BACK = ("connection", "keep-alive", "transfer-encoding", "trailer", "upgrade", "set-cookie")
"""Headers of answers that are the connection's own, or that the engine has no business to set."""
MOST_BODY = 1 << 30
"""Bytes; the engine has its own, smaller limits."""


@web.stream_request_body
class ProxyHandler(EngineHandler):
    """One request; when the page gives it up, the engine's connection is closed, so that it gives up too."""

    _start: EngineStart
    _upstream: Upstream | None = None
    _has_left = False
    _use: contextlib.AbstractContextManager[None] | None = None

    def initialize(self, engine: Engine, root: str, start: EngineStart) -> None:  # type: ignore[override]
        """With `start`, which all requests wait for together."""
        super().initialize(engine, root)
        self._start = start

    async def prepare(self) -> None:  # type: ignore[override]
        """Before the body is read: lets in who may, and opens the way to the engine."""
        await super().prepare()
        self._use = self.engine.in_use()
        self._use.__enter__()
        try:
            address = await self._start.address()
            try:
                self._upstream = await self._open(address)
            except OSError:
                address = await self._start.again(address)
                self._upstream = await self._open(address)
        except ReformlabError as error:
            raise web.HTTPError(503, error.message) from error
        except OSError as error:
            raise web.HTTPError(502) from await self._lost(error)

    async def _open(self, address: Address) -> Upstream:
        assert self.request.connection is not None  # noqa: S101
        self.request.connection.set_max_body_size(MOST_BODY)  # type: ignore[attr-defined]
        headers = {name: value for name, value in self.request.headers.items() if name.lower() in FORWARDED}
        if not {"Content-Length", "Transfer-Encoding"} & set(headers):
            # JupyterLab names JSON where there is nothing, and the engine would miss it.
            headers.pop("Content-Type", None)
        token = signed_token(caller_of(self.current_user), address.secret)
        # As it came: what Tornado has decoded could hold the end of a line.
        target = (self.request.uri or "").removeprefix(self.root)
        request = f"{self.request.method} {target}"
        return await Upstream.open(address.socket, request, {**headers, "Authorization": f"Bearer {token}"})

    async def data_received(self, chunk: bytes) -> None:
        """A part of the body."""
        if self._upstream:
            await self._upstream.send(chunk)

    async def _relay(self) -> None:
        assert self._upstream is not None  # noqa: S101
        try:
            status, headers = await self._upstream.answer()
            self.set_status(status)
            self.clear_header("Content-Type")
            for name, value in headers:
                if name.lower() not in KEPT_BACK:
                    self.set_header(name, self._seen_from_outside(name, value))
            async for part in self._upstream.parts():
                self.write(part)
                await self.flush()
        except iostream.StreamClosedError:
            return
        except (OSError, EOFError) as error:
            if self._has_left:
                return
            if not self._headers_written:
                raise web.HTTPError(502) from await self._lost(error)
            # Half an answer must not look like a whole one.
            self.request.connection.stream.close()  # type: ignore[union-attr]

    get = post = delete = _relay

    def _seen_from_outside(self, name: str, value: str) -> str:
        """The engine does not know below which path the page sees it."""
        return self.root + value if name.lower() == "location" and value.startswith("/") else value

    async def _lost(self, reason: Exception) -> ReformlabError:
        self.log.warning("The engine ended before it answered: %r", reason)
        return await asyncio.to_thread(self.engine.lost)

    def on_connection_close(self) -> None:
        """The page has left."""
        super().on_connection_close()
        self._has_left = True
        self._release()

    def on_finish(self) -> None:
        """The answer is out."""
        super().on_finish()
        self._release()

    def _release(self) -> None:
        if self._upstream:
            self._upstream.close()
        if self._use:
            self._use.__exit__(None, None, None)
            self._use = None
