"""The engine as a process that runs programs: one question after another over its standard streams."""

import os
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...bundle import engine_program, node_program
from ...engine_environment import with_this_python
from ...engine_log import log_tail
from ...errors import ReformlabError
from .host_message import Columns, Message, Relations, read_message

Values: TypeAlias = dict[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Answer:
    """What a run computed."""

    outputs: Values
    milliseconds: float
    statistics: Mapping[str, Any]


class ProgramHost:
    """Starts with the first question and ends with `close`, or with this process."""

    def __init__(self, log: Path | None = None) -> None:
        """Starts nothing yet. What the engine says beside its answers goes to `log`, else where ours goes."""
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def once(
        self,
        program: bytes,
        columns: Columns,
        relations: Relations,
        parameters: NDArray[np.float64],
        outputs: Sequence[str],
    ) -> Answer:
        """Opens, runs and closes without threads: for populations of a few records."""
        message = Message("once")
        message.add_program(program, columns, relations)
        message.fields["parameters"] = message.blob(parameters, np.float64)
        message.fields["outputs"] = list(outputs)
        return _answer(*self.ask(message))

    def open(
        self,
        program: bytes,
        columns: Columns,
        relations: Relations,
        threads: int | None = None,
    ) -> "ProgramSession":
        """A program over a population, ready to be run under any parameters.

        Args:
            program: as `schema/program.proto` says.
            columns: the population.
            relations: which of its records belong together.
            threads: all cores where it is not said.
        """
        message = Message("open")
        message.add_program(program, columns, relations)
        if threads is not None:
            message.fields["threads"] = threads
        answer, _ = self.ask(message)
        return ProgramSession(self, answer)

    def close(self) -> None:
        """Ends the process; a later question starts another."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def __enter__(self) -> "ProgramHost":
        """Of a `with` that closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes it."""
        self.close()

    @property
    def pid(self) -> int | None:
        """Of the process while there is one."""
        return self._process.pid if self._process else None

    def interrupt(self) -> None:
        """Ends the process in the middle of an answer, which whoever waits for it learns as E_ENGINE_LOST."""
        process = self._process
        if process is not None:
            process.terminate()

    def ask(self, message: "Message") -> tuple[dict[str, Any], list[bytes]]:
        """The head and the blobs of the answer. Raises the engine's errors, E_ENGINE_LOST."""
        with self._lock:
            process = self._running()
            try:
                message.write(process.stdin)
                answer, blobs = read_message(process.stdout)
            except (EOFError, OSError) as error:
                self._process = None
                process.kill()
                raise self._lost(process.wait()) from error
        if "error" in answer:
            raise ReformlabError.of_answer(answer)
        return answer, blobs

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            command = [str(node_program()), str(engine_program()), "host"]
            with self._log.open("ab") if self._log else nullcontext() as log:
                self._process = subprocess.Popen(
                    command,
                    env=with_this_python(os.environ),
                    start_new_session=True,  # An interrupt at the keyboard is this process's to handle.
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                )
        return self._process

    def _lost(self, status: int) -> ReformlabError:
        where = f"Its log says why: {self._log}" if self._log else "What it wrote above says why"
        return ReformlabError(
            "E_ENGINE_LOST",
            f"The engine ended before it answered (status {status}).",
            f"{where}; where memory is short, ask for a smaller population.",
            {"status": status, "log_tail": log_tail(self._log)},
        )


class ProgramSession:
    """An opened program: run it under one set of parameters after another."""

    def __init__(self, host: ProgramHost, answer: Mapping[str, Any]) -> None:
        """From what the host answered when it was opened."""
        self._host = host
        self._session = answer["session"]
        self.parameters: tuple[str, ...] = tuple(answer["parameters"])
        """Names of the parameter leaves, in the order in which values are given."""
        self.milliseconds: float = answer["milliseconds"]
        self.statistics: Mapping[str, Any] = answer.get("statistics", {})

    def run(
        self, parameters: NDArray[np.float64], outputs: Sequence[str], *, baseline: bool = False
    ) -> Answer:
        """Values of outputs, in the population's order.

        Args:
            parameters: in the order of `self.parameters`.
            outputs: names of the program's variables.
            baseline: keep what it computes, so that later runs recompute only what differs.
        """
        message = Message("run")
        message.fields |= {"session": self._session, "outputs": list(outputs)}
        if baseline:
            message.fields["baseline"] = True
        message.fields["parameters"] = message.blob(parameters, np.float64)
        return _answer(*self._host.ask(message))

    def close(self) -> None:
        """Frees what it holds."""
        message = Message("close")
        message.fields["session"] = self._session
        self._host.ask(message)


def _answer(answer: Mapping[str, Any], blobs: Sequence[bytes]) -> Answer:
    outputs = {name: np.frombuffer(blobs[place]) for name, place in answer["outputs"].items()}
    return Answer(outputs, answer["milliseconds"], answer.get("statistics", {}))
