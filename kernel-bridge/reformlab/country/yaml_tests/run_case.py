"""One case: by the original engine, then by the compiled program, within the same margins."""

import traceback
from pathlib import Path
from typing import Any

from ...errors import ReformlabError
from ..checks.run_once import RunOnce
from ..law.load_system import System
from ..symbols.recording import Untraceable
from .case_result import CaseResult
from .yaml_item import open_item

LONGEST_CAUSE = 400


def original_failure(system: System, case: dict[str, Any], file: Path) -> str:
    """Why the original engine does not pass it; empty when it does."""
    try:
        open_item(system, case, file).runtest()
    except Exception as error:  # Formulas raise anything.
        return _in_words(error)
    return ""


def run_compiled(system: System, case: dict[str, Any], file: Path, place: str, run: RunOnce) -> CaseResult:
    """Of a case that the original engine passes."""
    name = str(case.get("name", ""))
    try:
        open_item(system, case, file, run).runtest()
    except Untraceable as error:
        return CaseResult(place, name, "untraceable", _in_words(error))
    except ReformlabError as error:
        return CaseResult(place, name, "failed", _in_words(error))
    except AssertionError as error:
        return CaseResult(place, name, "failed", _in_words(error), run.root_difference())
    except Exception as error:  # Formulas meet what only arrays can do.
        return CaseResult(place, name, "untraceable", _in_words(error))
    if not run.originals:
        return CaseResult(place, name, "passed")
    said = "; ".join(f"{variable}: {cause}" for variable, cause in run.originals.items())
    return CaseResult(place, name, "passed with original", said[:LONGEST_CAUSE])


def _in_words(error: Exception) -> str:
    text = " ".join(str(error).split())
    if isinstance(error, AssertionError | Untraceable):
        return text[:LONGEST_CAUSE]
    *_, last = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__}: {text[:LONGEST_CAUSE]}, in {Path(last.filename).name}, {last.name}"
