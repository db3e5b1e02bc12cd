"""A JupyterHub for tests, of the configuration in `notebooks/hub`, and browsers of its users."""

import contextlib
import http.client
import http.cookiejar
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from .jupyter_client import Answer

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
PASSWORD = "of-tests-0123456789"  # noqa: S105


class HubBrowser:
    """What somebody's browser keeps and sends: cookies, and the proof that a page of the hub asks."""

    def __init__(self, address: str, name: str) -> None:
        self.address = address
        self.name = name
        self.cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def ask(
        self, method: str, path: str, body: object = None, *, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """An answer, redirects followed; `body` is sent as JSON unless it is bytes."""
        content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        proof = self._proof(path)
        sent = {
            "Accept": "*/*",
            **({"X-XSRFToken": proof} if proof else {}),
            **({"Content-Type": "application/json"} if content is not None else {}),
            **(headers or {}),
        }
        request = urllib.request.Request(self.address + path, content, sent, method=method)  # noqa: S310
        try:
            response = self._opener.open(request, timeout=120)
        except urllib.error.HTTPError as refusal:
            response = refusal
        with response:
            found = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status, found, response.read())

    def log_in(self) -> None:
        """By the form of the hub's own page."""
        self.ask("GET", "/hub/login")
        form = {"username": self.name, "password": PASSWORD, "_xsrf": self._proof("/hub/login")}
        typed = urllib.parse.urlencode(form).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert self.ask("POST", "/hub/login", typed, headers=headers).status == 200

    def open_lab(self) -> Answer:
        """Starts the user's server where it does not run, and opens JupyterLab in it."""
        self.ask("GET", "/hub/spawn")
        deadline = time.monotonic() + 120
        while (
            page := self.ask("GET", self.server("/lab"))
        ).status != 200 or b"jupyter-config" not in page.body:
            assert time.monotonic() < deadline, page.body[-2000:]
            if b"Spawn failed" in page.body:  # Another program has taken the port the hub had chosen.
                self.ask("GET", f"/hub/spawn/{self.name}")
            time.sleep(0.3)
        return page

    def server(self, path: str) -> str:
        """A path of the user's own server."""
        return f"/user/{self.name}{path}"

    def engine(self, path: str) -> str:
        """A path of the engine behind the user's own server."""
        return self.server(f"/reformlab/api/{path}")

    def _proof(self, path: str) -> str:
        fitting = [one for one in self.cookies if one.name == "_xsrf" and path.startswith(one.path)]
        return max(fitting, key=lambda one: len(one.path)).value or "" if fitting else ""


@contextlib.contextmanager
def hub(folder: Path) -> Iterator[str]:
    """Answers its address. It and every server of a user end with it."""
    ports = _free_ports(3)
    site, own, proxy = (f"http://127.0.0.1:{port}" for port in ports)
    command = [
        str(NOTEBOOKS / ".venv" / "bin" / "jupyterhub"),
        f"--config={NOTEBOOKS / 'hub' / 'jupyterhub_config.py'}",
        f"--JupyterHub.bind_url={site}",
        f"--JupyterHub.hub_bind_url={own}",
        f"--ConfigurableHTTPProxy.api_url={proxy}",
    ]
    environment = {**os.environ, "REFORMLAB_HUB": str(folder), "REFORMLAB_HUB_PASSWORD": PASSWORD}
    log = folder / "hub.log"
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=file, stderr=file)
    try:
        deadline = time.monotonic() + 60
        while not _answers(site):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.2)
        yield site
    finally:
        process.terminate()
        process.wait(60)
    assert not [port for port in ports if _is_taken(port)]


def _answers(site: str) -> bool:
    request = urllib.request.Request(f"{site}/hub/api/")  # noqa: S310
    with contextlib.suppress(OSError, http.client.HTTPException), urllib.request.urlopen(request) as response:  # noqa: S310
        return bool(response.status == 200)
    return False


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
