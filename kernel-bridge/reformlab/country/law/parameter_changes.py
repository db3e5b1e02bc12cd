"""Parametric reforms: changed values of a parameter tree, without copying what does not change."""

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from ...errors import ReformlabError
from .load_system import System
from .parameters import steps_of

Changes: TypeAlias = Mapping[str, Any]
"""By path a value, or values by period, as PolicyEngine's reforms are written."""
ALWAYS = "2000-01-01.2099-12-31"
"""When a value without a period holds: PolicyEngine's own span."""


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
        raise _wrong(str(file), f"it is no JSON: {error}") from None
    found = content.get("policy_json", content) if isinstance(content, dict) else None
    if not isinstance(found, dict):
        raise _wrong(str(file), "it is no object of parameters and values")
    return found


def changed_parameters(system: System, parameters: Any, changes: Changes) -> Any:
    """A tree that shares all of `parameters` but what leads to a change. Raises E_COUNTRY_REFORM."""
    root = shallow_copy(parameters)
    own = {"": root}
    for path, values in changes.items():
        parameter = _own_parameter(own, path)
        spans = values if isinstance(values, Mapping) else {ALWAYS: values}
        for span, value in sorted(spans.items(), key=lambda item: str(item[0])):
            try:
                parameter.update(value=value, **_when(system, str(span)))
            except (ValueError, TypeError) as error:
                raise _wrong(path, f"{span} is no period: {error}") from error
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
        raise _wrong(path, "it is a group of parameters")
    return node


def _own_child(node: Any, name: str, path: str) -> Any:
    if name.startswith("["):
        place = int(name[1:-1]) if name[1:-1].isdigit() else -1
        brackets = getattr(node, "brackets", [])
        if not 0 <= place < len(brackets):
            raise _wrong(path, f"there is no bracket {name}")
        node.brackets = [*brackets]
        node.brackets[place] = child = shallow_copy(brackets[place])
        child.parent = node
        return child
    children = getattr(node, "children", {})
    if name not in children:
        raise _wrong(path, f"there is no {name}" + (f" in {node.name}" if node.name else ""))
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


def _when(system: System, span: str) -> dict[str, Any]:
    """PolicyEngine's periods: `start.stop`, compound, for ever, or from an instant on."""
    periods = system.core.periods
    if span == "ETERNITY":
        return {}
    if "." in span:
        start, stop = span.split(".")
        return {"start": periods.instant(start), "stop": periods.instant(stop)}
    if ":" in span:
        return {"period": periods.period(span)}
    return {"start": periods.instant(span)}


def _wrong(what: str, problem: str) -> ReformlabError:
    return ReformlabError(
        "E_COUNTRY_REFORM",
        f"Cannot read the reform at {what}: {problem}.",
        'Write {"path.of.parameter": {"2026-01-01.2100-12-31": value}}.',
        {"at": what},
    )
