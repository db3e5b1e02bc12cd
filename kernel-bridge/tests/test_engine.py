"""The launcher: starting, ending, crashing, being left behind."""

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reformlab import ReformlabError, engine_process
from reformlab.engine import Engine
from reformlab.engine_log import KEPT, log_tail, new_log
from reformlab.engine_status import EngineState
from reformlab.restart_policy import MOST_FAILURES, RestartPolicy

from .eventually import eventually, is_running

PROGRAMS = Path(__file__).parent / "programs"


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in that starts quickly."""
    monkeypatch.setattr(engine_process, "engine_program", lambda: PROGRAMS / "echo-engine.mjs")


def test_engine_starts_once_and_privately() -> None:
    engine = Engine()
    found: list[engine_process.Address] = []
    threads = [threading.Thread(target=lambda: found.append(engine.start())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    folder = Path(found[0].socket).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(found[0].secret) >= 32
    assert engine.status().state is EngineState.READY
    pid = engine.pid
    assert pid is not None
    engine.stop()
    assert not is_running(pid)
    assert not folder.exists()
    assert engine.status().state is EngineState.STOPPED


def test_engine_hides_secrets_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret")
    monkeypatch.setenv("JUPYTER_TOKEN", "secret")
    engine = Engine()
    engine.start()
    environment = Path(f"/proc/{engine.pid}/environ")
    if environment.exists():
        assert b"=secret" not in environment.read_bytes()
    engine.stop()


@pytest.mark.usefixtures("echo")
def test_killed_engine_comes_back_with_another_secret() -> None:
    engine = Engine()
    before = engine.start()
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGKILL)
    eventually(lambda: engine.status().state is EngineState.RESTARTING)
    assert engine.status().remedy
    after = engine.start()
    assert after.secret != before.secret
    assert not Path(before.socket).parent.exists()
    engine.stop()


@pytest.mark.usefixtures("echo")
def test_idle_engine_is_stopped_unless_it_is_used() -> None:
    engine = Engine(idle_seconds=0.4)
    with engine.in_use():
        engine.start()
        threading.Event().wait(1.2)
        assert engine.running()
    eventually(lambda: engine.status().state is EngineState.STOPPED)
    assert engine.start()
    engine.stop()


def test_engine_that_does_not_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_process, "engine_program", lambda: PROGRAMS / "failing-engine.mjs")
    engine = Engine()
    with pytest.raises(ReformlabError) as raised:
        engine.start()
    error = raised.value
    assert error.code == "E_ENGINE_START"
    assert "status 3" in error.message
    assert error.details["log_tail"] == ["There is no room in memory."]
    assert str(engine.log) in error.remedy
    assert engine.status().log_tail == ["There is no room in memory."]


def test_restarts_take_longer_and_then_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    policy = RestartPolicy()
    delays = []
    for _ in range(MOST_FAILURES):
        policy.started()
        policy.ended()
        delays.append(policy.delay())
    assert delays == [0, 1, 2, 4, None]
    assert policy.seconds_left() == 60
    now += 61
    assert policy.delay() == 0
    policy.started()
    now += 3600
    policy.ended()
    assert (policy.failures, policy.delay()) == (1, 0)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_engine_ends_with_its_parent(end: signal.Signals) -> None:
    script = (
        "from reformlab.request import engine; from pathlib import Path;"
        "print(Path(engine.start().socket).parent, engine.pid, flush=True); input()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    folder, pid_text = parent.stdout.readline().split()
    pid = int(pid_text)
    assert is_running(pid)
    assert Path(folder).exists()
    parent.send_signal(end)
    parent.communicate()
    eventually(lambda: not is_running(pid))
    engine = Engine()
    engine.start()
    assert not Path(folder).exists()
    engine.stop()


@pytest.mark.usefixtures("echo")
def test_fork_does_not_keep_the_engine() -> None:
    engine = Engine()
    engine.start()
    process = engine._process
    assert process is not None
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, engine.status().state.encode())
        threading.Event().wait(60)
    assert os.read(reader, 100) == b"stopped"
    process.let_go()
    eventually(lambda: not process.is_running())
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    engine.stop()


def test_logs_are_few_and_quiet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REFORMLAB_CACHE", str(tmp_path))
    for number in range(KEPT + 3):
        (tmp_path / "logs").mkdir(exist_ok=True)
        (tmp_path / "logs" / f"engine-2020-{number}.log").touch()
    log = new_log()
    assert len(list((tmp_path / "logs").iterdir())) == KEPT
    log.write_text('{"level":30,"msg":"incoming request"}\nFetching …\n{"level":50,"msg":"lost"}\n')
    assert log_tail(log) == ["Fetching …", '{"level":50,"msg":"lost"}']
