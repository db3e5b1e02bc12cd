"""A package's YAML tests over several processes."""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ...errors import ReformlabError
from .case_result import CaseResult
from .yaml_item import yaml_files

MOST_BYTES = 3 << 30
"""Of one process; a fresh one takes its place when it has grown beyond."""


@dataclass(frozen=True)
class TestRun:
    """What became of all cases."""

    __test__ = False
    package: str
    version: str
    results: tuple[CaseResult, ...]


def own_tests(package: str) -> Path:
    """Where an installed package keeps its tests. Raises E_COUNTRY_TESTS."""
    name = package.replace("-", "_")
    spec = find_spec(name)
    for place in (spec.submodule_search_locations or []) if spec else []:
        if (folder := Path(place) / "tests").is_dir():
            return folder
    raise no_tests(f"{name} was installed without its tests")


def no_tests(what: str) -> ReformlabError:
    """E_COUNTRY_TESTS."""
    return ReformlabError(
        "E_COUNTRY_TESTS",
        f"There is nothing to test: {what}.",
        "Name a folder of YAML tests: --tests FOLDER. Source distributions hold them: "
        "pip download --no-deps --no-binary :all: PACKAGE.",
    )


def run_tests(
    package: str,
    folder: Path,
    wanted: str = "",
    *,
    jobs: int = 1,
    every: int = 1,
    reference: bool = False,
    every_original: bool = False,
    progress: Callable[[int, int, Sequence[CaseResult]], None] = lambda *_: None,
) -> TestRun:
    """Runs them, going on where a run of the same code was interrupted.

    Args:
        package: as `load_system` takes it.
        folder: of the tests, or one file.
        wanted: files whose path below the folder contains it.
        jobs: processes; each holds the whole package.
        every: only each n-th file.
        reference: run programs with NumPy, as they are defined, rather than with the engine.
        every_original: ask the original engine about every case, not only about those that do not pass.
        progress: gets files done, files, results so far.

    Raises E_COUNTRY_TESTS and what `load_system` does.
    """
    root = folder if folder.is_dir() else folder.parent
    places = [(path, str(path.relative_to(root))) for path in yaml_files(folder)]
    places = [(path, place) for path, place in places if wanted in place][::every]
    if not places:
        raise no_tests(f"no YAML file below {folder} has {wanted!r} in its path" if wanted else str(folder))
    tasks: queue.SimpleQueue[tuple[Path, str]] = queue.SimpleQueue()
    for task in places:
        tasks.put(task)
    options = {"reference": reference, "every_original": every_original, "most_bytes": MOST_BYTES}
    crew = [_Hand(package, options, tasks) for _ in range(min(jobs, len(places)))]
    results: list[CaseResult] = []
    done: queue.SimpleQueue[list[CaseResult] | BaseException] = queue.SimpleQueue()
    for hand in crew:
        threading.Thread(target=hand.work, args=(done,), daemon=True).start()
    try:
        for number in range(1, len(places) + 1):
            found = done.get()
            if isinstance(found, BaseException):
                raise found
            results += found
            progress(number, len(places), results)
    finally:
        for hand in crew:
            hand.stop()
    order = {place: number for number, (_, place) in enumerate(places)}
    results.sort(key=lambda result: order[result.file])
    about = next(hand.about for hand in crew if hand.about)
    return TestRun(about["name"], about["version"], tuple(results))


class _Hand:
    """One process at a time, and a fresh one when it has ended."""

    def __init__(self, package: str, options: object, tasks: "queue.SimpleQueue[tuple[Path, str]]") -> None:
        worker = f"{__name__.rpartition('.')[0]}.worker"
        self._command = [sys.executable, "-m", worker, package, json.dumps(options)]
        self._tasks = tasks
        self._process: subprocess.Popen[str] | None = None
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        self.about: dict[str, Any] = {}

    def work(self, done: "queue.SimpleQueue[list[CaseResult] | BaseException]") -> None:
        try:
            while True:
                try:
                    file, place = self._tasks.get_nowait()
                except queue.Empty:
                    break
                done.put(self._run(file, place))
        except BaseException as error:
            done.put(error)
        self.stop()

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def _run(self, file: Path, place: str) -> list[CaseResult]:
        process = self._process or self._start()
        assert process.stdin is not None  # noqa: S101
        assert process.stdout is not None  # noqa: S101
        try:
            process.stdin.write(json.dumps({"file": str(file), "place": place}) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            self._process = None
            ended = f"the process ended with status {process.wait()}: {self._last_said()}"
            return [CaseResult(place, "", "failed", ended)]
        answer = json.loads(line)
        if answer["is_last"]:
            self.stop()
        return [CaseResult(**result) for result in answer["results"]]

    def _last_said(self) -> str:
        self._said.seek(0)
        lines = self._said.read().strip().splitlines()
        return lines[-1] if lines else "it said nothing"

    def _start(self) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            self._command,
            env=os.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
        )
        assert process.stdout is not None  # noqa: S101
        line = process.stdout.readline()
        if not line:
            raise ReformlabError(
                "E_COUNTRY_BROKEN",
                f"{self._command[3]} does not open: {self._last_said()}",
                f"Look at what `python -c 'import {self._command[3]}'` says.",
            )
        self.about = json.loads(line)
        self._process = process
        return process
