"""PolicyEngine's dialect: a package of its own kind, compiled, against its original engine."""

import json
import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import reformlab as rl
from reformlab.country.use.country import Country

PACKAGE = "small_benefits"
PACKAGES = Path(__file__).parent / "packages"
YEAR = 2026
OF_PERSONS = [
    "income",
    "means",
    "is_taxed",
    "income_tax",
    "monthly_benefit",
    "allowance",
    "band",
    "is_oldest",
    "survey_age",
    "is_tax_changed",
]
SAME_FOR_ALL = ["allowance", "is_tax_changed"]
OF_BRANCHES = [
    "tax_without_allowance",
    "tax_at_higher_rate",
    "looped_without_savings",
    "looped_without_pension",
]
OF_HOUSEHOLDS = ["benefits", "rent_of_year", "taxpayers", "net_income", "region"]
OUTPUTS = [*OF_PERSONS, *OF_BRANCHES, *OF_HOUSEHOLDS, "monthly_benefit@2026-08", "income@2026-02"]


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REFORMLAB_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.syspath_prepend(str(PACKAGES))
        patch.setenv("PYTHONPATH", os.pathsep.join([str(PACKAGES), os.environ.get("PYTHONPATH", "")]))
        with rl.country(PACKAGE) as opened:
            yield opened


