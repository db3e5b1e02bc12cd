"""`prepare`: a package's law, and its program for a population, kept as files until anything of it changes.

Where both are there, the package is not imported.
"""

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..host.cache import country_folder, tracers_hash
from ..law.installed import Installed, installed

if TYPE_CHECKING:
    from ..law.load_system import System
    from .prepared import Progress

MOST_KEPT = {"*.law": 3, "*.prepared": 8}


@dataclass(frozen=True)
class Question:
    """Which program is wanted."""

    population: Path
    year: int
    variables: Sequence[str]
    """As they are asked for: `snap`, or `salary@2026-03`."""
    changes: dict[str, Any] | None


def prepare_files(package: str, question: Question | None, progress: "Progress") -> dict[str, Any]:
    """Paths of the law and of the program, and whether both were there. Raises E_COUNTRY_…, E_FILE_READ."""
    began = time.perf_counter()
    found = installed(package)
    folder = country_folder(found.name, found.versions)
    of_package = f"{tracers_hash()} {found.versions} {found.stamp()}"
    law = folder / f"{_digest(of_package)}.law"
    prepared = None if question is None else folder / f"{_key(of_package, question)}.prepared"
    files = [law] if prepared is None else [law, prepared]
    is_cached = all(file.exists() for file in files)
    if not is_cached:
        _make(found, law, prepared, question, progress)
        _forget_oldest(folder)
    for file in files:
        file.touch()
    return {
        "law": str(law),
        "prepared": prepared and str(prepared),
        "cached": is_cached,
        "seconds": round(time.perf_counter() - began, 3),
    }


def _make(
    found: Installed, law: Path, prepared: Path | None, question: Question | None, progress: "Progress"
) -> None:
    from ..law.load_system import load_system
    from .law_file import write_law

    progress(f"Opening {found.name} {found.version} …")
    system = load_system(found.name)
    if not law.exists():
        progress("Writing the law …")
        write_law(law, system)
    if prepared is not None and question is not None and not prepared.exists():
        _make_program(system, law.name, prepared, question, progress)


def _make_program(system: "System", law: str, path: Path, question: Question, progress: "Progress") -> None:
    from ..populations.reformed import reformed_population
    from ..populations.simulation_values import as_asked
    from .prepared import prepare
    from .prepared_file import write_prepared

    simulation = reformed_population(system, question.population, question.year, question.changes)
    asked = list(dict.fromkeys(as_asked(title, question.year) for title in question.variables))
    program = prepare(system, simulation, asked, progress)
    progress("Writing …")
    write_prepared(path, system, program, law, question.year, question.changes)


def _key(of_package: str, question: Question) -> str:
    asked = [question.year, sorted(set(question.variables)), question.changes]
    return _digest(of_package, question.population.suffix, _content(question.population), json.dumps(asked))


def _content(file: Path) -> str:
    from ...errors import ReformlabError

    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ReformlabError(
            "E_COUNTRY_POPULATION",
            f'Cannot take "{file}" as a population: {error.strerror}.',
            "Check the path.",
            {"file": str(file)},
        ) from error


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _forget_oldest(folder: Path) -> None:
    for pattern, most in MOST_KEPT.items():
        kept = sorted(folder.glob(pattern), key=lambda file: file.stat().st_mtime)
        for file in kept[:-most]:
            file.unlink(missing_ok=True)
