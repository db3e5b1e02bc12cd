"""What the original engine is seen to read is all it rests on: nothing else in the law changes answers."""

import copy
from typing import Any

import numpy as np
import pytest

from reformlab.country.simulation.untraced import reads_any
from reformlab.country.traces.original_reads import OriginalReads

from .small_country import LAW, OUTPUTS, PERIOD, random_people, small_country

SEED = 3
HOUSEHOLDS = 20


def answers(law: dict[str, Any]) -> dict[str, Any]:
    people = random_people(small_country(law), HOUSEHOLDS, SEED)
    return {name: np.asarray(people.calculate(name, PERIOD)) for name in OUTPUTS}


@pytest.fixture(scope="module")
def reads() -> dict[str, set[str]]:
    system = small_country()
    people = random_people(system, HOUSEHOLDS, SEED)
    seen = OriginalReads()
    with seen.recorded(system.core):
        for name in OUTPUTS:
            people.calculate(name, PERIOD)
    return {name: seen.of(name) for name in OUTPUTS}


@pytest.fixture(scope="module")
def before() -> dict[str, Any]:
    return answers(LAW)


def leaves(node: Any, path: str = "") -> list[tuple[str, Any]]:
    """Dated values of the law, under the paths of the tree."""
    if "brackets" in node:
        brackets = enumerate(node["brackets"])
        return [(f"{path}[{n}].{key}", part[key]) for n, part in brackets for key in part]
    if "values" in node:
        return [(path, node["values"])]
    return [found for name, child in node.items() for found in leaves(child, f"{path}.{name}".strip("."))]


def spoilt(path: str) -> dict[str, Any]:
    law = copy.deepcopy(LAW)
    dated = dict(leaves(law))[path]
    start = next(iter(dated))
    value = dated[start]["value"] if isinstance(dated[start], dict) else dated[start]
    other = not value if isinstance(value, bool) else ["rent"] if isinstance(value, list) else value * 1.5 + 1
    dated[start] = {"value": other} if isinstance(dated[start], dict) else other
    return law


@pytest.mark.parametrize("path", [path for path, _ in leaves(LAW)])
def test_what_was_not_read_changes_nothing(
    path: str, reads: dict[str, set[str]], before: dict[str, Any]
) -> None:
    after = answers(spoilt(path))
    moved = {name for name in OUTPUTS if not np.array_equal(before[name], after[name])}
    assert moved <= {name for name in OUTPUTS if reads_any(reads[name], [path])}


def test_reads_are_no_wider_than_what_was_asked(reads: dict[str, set[str]]) -> None:
    assert reads["masked"] == {"rate"}
    assert reads["looped"] == {"counted"}
    assert reads["marginal_tax"] == reads["taxed_rank"] == {"marginal"}
    assert reads["chosen"] == {"by_zone", "by_size", "in_effect"}
    assert reads["roles"] == set()


def test_cores_are_as_before(reads: dict[str, set[str]]) -> None:
    core = small_country().core
    assert "__getattribute__" not in vars(core.parameters.ParameterNodeAtInstant)
    assert "__getattribute__" not in vars(core.parameters.Parameter)
