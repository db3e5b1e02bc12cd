"""The parameters of a law: each with its values from day to day, and the groups they stand in.

There are a hundred thousand, and their labels and references repeat: texts are held once, numbers in arrays.
"""

import math
from array import array
from typing import Any

from ..law.load_system import System
from ..law.parameters import is_node, joined
from .law_values import plain, type_of
from .law_words import references_of, text_of

LONGEST_LABEL = 100
WORDS = ("label", "description", "unit", "reference", "type")


class LawParameters:
    """Paths are by position, as reforms and traces write them: `scale[0].rate`."""

    def __init__(self, system: System) -> None:
        self.groups: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.texts: dict[str, int] = {}
        """Each with its place."""
        self.words = {word: array("I") for word in WORDS}
        """Of each parameter places among the texts."""
        self.starts = array("I", [0])
        """Of the values of each parameter, and where the last ones end."""
        self.days: list[str] = []
        self.numbers = array("d")
        """NaN where there is no value, or one that is no number."""
        self.others: dict[str, Any] = {}
        """These, by their place among the values."""
        self._add_node(system.tax_benefit_system.parameters, "", "")

    def _add_node(self, node: Any, path: str, label: str) -> None:
        own = _label(node, label)
        if path:
            self.groups.append({"path": path, "label": own, "description": _description(node)})
        for name, child in node.children.items():
            self._add(child, joined(path, name), f"{own} ({name})" if own else "")

    def _add(self, child: Any, path: str, label: str) -> None:
        if is_node(child):
            self._add_node(child, path, label)
        elif hasattr(child, "brackets"):
            self._add_scale(child, path, label)
        else:
            self._add_parameter(child, path, _label(child, label), _unit(child))

    def _add_scale(self, scale: Any, path: str, label: str) -> None:
        own = _label(scale, label)
        self.groups.append({"path": path, "label": own, "description": _description(scale)})
        for number, bracket in enumerate(scale.brackets):
            for name, child in bracket.children.items():
                unit = _unit(child) or text_of(scale.metadata.get(f"{name}_unit"))
                bracket_label = f"{own} ({name}, bracket {number + 1})" if own else ""
                self._add_parameter(child, f"{path}[{number}].{name}", bracket_label, unit)

    def _add_parameter(self, parameter: Any, path: str, label: str, unit: str) -> None:
        dated = _changes(parameter)
        kind = type_of([value for _, value in dated])
        self.paths.append(path)
        reference = "\n".join(references_of(_metadata(parameter).get("reference")))
        for word, text in zip(WORDS, (label, _description(parameter), unit, reference, kind), strict=True):
            self.words[word].append(self.texts.setdefault(text, len(self.texts)))
        for day, value in dated:
            is_number = isinstance(value, int | float) and isinstance(value, bool) == (kind == "bool")
            if not is_number and value is not None:
                self.others[str(len(self.numbers))] = plain(value)
            self.days.append(day)
            self.numbers.append(float(value) if is_number else math.nan)
        self.starts.append(len(self.numbers))


def _changes(parameter: Any) -> list[tuple[str, Any]]:
    """Days from which another value holds, ascending."""
    found: list[tuple[str, Any]] = []
    for dated in reversed(parameter.values_list):
        value = dated.value.item() if hasattr(dated.value, "item") else dated.value
        if not found or found[-1][1] != value or type(found[-1][1]) is not type(value):
            found.append((dated.instant_str, value))
    return found


def _metadata(node: Any) -> Any:
    found = getattr(node, "metadata", None)
    return found if isinstance(found, dict) else {}


def _label(node: Any, otherwise: str) -> str:
    metadata = _metadata(node)
    named = text_of(metadata.get("label") or metadata.get("short_label")) or otherwise
    described = _description(node)
    # OpenFisca's descriptions are labels; PolicyEngine's are sentences.
    return named or (described if len(described) <= LONGEST_LABEL else "")


def _description(node: Any) -> str:
    return text_of(getattr(node, "description", None))


def _unit(node: Any) -> str:
    unit = _metadata(node).get("unit")
    return text_of(unit) if isinstance(unit, str) else ""
