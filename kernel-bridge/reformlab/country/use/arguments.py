"""The words of `python -m reformlab.country`."""

import argparse
from pathlib import Path

from ... import __version__
from ...reforms import DEFAULT_YEAR


def parser() -> argparse.ArgumentParser:
    """Of all commands."""
    found = argparse.ArgumentParser(
        prog="python -m reformlab.country",
        description="Installed country packages of OpenFisca and PolicyEngine, traced, compiled and checked.",
    )
    found.add_argument("--version", action="version", version=__version__)
    commands = found.add_subparsers(dest="command", required=True, metavar="COMMAND")
    test = _command(commands, "test", "Runs the package's own YAML tests through the compiled program.")
    test.add_argument("--filter", default="", metavar="PATH", help="only files whose path contains this")
    test.add_argument("--tests", type=Path, metavar="FOLDER", help="where the tests are; else the package's")
    test.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes; each holds the package")
    test.add_argument("--every", type=_count, default=1, metavar="N", help="only each n-th file")
    by_numpy = "run programs with NumPy, as they are defined, rather than with the engine"
    test.add_argument("--reference", action="store_true", help=by_numpy)
    every = "ask the original engine about every case, not only about those that the program does not pass"
    test.add_argument("--original", action="store_true", help=every)
    prepare = _command(commands, "prepare", "Writes a law, and a program for a population, for the engine.")
    prepare.add_argument("--variables", default="", metavar="NAME,…", help="what it computes")
    prepare.add_argument("--exit-with-parent", action="store_true", help="end when standard input does")
    _add_population(prepare, is_required=False)
    _add_reform(prepare)
    compare = _command(commands, "compare", "The original engine and the compiled program, side by side.")
    compare.add_argument("--variables", required=True, metavar="NAME,…", help="what to compare")
    _add_population(compare, is_required=True)
    _add_reform(compare)
    trace = _command(commands, "trace", "Traces variables into a program and says what it holds.")
    trace.add_argument("variables", nargs="+", metavar="VARIABLE")
    _add_population(trace, is_required=False)
    trace.add_argument("--out", type=Path, metavar="FILE", help="where to write the program")
    bench = _command(
        commands, "bench", "Speed and memory of a reform, original against compiled, in one run."
    )
    bench.add_argument("--variables", required=True, metavar="NAME,…", help="what to compute")
    bench.add_argument("--repeat", type=_count, default=3, metavar="N", help="the least of so many")
    _add_population(bench, is_required=True)
    _add_reform(bench)
    return found


def names_in(words: str | list[str]) -> list[str]:
    """Names given as several words, or with commas between them."""
    text = words if isinstance(words, str) else ",".join(words)
    return [name for name in text.split(",") if name]


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, describe: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=describe, description=describe)
    command.add_argument("package", metavar="PACKAGE", help="as policyengine_us")
    command.add_argument("--json", action="store_true", help="answer in JSON; errors too")
    return command


def _add_population(command: argparse.ArgumentParser, *, is_required: bool) -> None:
    forms = "persons, as .csv, .parquet or .h5; a situation as .json"
    command.add_argument("--population", type=Path, required=is_required, metavar="FILE", help=forms)
    command.add_argument("--year", type=int, default=DEFAULT_YEAR, metavar="YEAR", help=f"({DEFAULT_YEAR})")


def _add_reform(command: argparse.ArgumentParser) -> None:
    command.add_argument("--reform", type=Path, metavar="FILE", help="in PolicyEngine's JSON")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return number