def persons(count: int = 400, seed: int = 0) -> pd.DataFrame:
    """In households that stand together; pay is of two years before, and is uprated."""
    random = np.random.default_rng(seed)
    households = np.sort(random.integers(0, count // 3, count))
    regions = random.choice(["NORTH", "SOUTH", "ISLANDS"], count)
    rents = random.integers(300, 1500, count).astype(float)
    return pd.DataFrame(
        {
            "person_id": np.arange(count) + 100,
            "person_household_id": households,
            "employment_income__2024": np.round(random.exponential(25_000, count), 2),
            "pension": np.round(random.exponential(3_000, count)),
            "expenses__2025": random.integers(0, 2_000, count).astype(float),
            "savings": np.round(random.exponential(4_000, count)),
            "age": random.integers(0, 90, count),
            "region": regions[households],
            "rent__2026-01": rents[households],
            "household_weight": np.ones(count),
        }
    )


PERSONS = persons()


def original(dataset: Any, titles: list[str], changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """What the package's own engine answers; enums by their names."""
    options = {} if changes is None else {"reform": _core("reforms").Reform.from_dict(changes)}
    simulation = import_module(PACKAGE).Microsimulation(dataset=dataset, **options)
    found = {}
    for title in titles:
        name, _, period = title.partition("@")
        values = simulation.calculate(name, period or YEAR, use_weights=False)
        found[title] = np.asarray(values.decode_to_str() if hasattr(values, "decode_to_str") else values)
    return found


def _core(name: str) -> Any:
    return import_module(f"policyengine_core.{name}")


def flat(table: pd.DataFrame = PERSONS) -> Any:
    return _core("data").Dataset.from_dataframe(table, str(YEAR))


def compiled(country: Country, population: Any, titles: list[str], reform: Any = None) -> dict[str, Any]:
    frames = [
        country.columns([title for title in titles if title in of], population, year=YEAR, reform=reform)
        for of in (set(titles) - set(OF_HOUSEHOLDS), OF_HOUSEHOLDS)
        if set(titles) & set(of)
    ]
    return {str(title): frame[title].to_numpy() for frame in frames for title in frame}


def assert_equal(found: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert found.keys() == wanted.keys()
    for title, values in wanted.items():
        if values.dtype.kind in "OUS":
            assert found[title].astype(str).tolist() == values.astype(str).tolist(), title
        else:
            np.testing.assert_allclose(
                found[title].astype(float), values.astype(float), rtol=2e-6, atol=2e-3, err_msg=title
            )


def test_values_are_the_original_engines(country: Country) -> None:
    wanted = original(flat(), OUTPUTS)
    assert_equal(compiled(country, PERSONS, OUTPUTS), wanted)
    # The tests mean something: nothing is the same for everybody that should not be.
    assert all(len(set(values.tolist())) > 1 for title, values in wanted.items() if title not in SAME_FOR_ALL)
    assert not np.allclose(wanted["tax_at_higher_rate"], wanted["income_tax"])


@pytest.mark.parametrize(
    "changes",
    [
        {"gov.tax.scale[0].rate": {"2026-01-01.2100-12-31": 0.15}},
        {"gov.tax.scale[1].threshold": {"2026-01-01.2100-12-31": 30_000}},
        {"gov.benefit.amount.SOUTH": {"2026-03-01.2026-05-31": 500}},
        {"gov.benefit.by_age[2].amount": {"year:2026:1": 20}, "gov.tax.allowance": {"2026": 9_000}},
        {"gov.index": {"2026-01-01.2026-12-31": 1.5}},
        {"gov.tax.taxed_from": 15_000},
        {"gov.tax.taxed_from": {"ETERNITY": 0}},
        # A parameter that the package works out of this one.
        {"gov.share.total": {"2026-01-01.2100-12-31": 60_000}},
        # These need another trace: a list, an order of brackets, formulas that are switched on.
        {"gov.counted": {"2026-01-01.2100-12-31": ["income"]}},
        {"gov.tax.scale[1].threshold": {"2026-01-01.2100-12-31": 70_000}},
        {"gov.contrib.flat_tax.in_effect": {"2026-01-01.2100-12-31": True}},
        {
            "gov.contrib.flat_tax.in_effect": {"2026-01-01.2100-12-31": True},
            "gov.contrib.flat_tax.rate": {"2026-01-01.2100-12-31": 0.31},
        },
    ],
    ids=lambda changes: "+".join(changes),
)
def test_reforms_are_the_original_engines(changes: dict[str, Any], country: Country, tmp_path: Path) -> None:
    titles = ["means", "income_tax", "is_tax_changed", "tax_without_allowance", "benefits", "net_income"]
    file = tmp_path / "reform.json"
    file.write_text(json.dumps(changes))
    wanted = original(flat(), titles, changes)
    assert_equal(compiled(country, PERSONS, titles, file), wanted)
    before = original(flat(), titles)
    assert any(not np.array_equal(before[title], values) for title, values in wanted.items())


def arrays() -> dict[str, Any]:
    """The same persons as columns of their own entities."""
    first = PERSONS.drop_duplicates("person_household_id")
    of_households = {"region": first.region.astype("S"), "rent": first["rent__2026-01"]}
    return {
        "person_id": PERSONS.person_id,
        "household_id": first.person_household_id,
        "person_household_id": PERSONS.person_household_id,
        "household_weight": first.household_weight,
        "employment_income": PERSONS.employment_income__2024,
        "age": PERSONS.age,
        "savings": PERSONS.savings,
        **of_households,
    }


@pytest.mark.parametrize("has_periods", [False, True])
def test_an_h5_file_is_read_as_the_package_reads_it(
    has_periods: bool, country: Country, tmp_path: Path
) -> None:
    h5py = import_module("h5py")
    file = tmp_path / "population.h5"
    periods = {"employment_income": "2024", "rent": "2026-01"}
    with h5py.File(file, "w") as store:
        for name, values in arrays().items():
            store[f"{name}/{periods.get(name, YEAR)}" if has_periods else name] = values.to_numpy()
    titles = ["income", "income_tax", "benefits", "rent_of_year", "net_income", "region"]
    wanted = original(_core("data").Dataset.from_file(str(file), str(YEAR)), titles)
    assert_equal(compiled(country, file, titles), wanted)
    assert (wanted["benefits"] > 0).any()


def test_a_situation_is_a_population(country: Country, tmp_path: Path) -> None:
    situation = {
        "people": {
            "Ana": {"age": {"2026": 41}, "employment_income": {"2026": 52_000}, "income_tax": {"2026": None}},
            "Bob": {"age": {"2026": 9}},
            "Eve": {"age": {"2026": 70}, "pension": {"2026": 18_000}},
        },
        "households": {
            "first": {"members": ["Ana", "Bob"], "region": {"2026": "SOUTH"}},
            "second": {"members": ["Eve"], "region": {"2026": "NORTH"}},
        },
    }
    file = tmp_path / "situation.json"
    file.write_text(json.dumps(situation))
    simulation = import_module(PACKAGE).Simulation(situation=situation)
    changes = {"gov.tax.scale[0].rate": {"2026-01-01.2100-12-31": 0.25}}
    for reform in (None, changes):
        found = country.columns(["income_tax", "allowance"], file, year=YEAR, reform=reform)
        assert found.index.tolist() == ["Ana", "Bob", "Eve"]
        if reform is not None:
            made = _core("reforms").Reform.from_dict(changes)
            simulation = import_module(PACKAGE).Simulation(situation=situation, reform=made)
        np.testing.assert_allclose(found.income_tax, simulation.calculate("income_tax", YEAR), rtol=2e-6)
        assert found.income_tax.nunique() == 3
    households = country.columns("net_income", file, year=YEAR, reform=changes)
    np.testing.assert_allclose(households.net_income, simulation.calculate("net_income", YEAR), rtol=2e-6)
