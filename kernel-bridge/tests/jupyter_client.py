"""A browser's view of a Jupyter server, for tests."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OWNER = "owner-0123456789"
API = "/reformlab/api"


@dataclass
class Answer:
    """Status, headers by lower-case name, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body."""
        return json.loads(self.body)


@dataclass
class JupyterClient:
    """Asks one server."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path
    is_browser: bool = False
    """Keeps cookies."""
    cookies: dict[str, str] = field(default_factory=dict)

    def open(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        """An answer whose body has not been read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body, {**({"Cookie": cookie} if cookie else {}), **(headers or {})})
        response = connection.getresponse()
        for name, value in response.getheaders():
            if self.is_browser and name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return connection, response

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        token: str | None = OWNER,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """A whole answer; `body` is sent as JSON unless it is bytes."""
        content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        own = {"Authorization": f"token {token}"} if token else {}
        type_of = {"Content-Type": "application/json"} if content is not None else {}
        connection, response = self.open(method, path, content, {**own, **type_of, **(headers or {})})
        with contextlib.closing(connection):
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())

    def engine(self) -> Mapping[str, Any]:
        """What the handshake says of it."""
        state: Mapping[str, Any] = self.ask("GET", f"{API}/handshake").json["engine"]
        return state


@contextlib.contextmanager
def serve(folder: Path, program: Path | None = None) -> Iterator[JupyterClient]:
    """A server of its own settings, in `folder`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "tests.programs.jupyter_server", str(port)]
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTER_TOKEN": OWNER,
    }
    log = folder / "server.log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [*command, *([str(program)] if program else [])],
            cwd=Path(__file__).parent.parent,
            env=environment,
            stdout=file,
            stderr=file,
        )
    try:
        client = JupyterClient(port, process, log)
        _wait(client)
        yield client
    finally:
        process.terminate()
        process.wait(20)


def _wait(client: JupyterClient) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and client.process.poll() is None:
        with contextlib.suppress(OSError):
            client.ask("GET", "/api")
            return
        time.sleep(0.1)
    raise AssertionError(client.log.read_text())
