"""Reformed systems that tests ask for, without the core's deep copies, PolicyEngine's 14 seconds each.

Tests that name neither reforms nor extensions share the package's parameters; those they override are copied
alone, with the nodes above them.
"""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from ..law.load_system import Core, System
from ..law.parameter_changes import changed_parameters, shallow_copy
from .yaml_item import runner_of

MOST_KEPT = 8
Modifier = Callable[[Any], Any]


def use_light_systems(system: System) -> None:
    """From now on, in this process's test runner."""
    runner = runner_of(system.core)
    systems = _LightSystems(system.core, runner._get_tax_benefit_system)
    runner._get_tax_benefit_system = systems.get
    if hasattr(runner, "set_parameter"):
        runner.set_parameter = lambda path, value, period, **_: _modifier(system, path, value, period)


def _modifier(system: System, path: str, value: Any, period: str) -> Modifier:
    return lambda parameters: changed_parameters(system, parameters, {path: {period: value}})


class _LightSystems:
    """Of one baseline."""

    def __init__(self, core: Core, real: Callable[..., Any]) -> None:
        self._core = core
        self._real = real
        self._kept: dict[tuple[int, tuple[str, ...], str], Any] = {}

    def get(self, baseline: Any, reforms: Any, extensions: Any, reform_key: str = "") -> Any:
        """As the core's own function."""
        if extensions:
            keys = {"reform_key": reform_key} if reform_key else {}
            return self._real(baseline, reforms, extensions, **keys)
        asked = [reforms] if isinstance(reforms, str) else reforms or []
        if not asked:
            return baseline
        named = tuple(reform for reform in asked if isinstance(reform, str))
        key = (id(baseline), named, reform_key)
        if key not in self._kept:
            # A named reform has a whole tree of its own, up to a gigabyte: the one before gives way.
            heavy = [known for known in self._kept if named and known[1]]
            oldest = list(self._kept)[: max(0, len(self._kept) - MOST_KEPT + 1)]
            for known in heavy or oldest:
                del self._kept[known]
            self._kept[key] = self._reformed(baseline, asked)
        return self._kept[key]

    def _reformed(self, baseline: Any, reforms: Any) -> Any:
        with patch.object(self._core.parameters.ParameterNode, "clone", shallow_copy):
            system = baseline.clone()
        for reform in reforms:
            # The core copies the tree itself for a reform that it loads by name.
            system = system.apply_reform(reform) if isinstance(reform, str) else reform(system)
            system._parameters_at_instant_cache = {}
        return system
