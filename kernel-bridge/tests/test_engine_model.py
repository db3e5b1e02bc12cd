"""An engine of a country package: what it is told, what is seen while it prepares, why it cannot start."""

import asyncio
import json
import threading
from pathlib import Path

import pytest
from traitlets.config import Config

from reformlab import ReformlabError, engine_process
from reformlab.engine import Engine
from reformlab.engine_environment import with_this_python
from reformlab.engine_model import EngineModel
from reformlab.engine_socket import EngineConnection
from reformlab.engine_status import EngineState
from reformlab.server_extension import engine_start
from reformlab.server_extension.engine_start import EngineStart
from reformlab.server_extension.settings import Reformlab

from .eventually import eventually

PROGRAMS = Path(__file__).parent / "programs"
MODEL = EngineModel("atlantis", Path("/data/persons.csv"), 2026)


def stand_in(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(engine_process, "engine_program", lambda: PROGRAMS / name)


def test_settings_name_a_model_on_a_file_below_the_servers_folder() -> None:
    assert Reformlab().engine_model(Path("/work")) is None
    given = {"model": "atlantis", "population": "data/persons.csv", "year": 2026, "outcomes": "/law/a.yaml"}
    settings = Reformlab(config=Config({"Reformlab": given}))
    model = settings.engine_model(Path("/work"))
    assert model is not None
    assert model.words() == [
        *("--model", "atlantis", "--population", "/work/data/persons.csv"),
        *("--year", "2026", "--outcomes", "/law/a.yaml"),
    ]
    assert EngineModel("atlantis").words() == ["--model", "atlantis"]


def test_another_python_may_have_the_packages() -> None:
    assert with_this_python({"REFORMLAB_PYTHON": "/country/bin/python"})["REFORMLAB_PYTHON"] == (
        "/country/bin/python"
    )


def test_what_it_does_is_seen_while_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "preparing-engine.mjs")
    engine = Engine(model=MODEL)
    threading.Thread(target=engine.start).start()
    eventually(lambda: engine.status().doing == "Tracing 9 variables …")
    status = engine.status()
    assert status.state is EngineState.STARTING
    assert status.model == {"package": "atlantis", "population": "persons.csv"}
    connection = EngineConnection(engine.start().socket)
    connection.request("GET", "/")
    words = json.loads(connection.getresponse().read())
    assert words[3:9] == ["--model", "atlantis", "--population", "/data/persons.csv", "--year", "2026"]
    connection.close()
    engine.stop()


def test_engine_is_ended_while_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "preparing-engine.mjs")
    monkeypatch.setattr(engine_process, "answers", lambda _: False)
    engine = Engine(model=MODEL)
    raised: list[ReformlabError] = []

    def start() -> None:
        try:
            engine.start()
        except ReformlabError as error:
            raised.append(error)

    thread = threading.Thread(target=start)
    thread.start()
    eventually(lambda: engine.status().doing == "Tracing 9 variables …")
    engine.stop()
    thread.join(10)
    assert [error.code for error in raised] == ["E_ENGINE_START"]
    assert engine.pid is None


def test_why_it_cannot_start_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "refusing-engine.mjs")
    engine = Engine(model=MODEL)
    with pytest.raises(ReformlabError) as raised:
        engine.start()
    assert (raised.value.code, raised.value.remedy) == ("E_COUNTRY_MISSING", "Install it.")
    status = engine.status()
    assert status.state is EngineState.FAILED
    assert status.problem is not None
    assert status.problem["code"] == "E_COUNTRY_MISSING"
    stand_in(monkeypatch, "echo-engine.mjs")
    assert engine.start()
    assert engine.status().problem is None
    engine.stop()


def test_requests_wait_together_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "preparing-engine.mjs")
    is_ready = threading.Event()
    monkeypatch.setattr(engine_process, "answers", lambda _: is_ready.is_set())
    monkeypatch.setattr(engine_start, "PATIENCE", 0.1)
    engine = Engine(model=MODEL)
    start = EngineStart(engine)

    async def ask() -> object:
        waiting = [asyncio.ensure_future(start.address()) for _ in range(12)]
        await asyncio.sleep(0)
        assert [thread.name for thread in threading.enumerate()].count("reformlab start") == 1
        answers = await asyncio.gather(*waiting, return_exceptions=True)
        assert {getattr(answer, "code", None) for answer in answers} == {"E_ENGINE_STARTING"}
        return answers[0]

    assert "starting" in str(asyncio.run(ask()))
    eventually(lambda: engine.status().doing == "Tracing 9 variables …")
    assert "Tracing 9 variables …" in str(asyncio.run(ask()))
    is_ready.set()
    eventually(lambda: engine.running() is not None)
    assert asyncio.run(start.address()) == engine.running()
    engine.stop()
