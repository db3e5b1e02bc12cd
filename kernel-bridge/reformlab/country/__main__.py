"""`python -m reformlab.country`: country packages from the command line."""

import argparse
import json
import os
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from threading import Thread
from typing import Any

from ..errors import ReformlabError
from .use.arguments import names_in, parser

NOTE_SECONDS = 5.0


def main(words: Sequence[str] | None = None) -> int:
    """Answers the exit status: 0 done, 1 tests or rows differ, 2 asked wrongly."""
    asked = parser().parse_args(words)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    try:
        return COMMANDS[asked.command](asked)
    except ReformlabError as error:
        plain = f"error {error.code}: {error.message}\n  {error.remedy}"
        print(json.dumps(error.as_answer(), indent=2) if asked.json else plain, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # A reader that has seen enough (`| head`) is no error; what is still to be flushed goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _test(asked: argparse.Namespace) -> int:
    from .yaml_tests.report import as_data, as_text
    from .yaml_tests.run_tests import own_tests, run_tests

    run = run_tests(
        asked.package,
        asked.tests or own_tests(asked.package),
        asked.filter,
        jobs=asked.jobs,
        every=asked.every,
        reference=asked.reference,
        every_original=asked.original,
        progress=_Progress(),
    )
    _print(asked, as_data(run), as_text(run))
    return int(any(result.status in ("failed", "untraceable") for result in run.results))


def _prepare(asked: argparse.Namespace) -> int:
    from .law.changes import read_changes
    from .preparation.prepare_files import Question, prepare_files

    if asked.exit_with_parent:
        Thread(target=_end_with_input, name="parent", daemon=True).start()
    question = None
    try:
        if asked.population is not None:
            changes = None if asked.reform is None else dict(read_changes(asked.reform))
            question = Question(asked.population, asked.year, names_in(asked.variables), changes)
        # What packages print is not the answer.
        with redirect_stdout(sys.stderr):
            answer = prepare_files(asked.package, question, _say)
    except ReformlabError as error:
        print(json.dumps(error.as_answer()))
        return 1
    print(json.dumps(answer))
    return 0


def _end_with_input() -> None:
    """A parent that is killed can tell nobody; its end of the pipe closes."""
    while os.read(sys.stdin.fileno(), 1 << 16):
        pass
    os._exit(1)


def _say(stage: str) -> None:
    print(stage, file=sys.stderr, flush=True)


def _compare(asked: argparse.Namespace) -> int:
    from .use.country import Country

    with Country(asked.package) as country:
        found = country.compare(
            names_in(asked.variables), asked.population, year=asked.year, reform=asked.reform
        )
    _print(asked, found.as_data(), found.as_text())
    return int(any(one.different for one in found.variables))


def _trace(asked: argparse.Namespace) -> int:
    from .use.trace_report import as_text, trace_report

    report = trace_report(asked.package, names_in(asked.variables), asked.population, asked.year, asked.out)
    _print(asked, report, as_text(report))
    return 0


def _bench(asked: argparse.Namespace) -> int:
    from .use.bench import as_text, bench

    if asked.reform is None:
        raise ReformlabError("E_USAGE", "There is no reform to measure.", "Write --reform FILE.")
    measured = bench(
        asked.package, names_in(asked.variables), asked.population, asked.year, asked.reform, asked.repeat
    )
    _print(asked, measured, as_text(measured))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "prepare": _prepare,
    "test": _test,
    "compare": _compare,
    "trace": _trace,
    "bench": _bench,
}


def _print(asked: argparse.Namespace, data: Any, lines: Iterable[str]) -> None:
    if asked.json:
        print(json.dumps(data, indent=2))
    else:
        for line in lines:
            print(line)


class _Progress:
    """A line on standard error every few seconds; on a terminal it replaces the one before."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, done: int, files: int, results: Sequence[Any]) -> None:
        now = time.monotonic()
        if now - self._last < NOTE_SECONDS and done < files:
            return
        self._last = now
        counts = Counter(result.status for result in results)
        said = ", ".join(f"{count:,} {status}" for status, count in sorted(counts.items()))
        end = "\r" if sys.stderr.isatty() and done < files else "\n"
        print(f"{done:,} of {files:,} files: {said}", end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
