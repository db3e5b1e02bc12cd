"""All cases of one file, with what the original engine makes of them kept per version of the package."""

import gc
import hashlib
import json
from pathlib import Path
from typing import Any

from ..checks.run_once import RunOnce
from ..host.cache import country_folder, makers_hash, write_whole
from ..law.load_system import System
from .case_result import CaseResult
from .run_case import original_failure, run_compiled
from .yaml_item import read_cases, runner_of

MOST_SYSTEMS = 3
"""Reformed systems that stay for the next file; each may take hundreds of megabytes."""


def kept_results(
    system: System, file: Path, reference: bool, every_original: bool
) -> list[CaseResult] | None:
    """Of a run of the same code before."""
    path = _kept(system, file, _makers(reference, every_original))
    if not path.exists():
        return None
    return [CaseResult(**result) for result in json.loads(path.read_text(encoding="utf-8"))]


def run_file(system: System, file: Path, place: str, run: RunOnce, every_original: bool) -> list[CaseResult]:
    """Results in the order of the file, kept for `kept_results`.

    The original engine, which may take minutes, is asked about cases that do not pass, or about every case.
    """
    try:
        cases = read_cases(system.core, file)
    except Exception as error:
        return [CaseResult(place, "", "original fails", f"the file cannot be read: {error}")]
    originals = _Originals(system, file)
    results = []
    for number, case in enumerate(cases):
        result = run_compiled(system, case, file, place, run)
        if every_original or not result.status.startswith("passed"):
            failure = originals.failure(number, case)
            if failure:
                result = CaseResult(place, result.name, "original fails", failure)
        results.append(result)
    originals.keep()
    content = json.dumps([result.as_json() for result in results]).encode()
    write_whole(_kept(system, file, _makers(run.is_reference, every_original)), content)
    _free_reformed(system)
    return results


class _Originals:
    """What the original engine makes of cases of a file, kept per version of the package."""

    def __init__(self, system: System, file: Path) -> None:
        self._system = system
        self._file = file
        self._path = _kept(system, file, "original")
        known = self._path.exists()
        self._failures: dict[str, str] = json.loads(self._path.read_text(encoding="utf-8")) if known else {}

    def failure(self, number: int, case: dict[str, Any]) -> str:
        """Why it does not pass; empty when it does."""
        if str(number) not in self._failures:
            self._failures[str(number)] = original_failure(self._system, case, self._file)
        return self._failures[str(number)]

    def keep(self) -> None:
        if self._failures:
            write_whole(self._path, json.dumps(self._failures).encode())


def _kept(system: System, file: Path, by: str) -> Path:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:32]
    return country_folder(system.name, system.version) / "tests" / by / f"{digest}.json"


def _makers(reference: bool, every_original: bool) -> str:
    kinds = ["reference"] * reference + ["original"] * every_original
    return "-".join([*kinds, makers_hash()])


def _free_reformed(system: System) -> None:
    """The core keeps every reformed system of every test."""
    kept = runner_of(system.core)._tax_benefit_system_cache
    held = sum(len(entry) if isinstance(entry, dict) else 1 for entry in kept.values())
    if held > MOST_SYSTEMS:
        kept.clear()
        gc.collect()
