"""One question to the engine and its answer."""

import getpass
import http.client
import json
from concurrent.futures import Future
from threading import Thread
from typing import Any

from .engine import Engine
from .engine_log import last_progress
from .engine_process import Address
from .engine_socket import EngineConnection
from .errors import ReformlabError
from .plain_values import plain
from .progress import wait_for
from .tokens import Caller, signed_token

engine = Engine()
"""That of this process, which the functions of this package ask."""


def ask(method: str, path: str, body: object = None, *, text: str | None = None) -> Any:
    """What the engine answers, from JSON; an interrupt gives the question up there too.

    Args:
        method: of HTTP.
        path: with its query.
        body: sent as JSON.
        text: sent as it is, in place of `body`.

    Raises the engine's errors, E_ENGINE_START and E_ENGINE_LOST.
    """
    while True:
        status, content = _answer(method, path, body, text)
        if status < 400:
            return json.loads(content) if content else None
        error = ReformlabError.of_answer(json.loads(content))
        # A population that is fetched for the first time may take longer than the engine waits; it goes on.
        if error.code != "E_REQUEST_TIME" or last_progress(engine.log) is None:
            raise error


def _answer(method: str, path: str, body: object, text: str | None) -> tuple[int, bytes]:
    open_connections: list[EngineConnection] = []
    answer: Future[tuple[int, bytes]] = Future()

    def work() -> None:
        try:
            with engine.in_use():
                answer.set_result(_exchange(method, path, body, text, open_connections))
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=work, name="reformlab request", daemon=True).start()
    try:
        return wait_for(answer, _what_it_does)
    except KeyboardInterrupt:
        for connection in open_connections:
            connection.abort()
        raise


def headers_for(secret: str) -> dict[str, str]:
    """Of a request by the person whose process this is."""
    caller = Caller(getpass.getuser(), ["admin"])
    return {"Authorization": f"Bearer {signed_token(caller, secret)}"}


def _exchange(
    method: str, path: str, body: object, text: str | None, opened: list[EngineConnection]
) -> tuple[int, bytes]:
    address, connection = _connect()
    opened.append(connection)
    headers = headers_for(address.secret)
    content = text
    if text is not None:
        headers["Content-Type"] = "text/plain"
    elif body is not None:
        headers["Content-Type"] = "application/json"
        content = json.dumps(plain(body))
    try:
        connection.request(method, path, content.encode() if content is not None else None, headers)
        response = connection.getresponse()
        return response.status, response.read()
    except (OSError, http.client.HTTPException) as error:
        raise engine.lost() from error
    finally:
        connection.close()


def _connect() -> tuple[Address, EngineConnection]:
    address = engine.start()
    connection = EngineConnection(address.socket)
    try:
        connection.connect()
    except OSError:
        address = engine.start_again(address)
        connection = EngineConnection(address.socket)
    return address, connection


def _what_it_does() -> str:
    if engine.running() is None:
        return "Starting the engine …"
    return last_progress(engine.log) or "Computing …"
