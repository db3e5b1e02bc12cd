"""One start of the engine: its process, its private folder with the socket, its secret and its log."""

import os
import secrets
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .bundle import engine_program, node_program
from .engine_environment import engine_environment
from .engine_log import new_log
from .engine_model import EngineModel
from .engine_socket import answers

START_SECONDS = 60.0
PREPARE_SECONDS = 3600.0
"""Of a country package and its population, for the first time."""
PREFIX = "reformlab-engine-"
LONGEST_SOCKET_PATH = 100
"""Bytes that every system takes."""


@dataclass(frozen=True)
class Address:
    """Where a running engine listens, and what signs tokens for it."""

    socket: str
    secret: str


class EngineProcess:
    """It ends with this process, however that ends: this process holds its standard input open."""

    def __init__(self, model: EngineModel | None = None) -> None:
        """Starts without waiting. Raises E_ENGINE_MISSING."""
        command = [str(node_program()), str(engine_program()), "serve", "--json", "--exit-with-parent"]
        self._patience = PREPARE_SECONDS if model else START_SECONDS
        self._folder = _private_folder()
        self.address = Address(str(self._folder / "engine.sock"), secrets.token_urlsafe(48))
        self.log = new_log()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *(model.words() if model else []), "--socket", self.address.socket],
                bufsize=0,
                cwd=self._folder,
                env=engine_environment(self.address.secret),
                start_new_session=True,  # An interrupted kernel interrupts its own group.
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        """Of the process, also when it has ended."""
        return self._process.pid

    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def wait(self, seconds: float) -> None:
        """For its end, at most so long."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return

    def wait_until_it_answers(self) -> str | None:
        """None once it does, or why it does not."""
        deadline = time.monotonic() + self._patience
        while not answers(self.address.socket):
            if not self.is_running():
                return f"it ended with status {self._process.returncode}"
            if time.monotonic() > deadline:
                return f"it is silent after {self._patience:.0f} s"
            time.sleep(0.03)
        return None

    def let_go(self) -> None:
        """Closes this end of its standard input."""
        if self._process.stdin is not None:
            self._process.stdin.close()

    def end(self) -> None:
        """Asks it to end, ends it where it does not, and removes its folder."""
        self.let_go()
        for end_harder in (self._process.terminate, self._process.kill):
            self.wait(2)
            if self.is_running():
                end_harder()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def _private_folder() -> Path:
    """A folder that nobody else may enter, its path short enough for a socket."""
    place = tempfile.gettempdir()
    if len(os.fsencode(place)) > LONGEST_SOCKET_PATH - 50:
        place = "/tmp"  # noqa: S108
    for folder in Path(place).glob(f"{PREFIX}*-*"):
        if _was_left_behind(folder):
            shutil.rmtree(folder, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place))


def _was_left_behind(folder: Path) -> bool:
    """By a process of this user that was killed."""
    pid = folder.name.removeprefix(PREFIX).split("-")[0]
    try:
        if not pid.isdecimal() or folder.stat().st_uid != os.getuid():
            return False
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
