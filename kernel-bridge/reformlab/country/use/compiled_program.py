"""A trace that the engine has compiled for a population."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...errors import ReformlabError
from ..host.program_host import ProgramSession
from ..populations.simulation_values import Asked
from ..simulation.trace import ParameterLeaf, Trace
from ..traces.parameter_values import parameter_values
from .country_law import Law

Values = dict[Asked, NDArray[np.float64]]
Parameters = NDArray[np.float64]


@dataclass
class CompiledProgram:
    """Run it under any law that does not change what steered its formulas."""

    trace: Trace
    session: ProgramSession
    base: Parameters
    """Values of the parameters under the law that it was traced with."""
    _leaves: dict[str, list[ParameterLeaf]] = field(default_factory=dict)
    _place: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Finds leaves by path, and places in the engine's order."""
        self._place = {name: place for place, name in enumerate(self.trace.parameters)}
        self._order = np.array([self._place[name] for name in self.session.parameters], dtype=np.int64)
        for leaf in self.trace.parameters.values():
            self._leaves.setdefault(leaf.path, []).append(leaf)
        statics = {path for path, _ in self.trace.statics}
        self._steering = statics | {leaf.path for leaf in self.trace.guard_leaves.values()}

    def parameters(self, law: Law, traced_law: Any) -> Parameters:
        """Under a law. Raises RetraceNeeded, and E_COUNTRY_UNTRACED where it touches what cannot be traced.

        Only what changed is read again, where all of it is known not to steer formulas: there are tens of
        thousands of parameters.
        """
        _refuse_untraced(self.trace, law)
        is_small = law.base is traced_law and all(
            path in self._leaves and path not in self._steering for path in law.changed
        )
        if not is_small:
            return np.asarray(parameter_values(self.trace, law.parameters))
        touched = {leaf.name: leaf for path in law.changed for leaf in self._leaves[path]}
        part = replace(self.trace, parameters=touched, statics={}, guards={}, guard_leaves={})
        values = self.base.copy()
        values[[self._place[name] for name in touched]] = parameter_values(part, law.parameters)
        return values

    def values(self, asked: Sequence[Asked], parameters: Parameters, *, baseline: bool = False) -> Values:
        """Of outputs, in the population's order; `parameters` are in the order of the trace."""
        names = {f"{variable}@{period}": (variable, period) for variable, period in asked}
        answer = self.session.run(parameters[self._order], list(names), baseline=baseline)
        return {names[name]: values for name, values in answer.outputs.items()}


def _refuse_untraced(trace: Trace, law: Law) -> None:
    touched = {
        variable: sorted(paths & law.changed)
        for variable, paths in trace.untraced_reads.items()
        if paths & law.changed
    }
    if touched:
        variable, paths = next(iter(touched.items()))
        raise ReformlabError(
            "E_COUNTRY_UNTRACED",
            f"The reform changes {', '.join(paths)}, which {variable} reads, and that cannot be traced: "
            f"{trace.untraced[variable]}.",
            "Leave that parameter as it is, or ask the original engine.",
            {"variables": sorted(touched), "parameters": paths},
        )
