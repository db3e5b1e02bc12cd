"""Reforms as users write them, and as the package itself applies them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from .changes import Changes, read_changes, with_infinity
from .load_system import System
from .parameter_changes import changed_parameters

LawReform: TypeAlias = Changes | str | os.PathLike[str] | type | None
"""Changes by path, the path of a JSON file that holds them, a `Reform` class, or none."""


def changes_of(reform: Changes | str | os.PathLike[str]) -> Changes:
    """Given, or read from a file. Raises E_COUNTRY_REFORM, E_FILE_READ."""
    return reform if isinstance(reform, Mapping) else read_changes(Path(reform).expanduser())


def package_reform(system: System, reform: LawReform) -> Any:
    """As the package takes it: a class."""
    if reform is None or isinstance(reform, type):
        return reform
    changes = changes_of(reform)
    if system.dialect == "policyengine":
        return system.core.reforms.Reform.from_dict(
            {path: _numbers(dated) for path, dated in changes.items()}
        )

    class Changed(system.core.reforms.Reform):  # type: ignore[name-defined, misc]
        """OpenFisca's own way of changing parameters."""

        def apply(self) -> None:
            self.modify_parameters(lambda parameters: changed_parameters(system, parameters, changes))

    return Changed


def _numbers(dated: Any) -> Any:
    if isinstance(dated, Mapping):
        return {str(when): with_infinity(value) for when, value in dated.items()}
    return with_infinity(dated)
