"""Parametric reforms: changed values of a parameter tree, without copying what does not change."""

import copy
from collections.abc import Mapping
from typing import Any

from .changes import Changes, with_infinity, wrong_reform
from .load_system import System
from .parameters import steps_of

FIRST_DAY = "0000-01-01"
"""Before all others; as text, since cores know no such instant and write it so themselves."""
ALWAYS = "2000-01-01.2099-12-31"
"""When a value without a period holds: PolicyEngine's own span."""


def changed_parameters(system: System, parameters: Any, changes: Changes) -> Any:
    """A tree that shares all of `parameters` but what leads to a change. Raises E_COUNTRY_REFORM."""
    root = shallow_copy(parameters)
    own = {"": root}
    for path, values in changes.items():
        parameter = _own_parameter(own, path)
        spans = values if isinstance(values, Mapping) else {ALWAYS: values}
        for span, value in sorted(spans.items(), key=lambda item: _start(str(item[0]))):
            try:
                parameter.update(value=with_infinity(value), **_when(system, str(span)))
            except (ValueError, TypeError) as error:
                raise wrong_reform(path, f"{span} is no period: {error}") from error
    return root


def _own_parameter(own: dict[str, Any], path: str) -> Any:
    """The parameter of that path in the new tree, with nodes of the new tree above it."""
    above, node = "", own[""]
    for name in steps_of(path):
        here = f"{above}.{name}"
        if here not in own:
            own[here] = _own_child(node, name, path)
        above, node = here, own[here]
    if not hasattr(node, "values_list"):
        raise wrong_reform(path, "it is a group of parameters")
    return node


def _own_child(node: Any, name: str, path: str) -> Any:
    if name.startswith("["):
        place = int(name[1:-1]) if name[1:-1].isdigit() else -1
        brackets = getattr(node, "brackets", [])
        if not 0 <= place < len(brackets):
            raise wrong_reform(path, f"there is no bracket {name}")
        node.brackets = [*brackets]
        node.brackets[place] = child = shallow_copy(brackets[place])
        child.parent = node
        return child
    children = getattr(node, "children", {})
    if name not in children:
        raise wrong_reform(path, f"there is no {name}" + (f" in {node.name}" if node.name else ""))
    child = shallow_copy(children[name])
    node.children[name] = child
    setattr(node, name, child)
    child.parent = node
    return child


def shallow_copy(node: Any) -> Any:
    """Of a node alone: what is below it is shared, but no cached value is."""
    twin = copy.copy(node)
    if hasattr(twin, "_at_instant_cache"):
        twin._at_instant_cache = {}
    if hasattr(node, "children"):
        twin.children = dict(node.children)
    if hasattr(node, "values_list"):
        twin.values_list = [*node.values_list]
    return twin


def _start(span: str) -> tuple[int, ...]:
    """Year, month and day of the first day; what holds for ever comes first, so that what is dated stands."""
    first = (span.partition(":")[2] or span).partition(".")[0].partition(":")[0]
    parts = first.split("-")
    return (*map(int, parts), 1, 1)[:3] if all(part.isdigit() for part in parts) else (0,)


def _when(system: System, span: str) -> dict[str, Any]:
    """PolicyEngine's periods: `start.stop`, compound, for ever, or from an instant on."""
    periods = system.core.periods
    if span == "ETERNITY":
        return {"start": FIRST_DAY}
    if "." in span:
        start, stop = span.split(".")
        return {"start": periods.instant(start), "stop": periods.instant(stop)}
    if ":" in span:
        return {"period": periods.period(span)}
    return {"start": periods.instant(span)}


def origin_of(law: Any) -> Any:
    """The law that a reform of parameters alone starts from; any other law itself."""
    before = vars(law).get("baseline")
    while before is not None and before.variables == law.variables:
        law, before = before, vars(before).get("baseline")
    return law
