"""What a notebook calls, against the original engine."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import reformlab as rl
from reformlab.country.law.load_system import load_system
from reformlab.country.populations.person_table import simulation_of_persons
from reformlab.country.preparation.prepared import Prepared
from reformlab.country.use.country import Country

from .persons import YEAR, random_persons

PACKAGE = "openfisca_country_template"
PACKAGES = Path(__file__).parent / "packages"
PERSONS = random_persons(500, 0)
HIGHER = {"taxes.income_tax_rate": {f"{YEAR}-01-01": 0.3}}


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("REFORMLAB_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="module")
def country(cache: Path) -> Iterator[Country]:
    with rl.country(PACKAGE) as opened:
        yield opened


def programs(cache: Path) -> set[Path]:
    return set(cache.rglob("*.prepared"))


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
    from openfisca_core.reforms import Reform

    class Unchanged(Reform):  # type: ignore[misc]
        """Whoever holds a class traces: a law that can be spoiled here."""

        def apply(self) -> None:
            pass

    def wrong(prepared: Prepared) -> Any:
        leaves = prepared.trace.parameters.values()
        return np.array([leaf.value * (2 if "income_tax_rate" in leaf.path else 1) for leaf in leaves])

    monkeypatch.setattr(Prepared, "parameters", property(wrong))
    name = f"disposable_income@{YEAR}-02"
    (found,) = country.compare(name, PERSONS, year=YEAR, reform=Unchanged).variables
    assert found.different > 0
    assert [root.variable for root in found.roots] == ["income_tax"]


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGES))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(PACKAGES), os.environ.get("PYTHONPATH", "")]))


@pytest.mark.usefixtures("packages")
def test_a_formula_that_fails_is_named() -> None:
    nobody_earns = PERSONS.assign(**{f"salary__{YEAR}-01": 0.0})
    with rl.country("looping_country") as country, pytest.raises(rl.ReformlabError) as raised:
        country.columns(f"share_of_salaries@{YEAR}-01", nobody_earns, year=YEAR)
    assert raised.value.code == "E_COUNTRY_PREPARE"
    assert "share_of_salaries" in raised.value.message
    assert "ZeroDivisionError" in raised.value.message


@pytest.mark.usefixtures("packages")
def test_a_reform_of_what_cannot_be_traced_is_refused() -> None:
    name = f"tax_on_rounded@{YEAR}-01"
    with rl.country("looping_country") as country:
        before = country.columns(name, PERSONS, year=YEAR)[name]
        after = country.columns(name, PERSONS, year=YEAR, reform=HIGHER)[name]
        np.testing.assert_allclose(after, before * 2, rtol=1e-6)
        assert before.max() > 0
        with pytest.raises(rl.ReformlabError) as raised:
            country.columns(name, PERSONS, year=YEAR, reform={"benefits.basic_income": 500})
    assert raised.value.code == "E_COUNTRY_UNTRACED"
    assert "rounded_salary" in raised.value.message


def test_what_was_prepared_before_is_not_prepared_again(cache: Path) -> None:
    name = f"income_tax@{YEAR}-06"
    with rl.country(PACKAGE) as country:
        wanted = [country.columns(name, PERSONS, year=YEAR, reform=reform) for reform in (None, HIGHER)]
    known = programs(cache)
    with rl.country(PACKAGE) as country:
        for frame, reform in zip(wanted, (None, HIGHER), strict=True):
            pd.testing.assert_frame_equal(country.columns(name, PERSONS, year=YEAR, reform=reform), frame)
        assert programs(cache) == known
        # Another value of the population is another program's.
        country.columns(name, PERSONS.assign(birth="1990-01-01"), year=YEAR)
    assert len(programs(cache) - known) == 1


def test_a_table_is_known_by_what_it_holds(country: Country, cache: Path) -> None:
    name = f"age@{YEAR}-07"
    before = country.columns(name, PERSONS, year=YEAR)
    known = programs(cache)
    pd.testing.assert_frame_equal(country.columns(name, PERSONS.copy(), year=YEAR), before)
    assert programs(cache) == known
    table = PERSONS.copy()
    table.loc[0, "birth"] = "1900-01-01"
    assert country.columns(name, table, year=YEAR).iloc[0, 0] == YEAR - 1900


def test_values_have_the_types_of_the_package(country: Country) -> None:
    names = [f"{name}@{YEAR}-01" for name in ("income_tax", "age", "housing_occupancy_status")]
    found = country.columns(names, PERSONS, year=YEAR, entity="person")
    assert [found[name].dtype.kind for name in names[:2]] == ["f", "i"]
    assert set(found[names[2]]) == {"tenant"}


def test_a_package_is_not_imported_by_those_who_ask(tmp_path: Path) -> None:
    file = tmp_path / "persons.csv"
    PERSONS.to_csv(file, index=False)
    asks = (
        "import sys, reformlab as rl\n"
        f"with rl.country('{PACKAGE}') as country:\n"
        f"    country.columns('housing_tax', {str(file)!r}, year={YEAR}, reform={HIGHER!r})\n"
        "sys.exit('openfisca_core' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asks], check=False).returncode == 0


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
