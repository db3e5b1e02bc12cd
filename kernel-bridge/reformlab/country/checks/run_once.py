"""A small simulation's answers from its compiled program, in place of the original engine's."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

from ..host.program_host import ProgramHost
from ..law.load_system import System
from ..populations.simulation_values import Asked, as_calculated, as_numbers
from ..simulation.trace import Trace
from ..traces.evaluate import evaluate
from ..traces.input_columns import given_inputs, input_columns, relations
from ..traces.parameter_values import RetraceNeeded, parameter_values
from ..traces.write_program import write_program
from .law_tracers import LawTracers
from .root_differences import root_differences
from .rounding import differs


class RunOnce:
    """Traces for the inputs and outputs of one simulation after another."""

    def __init__(self, system: System, host: ProgramHost | None) -> None:
        """Without a host programs are run by NumPy, as they are defined."""
        self._system = system
        self._host = host
        self._last: _Run | None = None
        self._tracers = LawTracers(system)

    @property
    def is_reference(self) -> bool:
        """Whether NumPy runs the programs."""
        return self._host is None

    @property
    def originals(self) -> dict[str, str]:
        """Variables of the last run that the original engine computed as inputs, and why."""
        if self._last is None:
            return {}
        trace = self._last.trace
        used = {leaf.variable for leaf in trace.inputs.values() if leaf.kind == "original"}
        return {variable: trace.untraced.get(variable, "") for variable in sorted(used)}

    def __call__(self, simulation: Any, wanted: Iterable[Asked]) -> Callable[[str, Any], Any]:
        """Answers as `simulation.calculate` does, for what is wanted. Raises Untraceable."""
        self._last = None
        system = replace(self._system, tax_benefit_system=simulation.tax_benefit_system)
        period = system.core.periods.period
        asked = [(variable, str(period(when))) for variable, when in wanted]
        given = given_inputs(simulation)
        self._last = run = self._run(system, simulation, asked, given)
        values = run.values()
        return lambda variable, when: as_calculated(system, variable, values[variable, str(period(when))])

    def _run(self, system: System, simulation: Any, asked: list[Asked], given: Collection[Asked]) -> "_Run":
        """What was traced of another law stands where parameters alone differ and steer nothing."""
        missing: RetraceNeeded | None = None
        for tracer in self._tracers.of(simulation):
            try:
                return _Run(system, simulation, given, tracer.trace(asked, given), self._host)
            except RetraceNeeded as error:
                missing = error
        raise missing or AssertionError

    def root_difference(self) -> str:
        """Of the last run the first variable that differs from the original while its operands do not."""
        run = self._last
        if run is None:
            return ""
        run.simulation.__dict__.pop("calculate", None)
        everything = dict.fromkeys([*run.trace.outputs, *run.trace.variables])
        whole = run.trace.tracer.trace(list(everything), run.given)
        compiled = _Run(run.system, run.simulation, run.given, whole, self._host).values()

        def is_different(asked: Asked) -> bool:
            try:
                original = as_numbers(run.simulation.calculate(*asked))
            except Exception:  # Branches reach what the simulation itself cannot compute.
                return False
            return asked in compiled and bool(differs(original, compiled[asked]).any())

        roots = root_differences(run.trace.outputs, run.trace.operands, is_different)
        return "@".join(roots[0]) if roots else ""


class _Run:
    """One simulation and its trace."""

    def __init__(
        self,
        system: System,
        simulation: Any,
        given: Collection[Asked],
        trace: Trace,
        host: ProgramHost | None,
    ) -> None:
        self.simulation = simulation
        self.trace = trace
        self.system = system
        self.given = given
        self._host = host
        self._columns = input_columns(trace, simulation)
        self._relations = relations(trace, simulation)
        self._parameters = parameter_values(trace, system.tax_benefit_system.parameters)

    def values(self) -> dict[Asked, Any]:
        """Of all outputs."""
        trace = self.trace
        if self._host is None:
            return dict(evaluate(trace, self._columns, self._relations, self._parameters))
        names = {f"{variable}@{period}": (variable, period) for variable, period in trace.outputs}
        program = write_program(trace)
        answer = self._host.once(program, self._columns, self._relations, self._parameters, list(names))
        return {names[name]: values for name, values in answer.outputs.items()}
