"""`python -m reformlab.country`."""

import json
from pathlib import Path

import pytest

from reformlab.country.__main__ import main

from .persons import YEAR, random_persons

PACKAGE = "openfisca_country_template"


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REFORMLAB_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    file = tmp_path / "persons.csv"
    random_persons(100, 1).to_csv(file, index=False)
    return file


@pytest.fixture
def reform(tmp_path: Path) -> Path:
    file = tmp_path / "reform.json"
    file.write_text(json.dumps({"taxes.income_tax_rate": {f"{YEAR}-01-01": 0.5}}))
    return file


def test_tests_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", PACKAGE, "--filter", "income_tax"]) == 0
    said = capsys.readouterr()
    assert "passed" in said.out
    assert "2 of 2 files" in said.err


def test_both_engines_are_compared(persons: Path, reform: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--population", str(persons), "--reform", str(reform), "--json"]
    assert main(["compare", PACKAGE, "--variables", f"disposable_income@{YEAR}-01", *words]) == 0
    (found,) = json.loads(capsys.readouterr().out)["variables"]
    assert (found["variable"], found["different"], found["entity"]) == ("disposable_income", 0, "household")


def test_a_trace_is_described_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.program"
    assert main(["trace", PACKAGE, f"income_tax@{YEAR}-01", "--out", str(out), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["parameters"], found["untraced"]) == (2, {})
    assert out.stat().st_size > 0


def test_the_bench_measures_both(persons: Path, reform: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--population", str(persons), "--reform", str(reform), "--repeat", "1", "--json"]
    assert main(["bench", PACKAGE, "--variables", f"income_tax@{YEAR}-01", *words]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["records"] == 100
    assert min(*found["seconds"].values(), *found["peak_bytes"].values()) > 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["test", "openfisca_nowhere"], "E_COUNTRY_TESTS"),
        (["trace", "json", "x"], "E_COUNTRY_NOT"),
        (["trace", PACKAGE, "incomes"], "E_COUNTRY_VARIABLE"),
        (
            ["compare", PACKAGE, "--variables", "age", "--population", "nowhere.csv"],
            "E_COUNTRY_POPULATION",
        ),
    ],
)
def test_mistakes_end_with_2_and_are_data_where_that_is_asked(
    words: list[str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.startswith(f"error {code}: ")
    assert main([*words, "--json"]) == 2
    assert json.loads(capsys.readouterr().err)["error"]["code"] == code
