"""What is given: the variables and periods that are inputs, and in a branch those that a formula has set."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..symbols.host_columns import HostColumn

Given = Mapping[str, Mapping[str, Any]]
"""Variable to period to the column a branch has set, or None for an input of the dataset."""

EVERYTHING = -1
# Names beside those of the variables, for what may differ between scenarios.
INPUTS, IS_OVER_DATASET = "(inputs)", "(is over dataset)"


@dataclass(frozen=True, eq=False)
class Scenario:
    given: Given
    # Of the dataset, whatever a branch has set.
    inputs: frozenset[tuple[str, str]] = frozenset()
    is_over_dataset: bool = False
    # The law, a `TracedSystem`; branches may have another.
    system: Any = None
    is_branch: bool = False
    _differences: dict[int, tuple["Scenario", int]] = field(default_factory=dict)

    @staticmethod
    def of(given: Collection[tuple[str, str]], system: Any, is_over_dataset: bool) -> "Scenario":
        by_variable: dict[str, dict[str, Any]] = {}
        for variable, period in given:
            by_variable.setdefault(variable, {})[period] = None
        return Scenario(by_variable, frozenset(given), is_over_dataset, system)

    def with_input(self, variable: str, columns: Mapping[str, Any]) -> "Scenario":
        changed = {**self.given, variable: {**self.given.get(variable, {}), **columns}}
        return Scenario(changed, self.inputs, self.is_over_dataset, self.system, is_branch=True)

    def without_input(self, variable: str, period: str | None) -> "Scenario":
        kept = {at: column for at, column in self.given.get(variable, {}).items() if period not in (None, at)}
        others = {name: known for name, known in self.given.items() if name != variable}
        changed = {**others, variable: kept} if kept else others
        return Scenario(changed, self.inputs, self.is_over_dataset, self.system, is_branch=True)

    def with_system(self, system: Any) -> "Scenario":
        return Scenario(self.given, self.inputs, self.is_over_dataset, system, is_branch=True)

    def difference(self, other: "Scenario", bits: Mapping[str, int]) -> int:
        """Bits of the variables that are given otherwise; EVERYTHING under a law of another origin."""
        if other is self:
            return 0
        known = self._differences.get(id(other))
        if known is not None and known[0] is other:
            return known[1]
        found = 0
        if other.system not in (self.system, self.system.origin):
            found = EVERYTHING
        else:
            changed = {n for n in self.given.keys() | other.given.keys() if not _same(self, other, n)}
            if other.inputs != self.inputs:
                changed.add(INPUTS)
            if other.is_over_dataset != self.is_over_dataset:
                changed.add(IS_OVER_DATASET)
            for name in changed:
                found |= bits.get(name, 0)
        if len(self._differences) > 256:
            self._differences.clear()
        self._differences[id(other)] = (other, found)
        return found


def _same(one: Scenario, other: Scenario, variable: str) -> bool:
    a, b = one.given.get(variable, {}), other.given.get(variable, {})
    return a.keys() == b.keys() and all(_key(column) == _key(b[period]) for period, column in a.items())


def _key(column: Any) -> object:
    """What tells one column from another; the dataset's own is None."""
    return column.recipe.key if isinstance(column, HostColumn) else getattr(column, "node", None)
