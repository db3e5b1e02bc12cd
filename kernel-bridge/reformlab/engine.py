"""One engine of this Python process: started when it is first needed, and gone with it.

The kernel's client and the Jupyter server's extension share this. All of it may be called from any thread;
what waits (`start`) belongs into a thread where an event loop runs (`asyncio.to_thread`).
"""

import atexit
import contextlib
import os
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

from .engine_log import keep_small, last_error, last_progress, log_tail
from .engine_model import EngineModel
from .engine_process import Address, EngineProcess
from .engine_socket import require_sockets
from .engine_status import EngineState, EngineStatus
from .errors import ReformlabError
from .restart_policy import RestartPolicy

IDLE_SECONDS = 30 * 60.0


class Engine:
    """Starts, watches and ends the process."""

    def __init__(self, idle_seconds: float = IDLE_SECONDS, model: EngineModel | None = None) -> None:
        """Of our own law, or of a `model`. One that nobody has used for `idle_seconds` is stopped."""
        self._idle_seconds = idle_seconds
        self._model = model
        self._policy = RestartPolicy()
        self._forget()
        _engines.add(self)

    def _forget(self) -> None:
        self._lock = threading.Lock()
        self._process: EngineProcess | None = None
        """The newest start; it may be starting, answering or over."""
        self._has_answered = False
        self._is_starting = False
        self._refusal: ReformlabError | None = None
        """Why the newest start came to nothing, in the engine's own words."""
        self._counting = threading.Lock()
        self._users = 0
        self._last_used = time.monotonic()
        self.log: Path | None = None

    @property
    def pid(self) -> int | None:
        """Of the engine's process, while it runs."""
        process = self._process
        return process.pid if process is not None and process.is_running() else None

    def running(self) -> Address | None:
        """Where it listens, if it runs and has answered."""
        process = self._process
        return process.address if process and self._has_answered and process.is_running() else None

    def start(self) -> Address:
        """Waits until the engine answers; starts it where it does not run. After crashes it waits longer.

        Raises E_ENGINE_START, E_ENGINE_MISSING, E_ENGINE_PLATFORM, and what the engine said where it cannot.
        """
        if address := self.running():
            return address
        require_sockets()
        with self._lock:
            if address := self.running():
                return address
            if self._process is not None:
                self._end()
                self._policy.ended()
            if (delay := self._policy.delay()) is None:
                raise self._start_error("it ended several times in a row")
            self._is_starting = True
            try:
                time.sleep(delay)
                return self._start_process()
            finally:
                self._is_starting = False

    def start_again(self, gone: Address) -> Address:
        """Where nobody listens at `gone` any more: that engine is about to end, and another starts.

        Raises what `start` raises.
        """
        process = self._process
        if process is not None and process.address == gone:
            process.wait(2)
        return self.start()

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """The engine is not idle while this is open."""
        with self._counting:
            self._users += 1
        try:
            yield
        finally:
            with self._counting:
                self._users -= 1
            self._last_used = time.monotonic()

    def stop(self) -> None:
        """Ends the process, if there is one, also while it starts; the next `start` brings another."""
        process = self._process
        if self._is_starting and process is not None:
            process.end()
        with self._lock:
            self._end()

    def status(self) -> EngineStatus:
        """Never waits."""
        state = self._state()
        is_ill = state in (EngineState.RESTARTING, EngineState.FAILED)
        is_starting = state is EngineState.STARTING
        doing = last_progress(self.log)
        return EngineStatus(
            state=state,
            pid=self.pid,
            model=self._model.about() if self._model else None,
            doing=doing or ("Starting the engine …" if is_starting else None),
            problem=self._refusal.as_answer()["error"] if self._refusal else None,
            remedy=self._remedy() if is_ill else None,
            log=str(self.log) if self.log else None,
            log_tail=log_tail(self.log) if is_ill else [],
        )

    def lost(self) -> ReformlabError:
        """It is gone before it answered. Waits a moment for its end: the next question meets another."""
        process = self._process
        if process is not None:
            process.wait(1)
        return ReformlabError(
            "E_ENGINE_LOST",
            "The engine ended before it answered.",
            f"Ask again: it starts anew. Where that does not help, its log says more: {self.log}",
            {"log": str(self.log), "log_tail": log_tail(self.log)},
        )

    def _state(self) -> EngineState:
        if self.running():
            return EngineState.READY
        if self._is_starting:
            return EngineState.STARTING
        if self._refusal or self._policy.has_given_up():
            return EngineState.FAILED
        has_crashed = self._process is not None or self._policy.failures > 0
        return EngineState.RESTARTING if has_crashed else EngineState.STOPPED

    def _start_process(self) -> Address:
        self._has_answered = False
        self._refusal = None
        try:
            process = self._process = EngineProcess(self._model)
        except OSError as error:
            raise self._start_error(str(error)) from error
        self.log = process.log
        if problem := process.wait_until_it_answers():
            self._end()
            self._policy.ended()
            self._refusal = last_error(self.log)
            raise self._refusal or self._start_error(problem)
        self._has_answered = True
        self._last_used = time.monotonic()
        self._policy.started()
        threading.Thread(target=self._watch, args=[process], name="reformlab engine", daemon=True).start()
        return process.address

    def _watch(self, process: EngineProcess) -> None:
        """Stops the engine once it is idle, and keeps its log small."""
        while process.is_running():
            process.wait(min(30.0, self._idle_seconds / 4))
            keep_small(process.log)
            with self._lock:
                is_idle = self._users == 0 and time.monotonic() - self._last_used > self._idle_seconds
                if is_idle and self._process is process and process.is_running():
                    self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def _start_error(self, problem: str) -> ReformlabError:
        details = {"problem": problem, "log": str(self.log), "log_tail": log_tail(self.log)}
        return ReformlabError(
            "E_ENGINE_START", f"The engine does not start: {problem}.", self._remedy(), details
        )

    def _remedy(self) -> str:
        wait = self._policy.seconds_left()
        later = f"It is tried again when it is needed, in {wait:.0f} s at the earliest"
        again = later if wait else "Try again"
        return f"{again}. Its log says more: {self.log}"

    def _after_fork(self) -> None:
        """The engine is the parent's: it must end with the parent alone."""
        if self._process is not None:
            self._process.let_go()
        self._forget()


_engines: "weakref.WeakSet[Engine]" = weakref.WeakSet()


@atexit.register
def _stop_all() -> None:
    for engine in list(_engines):
        engine.stop()


def _forget_all() -> None:
    for engine in list(_engines):
        engine._after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
