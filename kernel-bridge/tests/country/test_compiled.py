"""What a notebook calls, against the original engine."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import reformlab as rl
from reformlab.country.law.load_system import load_system
from reformlab.country.populations.person_table import simulation_of_persons
from reformlab.country.use.compiled import Country
from reformlab.country.use.compiled_population import CompiledPopulation

from .persons import YEAR, random_persons

PACKAGE = "openfisca_country_template"
PERSONS = random_persons(500, 0)
HIGHER = {"taxes.income_tax_rate": {f"{YEAR}-01-01": 0.3}}


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REFORMLAB_CACHE", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def country() -> Iterator[Country]:
    with rl.country(PACKAGE) as opened:
        yield opened


def original(variable: str, period: str, reform: Any = None) -> Any:
    system = load_system(PACKAGE)
    return simulation_of_persons(system, PERSONS, YEAR, reform).calculate(variable, period)


def test_values_stand_under_ids_in_the_order_of_persons(country: Country) -> None:
    found = country.columns(f"income_tax@{YEAR}-03", PERSONS, year=YEAR)
    assert found.index.name == "person_id"
    assert found.index.tolist() == PERSONS.person_id.tolist()
    np.testing.assert_allclose(found.iloc[:, 0], original("income_tax", f"{YEAR}-03"), rtol=1e-6)


def test_groups_stand_in_the_order_of_their_ids(country: Country) -> None:
    found = country.columns("housing_tax", PERSONS, year=YEAR)
    assert found.index.tolist() == sorted(set(PERSONS.person_household_id))
    np.testing.assert_array_equal(found.housing_tax, original("housing_tax", str(YEAR)))


def test_persons_repeat_what_their_household_has(country: Country) -> None:
    found = country.columns("housing_tax", PERSONS, year=YEAR, entity="person")
    households = country.columns("housing_tax", PERSONS, year=YEAR).housing_tax
    assert found.housing_tax.tolist() == households[PERSONS.person_household_id].tolist()


def test_a_reform_of_parameters_is_the_original_engines(country: Country) -> None:
    name = f"disposable_income@{YEAR}-02"
    before = country.columns(name, PERSONS, year=YEAR)
    after = country.columns(name, PERSONS, year=YEAR, reform=HIGHER)
    assert not before.equals(after)
    assert country.compare(name, PERSONS, year=YEAR, reform=HIGHER).variables[0].different == 0


def test_a_coded_reform_is_the_original_engines(country: Country) -> None:
    from openfisca_country_template.reforms.modify_social_security_taxation import (
        modify_social_security_taxation,
    )

    name = f"social_security_contribution@{YEAR}-02"
    found = country.columns(name, PERSONS, year=YEAR, reform=modify_social_security_taxation)
    wanted = original("social_security_contribution", f"{YEAR}-02", modify_social_security_taxation)
    np.testing.assert_allclose(found.iloc[:, 0], wanted, rtol=1e-6)
    assert not found.equals(country.columns(name, PERSONS, year=YEAR))


def test_a_difference_is_told_with_its_root(country: Country, monkeypatch: pytest.MonkeyPatch) -> None:
    # `reformlab.country` is the function; its modules are reached by their whole names.
    modules = [import_module(f"reformlab.country.use.{name}") for name in ("compiled_population", "compare")]
    real = modules[0].parameter_values

    def wrong(trace: Any, parameters: Any) -> Any:
        values = real(trace, parameters)
        return np.array(
            [2 * v if "income_tax_rate" in n else v for n, v in zip(trace.parameters, values, strict=True)]
        )

    for module in modules:
        monkeypatch.setattr(module, "parameter_values", wrong)
    (found,) = country.compare(f"disposable_income@{YEAR}-02", PERSONS, year=YEAR).variables
    assert found.different > 0
    assert [root.variable for root in found.roots] == ["income_tax"]


def test_a_reform_of_what_cannot_be_traced_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    real = CompiledPopulation.trace

    def partly(self: CompiledPopulation, asked: Any, parameters: Any) -> Any:
        reads = {"housing_tax": {"taxes.housing_tax.rate"}}
        traced = real(self, asked, parameters)
        return replace(traced, untraced={"housing_tax": "a loop over rows"}, untraced_reads=reads)

    monkeypatch.setattr(CompiledPopulation, "trace", partly)
    name = f"income_tax@{YEAR}-05"
    with rl.country(PACKAGE) as country:
        assert len(country.columns(name, PERSONS, year=YEAR, reform=HIGHER)) == len(PERSONS)
        with pytest.raises(rl.ReformlabError) as raised:
            country.columns(name, PERSONS, year=YEAR, reform={"taxes.housing_tax.rate": 20})
    assert raised.value.code == "E_COUNTRY_UNTRACED"
    assert "a loop over rows" in raised.value.message
    assert raised.value.details == {"variables": ["housing_tax"], "parameters": ["taxes.housing_tax.rate"]}


def test_what_was_compiled_before_is_not_traced_again(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"income_tax@{YEAR}-06"
    with rl.country(PACKAGE) as country:
        wanted = [country.columns(name, PERSONS, year=YEAR, reform=reform) for reform in (None, HIGHER)]

    def fails(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(CompiledPopulation, "trace", fails)
    with rl.country(PACKAGE) as country:
        for frame, reform in zip(wanted, (None, HIGHER), strict=True):
            pd.testing.assert_frame_equal(country.columns(name, PERSONS, year=YEAR, reform=reform), frame)
        # Another value of the population is another program's.
        with pytest.raises(AssertionError):
            country.columns(name, PERSONS.assign(birth="1990-01-01"), year=YEAR)


def test_a_table_is_read_from_files(country: Country, tmp_path: Path) -> None:
    wanted = country.columns("housing_tax", PERSONS, year=YEAR)
    for name in ("persons.csv", "persons.parquet"):
        file = tmp_path / name
        PERSONS.to_csv(file, index=False) if name.endswith("csv") else PERSONS.to_parquet(file)
        pd.testing.assert_frame_equal(country.columns("housing_tax", file, year=YEAR), wanted)


@pytest.mark.parametrize(
    ("code", "variables", "changed", "reform"),
    [
        ("E_COUNTRY_VARIABLE", "income_taxes", {}, None),
        ("E_COUNTRY_ENTITY", ["housing_tax", f"income_tax@{YEAR}-01"], {}, None),
        ("E_COUNTRY_POPULATION", "housing_tax", {"nothing": 1}, None),
        ("E_COUNTRY_POPULATION", "housing_tax", {"salary": 1}, None),
        ("E_COUNTRY_POPULATION", "housing_tax", {"person_household_role": "guest"}, None),
        ("E_COUNTRY_REFORM", "housing_tax", {}, {"taxes.nothing": 1}),
        ("E_COUNTRY_PERIOD", "income_tax", {}, None),
    ],
)
def test_mistakes(country: Country, code: str, variables: Any, changed: dict[str, Any], reform: Any) -> None:
    with pytest.raises(rl.ReformlabError) as raised:
        country.columns(variables, PERSONS.assign(**changed), year=YEAR, reform=reform)
    assert raised.value.code == code
