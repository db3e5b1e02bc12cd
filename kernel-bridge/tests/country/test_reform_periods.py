"""When changes of parameters hold: the engine reads periods as the package's core does, without Python."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

import reformlab as rl
from reformlab.country.law.load_system import System, load_system
from reformlab.country.law.parameter_changes import changed_parameters
from reformlab.country.use.country import Country

from .persons import YEAR, random_persons

PACKAGE = "openfisca_country_template"
RATE = "taxes.income_tax_rate"
PERSONS = random_persons(40, 3)
MARCH = f"{YEAR}-03"


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REFORMLAB_CACHE", str(tmp_path_factory.mktemp("cache")))
        with rl.country(PACKAGE) as opened:
            yield opened


@pytest.fixture(scope="module")
def system() -> System:
    return load_system(PACKAGE)


@pytest.mark.parametrize(
    ("values", "holds"),
    [
        ({str(YEAR): 0.5}, True),
        ({MARCH: 0.5}, True),
        ({f"{YEAR}-03-01": 0.5}, True),
        ({f"{YEAR}-03-02": 0.5}, False),
        ({f"{YEAR}-02-28.{YEAR}-03-01": 0.5}, True),
        ({f"{YEAR}-01-01.{YEAR}-02-28": 0.5}, False),
        ({f"{YEAR - 1}.{YEAR}": 0.5}, False),
        ({f"year:{YEAR - 1}:2": 0.5}, True),
        ({f"year:{YEAR - 1}": 0.5}, False),
        ({f"month:{YEAR}-01:3": 0.5}, True),
        ({f"month:{YEAR}-01:2": 0.5}, False),
        ({f"day:{YEAR}-02-27:3": 0.5}, True),
        ({f"day:{YEAR}-02-27:2": 0.5}, False),
        (0.5, True),
        ({f"{YEAR}-02": 0.7, f"year:{YEAR}": 0.5}, False),
        ({f"{YEAR}-01": 0.7, f"month:{YEAR}-03": 0.5}, True),
    ],
)
def test_a_change_holds_in_march(country: Country, system: System, values: Any, holds: bool) -> None:
    reform = {RATE: values}
    before, after = (
        country.columns(f"income_tax@{MARCH}", PERSONS, year=YEAR, reform=law).iloc[:, 0]
        for law in (None, reform)
    )
    law = system.tax_benefit_system.parameters
    old, new = (
        float(parameters(f"{MARCH}-01").taxes.income_tax_rate)
        for parameters in (law, changed_parameters(system, law, reform))
    )
    assert (new == 0.5) is holds
    np.testing.assert_allclose(after, before * new / old, rtol=1e-6)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("taxes.income_tax_rat", 1, "there is no income_tax_rat in taxes"),
        ("taxes", 1, "it is a group of parameters"),
        ("taxes.social_security_contribution[9].rate", 1, "there is no bracket [9]"),
        (RATE, {"soon": 1}, "soon is no period"),
    ],
)
def test_the_engine_names_mistakes_as_python_does(
    country: Country, system: System, path: str, value: Any, problem: str
) -> None:
    with pytest.raises(rl.ReformlabError) as engines:
        country.columns(f"income_tax@{MARCH}", PERSONS, year=YEAR, reform={path: value})
    with pytest.raises(rl.ReformlabError) as pythons:
        changed_parameters(system, system.tax_benefit_system.parameters, {path: value})
    assert engines.value.code == pythons.value.code == "E_COUNTRY_REFORM"
    assert problem in engines.value.message
    assert problem in pythons.value.message
