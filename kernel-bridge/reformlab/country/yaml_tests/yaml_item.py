"""A case of a YAML test, as the package's own core reads and checks it, without pytest around it."""

import copy
import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ..law.load_system import Core, System

Check = Callable[[str, str], Any]
"""Answers a variable's values in a period, as `simulation.calculate` does."""


def yaml_files(folder: Path) -> list[Path]:
    """Below a folder, or the file itself."""
    if folder.is_file():
        return [folder]
    return sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))


def read_cases(core: Core, file: Path) -> list[dict[str, Any]]:
    """The cases of one file."""
    runner = runner_of(core)
    with file.open(encoding="utf-8") as text:
        found = runner.yaml.load(text, Loader=runner.Loader)
    return found if isinstance(found, list) else [found]


def runner_of(core: Core) -> Any:
    """The core's own module."""
    return importlib.import_module(f"{core.name}.tools.test_runner")


def open_item(system: System, case: dict[str, Any], file: Path, compute: "Compute | None" = None) -> Any:
    """Has `runtest`, which raises what is wrong.

    Args:
        system: whose law.
        case: as its file has it.
        file: for messages.
        compute: in place of the original engine.
    """
    runner = runner_of(system.core)
    kind = type("Item", (_Substituted, runner.YamlItem), {})
    item: Any = object.__new__(kind)
    test = copy.deepcopy(case)
    if hasattr(runner, "build_test"):
        test = runner.build_test({"name": "", **test})
    item.__dict__.update(
        baseline_tax_benefit_system=system.tax_benefit_system,
        options={},
        test=test,
        simulation=None,
        tax_benefit_system=None,
        # What messages of PolicyEngine's runner name, and pytest no longer has.
        fspath=file,
        compute=compute,
        wanted=None,
    )
    item.name, item.path = str(case.get("name", "")), file
    return item


Asked = tuple[str, str]
"""A variable and a period."""
Compute = Callable[[Any, Iterable[Asked]], Check]
"""From a simulation that holds inputs, and what will be asked of it, to what answers."""


class _Substituted:
    """Checks in two passes: what is asked for, then what is answered."""

    compute: Compute | None
    wanted: dict[Asked, None] | None
    simulation: Any

    def check_output(self) -> None:
        if self.compute is None:
            return super().check_output()  # type: ignore[misc, no-any-return]
        self.wanted = {}
        super().check_output()  # type: ignore[misc]
        wanted, self.wanted = self.wanted, None
        self.simulation.calculate = self.compute(self.simulation, wanted)
        return super().check_output()  # type: ignore[misc, no-any-return]

    def check_variable(self, name: str, expected: Any, period: Any, entity_index: Any = None) -> None:
        if self.wanted is None:
            super().check_variable(name, expected, period, entity_index)  # type: ignore[misc]
        elif isinstance(expected, dict):
            for requested, value in expected.items():
                self.check_variable(name, value, requested, entity_index)
        else:
            self.wanted[name, str(period)] = None
