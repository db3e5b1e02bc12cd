"""A reform of parameters alone is traced with the law it starts from; any other by itself."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from openfisca_core.reforms import Reform

from reformlab.country.checks.run_once import RunOnce
from reformlab.country.law.parameter_changes import origin_of
from reformlab.country.simulation.tracer import Tracer

from .small_country import MONTH, PERIOD, person, random_people, small_country, variables

ASKED = [("marginal_tax", PERIOD), ("masked", PERIOD), ("chosen", PERIOD)]


class HigherRate(Reform):  # type: ignore[misc]
    def apply(self) -> None:
        self.modify_parameters(self.raised)

    @staticmethod
    def raised(parameters: Any) -> Any:
        parameters.rate.update(period="year:2000:40", value=0.75)
        return parameters


class OthersCounted(Reform):  # type: ignore[misc]
    def apply(self) -> None:
        self.modify_parameters(self.replaced)

    @staticmethod
    def replaced(parameters: Any) -> Any:
        parameters.counted.update(period="year:2000:40", value=["rent"])
        return parameters


class OneMore(Reform):  # type: ignore[misc]
    def apply(self) -> None:
        fields = {"entity": person, "value_type": float, "definition_period": MONTH, "label": ""}
        self.add_variable(type("more", (variables.Variable,), fields))


def test_origins() -> None:
    law = small_country().tax_benefit_system
    raised = HigherRate(law)
    assert origin_of(law) is law
    assert origin_of(raised) is law
    assert origin_of(OthersCounted(raised)) is law
    without = OneMore(raised)
    assert origin_of(without) is without


@pytest.mark.parametrize(("reform", "tracers"), [(HigherRate, 1), (OthersCounted, 2), (OneMore, 2)])
def test_tracers_are_shared(monkeypatch: pytest.MonkeyPatch, reform: type[Reform], tracers: int) -> None:
    system = small_country()
    made: list[Tracer] = []
    begin = Tracer.__init__

    def counted(self: Tracer, *arguments: Any, **options: Any) -> None:
        made.append(self)
        begin(self, *arguments, **options)

    monkeypatch.setattr(Tracer, "__init__", counted)
    run = RunOnce(system, None)
    for law in (system.tax_benefit_system, reform(system.tax_benefit_system)):
        people = random_people(replace(system, tax_benefit_system=law), 30, 1)
        asked = [*ASKED, ("looped", PERIOD)]
        compiled = run(people, asked)
        for name, period in asked:
            found = np.asarray(compiled(name, period)).astype(float)
            assert np.allclose(found, people.calculate(name, period)), name
    assert len(made) == tracers
