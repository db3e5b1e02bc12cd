"""Reforms of formulas that a package switches on by parameters."""

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from reformlab.country.law.load_system import System
from reformlab.country.law.parameter_changes import changed_parameters
from reformlab.country.law.structural_reforms import structural_paths, structure

from .small_country import small_country


def switched_on(parameters: Any, start: str) -> Any:
    """As PolicyEngine's packages write it."""
    law = parameters(start)
    if law.in_effect and parameters.by_zone.north.base(start) > 0.5:
        return SimpleNamespace(apply=lambda system: system.neutralize_variable("rent"))
    return None


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    system = small_country()
    reforms = ModuleType(f"{system.name}.reforms")
    reforms.__dict__["create_structural_reforms_from_parameters"] = switched_on
    for module in (ModuleType(system.name), reforms):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    return system


def test_what_is_read_to_switch_them_on_is_known(system: System) -> None:
    assert structural_paths(system) == ["by_zone.north.base", "in_effect"]


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        ({}, (("neutralize_variable", "rent"),)),
        ({"in_effect": False}, ()),
        ({"by_zone.north.base": 0.1}, ()),
        ({"rate": 0.9}, (("neutralize_variable", "rent"),)),
    ],
)
def test_what_they_do_follows_parameters(
    system: System, changes: dict[str, Any], steps: tuple[tuple[str, str], ...]
) -> None:
    law = changed_parameters(system, system.tax_benefit_system.parameters, changes)
    assert structure(system, law) == steps


def test_a_package_without_any_has_none() -> None:
    assert structural_paths(small_country()) == []
