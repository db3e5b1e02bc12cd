"""Under a law that a formula changes, what its change leaves alone is not traced again."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reformlab.country.law.load_system import load_system
from reformlab.country.simulation import policyengine_rules, rules
from reformlab.country.simulation.package_patches import patched_package
from reformlab.country.simulation.tracer import Tracer

PACKAGES = Path(__file__).parent / "packages"


def test_only_what_reads_the_change_is_traced_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGES))
    ran: Counter[str] = Counter()

    def counted(simulation: Any, variable: Any, period: Any) -> Any:
        ran[variable.name] += 1
        return rules.run_formula(simulation, variable, period)

    monkeypatch.setattr(policyengine_rules, "run_formula", counted)
    tracer = Tracer(load_system("small_benefits"), [("employment_income", "2026")])
    trace = tracer.trace([("income_tax", "2026"), ("tax_at_higher_rate", "2026")])
    assert ran["income_tax"] == 2
    assert ran["income"] == ran["allowance"] == 1
    assert trace.outputs["income_tax", "2026"] != trace.outputs["tax_at_higher_rate", "2026"]


def test_a_clone_takes_what_its_parameters_were_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGES))
    system = load_system("small_benefits")
    law = Tracer(system, ()).law.clone()
    with patched_package(system.core):
        for one in law.parameters.gov.tax.get_descendants():
            if isinstance(one, system.core.parameters.Parameter):
                one.update(start=system.core.periods.instant("2027-01-01"), value=one("2026-01-01"))
    rate = law.parameters.gov.tax.scale.brackets[1].rate
    assert "gov.tax.scale[1].rate" in law.changed
    assert rate("2027-01-01").node == rate("2026-01-01").node
    assert law.recording.graph.depends_on_parameters[rate("2027-01-01").node]
