"""The engine's own commands on a country package, against the original engine."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from reformlab.country.law.load_system import load_system
from reformlab.country.law.reforms import package_reform
from reformlab.country.populations.person_table import simulation_of_persons

from .persons import YEAR, random_persons

PACKAGE = "openfisca_country_template"
PERSONS = random_persons(200, 3)
MONTHS = [f"{YEAR}-{month:02}" for month in range(1, 13)]
REFORM = {"taxes.income_tax_rate": {f"{YEAR}-04-01": 0.3}, "benefits.basic_income": {f"{YEAR}-01-01": 700}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    PERSONS.to_csv(folder / "persons.csv", index=False)
    (folder / "reform.json").write_text(json.dumps(REFORM))
    return folder


def run(folder: Path, *words: str) -> str:
    environment = {**os.environ, "REFORMLAB_CACHE": str(folder / "cache"), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "reformlab", *words, "--model", PACKAGE]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def original(reform: dict[str, Any] | None = None) -> Any:
    system = load_system(PACKAGE)
    law = None if reform is None else package_reform(system, reform)
    return simulation_of_persons(system, PERSONS, YEAR, law)


def yearly(variable: str, reform: dict[str, Any] | None = None) -> Any:
    simulation = original(reform)
    return sum(simulation.calculate(variable, month).astype(float) for month in MONTHS)


def test_an_impact_adds_up_months_and_keeps_days(folder: Path) -> None:
    words = ["--population", "persons.csv", "--reform", "reform.json", "--year", str(YEAR), "--json"]
    impact = json.loads(run(folder, "impact", *words))
    programmes = {programme["name"]: programme for programme in impact["programmes"]}
    for variable in ("income_tax", "basic_income", "social_security_contribution", "housing_allowance"):
        before, after = yearly(variable).sum(), yearly(variable, REFORM).sum()
        assert programmes[variable]["baseline"] == pytest.approx(before, rel=1e-6)
        assert programmes[variable]["reform"] == pytest.approx(after, rel=1e-6)
    assert impact["currency"] == "EUR"
    assert impact["population"]["person"] == {"records": 200, "weighted": 200}
    gains = yearly("disposable_income", REFORM) - yearly("disposable_income")
    _, households = np.unique(PERSONS.person_household_id, return_inverse=True)
    assert impact["overall"]["averageChange"] == pytest.approx(gains[households].mean(), rel=1e-5)


def test_columns_stand_in_the_order_of_the_population(folder: Path) -> None:
    variable = f"income_tax@{YEAR}-05"
    words = ["--population", "persons.csv", "--reform", "reform.json", "--out", "tax.csv"]
    run(folder, "columns", variable, *words)
    found = pd.read_csv(folder / "tax.csv", index_col="person_id")
    assert found.index.tolist() == PERSONS.person_id.tolist()
    wanted = original(REFORM).calculate("income_tax", f"{YEAR}-05")
    np.testing.assert_allclose(found[variable], wanted, rtol=1e-6)


def test_a_household_is_the_packages_own_situation(folder: Path) -> None:
    month = f"{YEAR}-05"
    ann = {"birth": {"ETERNITY": "1980-01-15"}, "salary": {month: 2000}, "income_tax": {month: None}}
    situation = {"persons": {"Ann": ann, "Bob": {}}, "households": {"home": {"adults": ["Ann", "Bob"]}}}
    (folder / "situation.json").write_text(json.dumps(situation))
    found = json.loads(run(folder, "household", "situation.json", "--reform", "reform.json", "--json"))
    (tax,) = found["variables"]
    assert tax["name"] == f"income_tax@{month}"
    assert tax["values"] == [
        {"record": "Ann", "baseline": pytest.approx(300), "reform": pytest.approx(600)},
        {"record": "Bob", "baseline": 0, "reform": 0},
    ]
