"""Questions that are given up, take long, or meet an engine that ends."""

import io
import json
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from reformlab import ReformlabError, engine_process, progress, request
from reformlab.engine import Engine

from .eventually import eventually

ECHO = Path(__file__).parent / "programs" / "echo-engine.mjs"


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Questions go to a stand-in."""
    engine = Engine()
    monkeypatch.setattr(engine_process, "engine_program", lambda: ECHO)
    monkeypatch.setattr(request, "engine", engine)
    yield
    engine.stop()


@pytest.mark.usefixtures("echo")
def test_question_carries_a_token_and_a_body() -> None:
    found = request.ask("POST", "/v1/echo", {"year": 2026})
    assert found["headers"]["authorization"].startswith("Bearer ")
    assert found["headers"]["content-type"] == "application/json"
    assert found["bytes"] == len(json.dumps({"year": 2026}))


@pytest.mark.usefixtures("echo")
def test_interrupt_gives_the_question_up_in_the_engine_too() -> None:
    assert request.ask("GET", "/v1/abandoned") == 0
    threading.Timer(0.5, signal.raise_signal, [signal.SIGINT]).start()
    with pytest.raises(KeyboardInterrupt):
        request.ask("GET", "/v1/hang")
    eventually(lambda: request.ask("GET", "/v1/abandoned") == 1)


@pytest.mark.usefixtures("echo")
def test_engine_that_ends_is_said_and_comes_back() -> None:
    with pytest.raises(ReformlabError) as raised:
        request.ask("GET", "/v1/crash")
    assert raised.value.code == "E_ENGINE_LOST"
    assert str(request.engine.log) in raised.value.remedy
    assert request.ask("GET", "/v1/echo")["method"] == "GET"


def test_population_that_is_being_fetched_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    late = {"error": {"code": "E_REQUEST_TIME", "message": "late", "remedy": "again", "details": {}}}
    answers = [(503, json.dumps(late).encode()), (200, b"[1]"), (503, json.dumps(late).encode())]
    monkeypatch.setattr(request, "_answer", lambda *_: answers.pop(0))
    monkeypatch.setattr(request, "last_progress", lambda _: "Fetching …")
    assert request.ask("GET", "/v1/impact") == [1]
    monkeypatch.setattr(request, "last_progress", lambda _: None)
    with pytest.raises(ReformlabError, match="late"):
        request.ask("GET", "/v1/impact")


def test_long_work_is_said_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE", 0.05)
    monkeypatch.setattr(progress, "STEP", 0.02)
    work: Future[int] = Future()
    threading.Timer(0.3, work.set_result, [7]).start()
    assert progress.wait_for(work, lambda: "Fetching …") == 7
    assert "Fetching … 0 s" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    began = time.monotonic()
    assert progress.wait_for(work, lambda: "never said") == 7
    assert time.monotonic() - began < 1
    assert "never said" not in terminal.getvalue()
