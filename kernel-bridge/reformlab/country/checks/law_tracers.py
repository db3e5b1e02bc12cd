"""Tracers of the laws that simulations have, kept for the simulations that come after."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..law.load_system import System
from ..law.parameter_changes import origin_of
from ..simulation.tracer import Tracer

MOST_LAWS = 2
"""Kept beside the package's own; each may hold a gigabyte."""


class LawTracers:
    """Of the laws of one package."""

    def __init__(self, system: System) -> None:
        """Traces nothing yet."""
        self._system = system
        self._tracers: dict[tuple[int, int | None], Tracer] = {}

    def of(self, simulation: Any) -> Iterator[Tracer]:
        """One that may do: of the law itself, or the latest of those that it differs from in parameters.

        Then, where that is another law's and does not do, one of its own.
        """
        law, spirals = simulation.tax_benefit_system, getattr(simulation, "max_spiral_loops", None)
        known = self._latest(law, spirals)
        if known is not None:
            yield self._kept(known, spirals)
        if known is None or known.system.tax_benefit_system is not law:
            system = replace(self._system, tax_benefit_system=law)
            yield self._kept(Tracer(system, (), max_spiral_loops=spirals), spirals)

    def _latest(self, law: Any, spirals: int | None) -> Tracer | None:
        if (id(law), spirals) in self._tracers:
            return self._tracers[id(law), spirals]
        origin = origin_of(law)
        alike = [
            tracer
            for (_, loops), tracer in self._tracers.items()
            if loops == spirals and origin_of(tracer.system.tax_benefit_system) is origin
        ]
        return alike[-1] if alike and origin is not law else None

    def _kept(self, tracer: Tracer, spirals: int | None) -> Tracer:
        law, own = tracer.system.tax_benefit_system, self._system.tax_benefit_system
        self._tracers.pop((id(law), spirals), None)
        self._tracers[id(law), spirals] = tracer
        others = [key for key, one in self._tracers.items() if one.system.tax_benefit_system is not own]
        for key in others[:-MOST_LAWS]:
            del self._tracers[key]
        return tracer
