"""Changes of parameters as they are written, in Python or in JSON."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from ...errors import ReformlabError

INFINITIES = ("inf", "-inf")
Changes: TypeAlias = Mapping[str, Any]
"""By path a value, or values by period, as PolicyEngine's reforms are written."""


def read_changes(file: Path) -> Changes:
    """From a JSON file: changes, or a policy of PolicyEngine's API. Raises E_FILE_READ, E_COUNTRY_REFORM."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise ReformlabError(
            "E_FILE_READ", f'Cannot read "{file}": {error.strerror}.', "Check the path.", {"file": str(file)}
        ) from None
    try:
        content = json.loads(text)
    except ValueError as error:
        raise wrong_reform(str(file), f"it is no JSON: {error}") from None
    found = content.get("policy_json", content) if isinstance(content, dict) else None
    if not isinstance(found, dict):
        raise wrong_reform(str(file), "it is no object of parameters and values")
    return found


def with_infinity(value: Any) -> Any:
    """JSON has none: they are words there."""
    return float(value) if isinstance(value, str) and value in INFINITIES else value


def wrong_reform(what: str, problem: str) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_REFORM",
        f"Cannot read the reform at {what}: {problem}.",
        'Write {"path.of.parameter": {"2026-01-01.2100-12-31": value}}.',
        {"at": what},
    )
