"""The template's own tests through its compiled program."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reformlab import ReformlabError
from reformlab.country.checks import run_once
from reformlab.country.checks.run_once import RunOnce
from reformlab.country.host.program_host import ProgramHost
from reformlab.country.law.load_system import load_system
from reformlab.country.yaml_tests.report import as_data, as_text
from reformlab.country.yaml_tests.run_case import run_compiled
from reformlab.country.yaml_tests.run_tests import own_tests, run_tests
from reformlab.country.yaml_tests.yaml_item import read_cases, yaml_files

PACKAGE = "openfisca-country-template"
FOLDER = own_tests(PACKAGE)


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REFORMLAB_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize("reference", [False, True])
def test_all_of_them_pass(reference: bool) -> None:
    run = run_tests(PACKAGE, FOLDER, reference=reference, every_original=True)
    assert [result for result in run.results if result.status != "passed"] == []
    cases = sum(len(read_cases(load_system(PACKAGE).core, file)) for file in yaml_files(FOLDER))
    assert Counter(result.status for result in run.results) == {"passed": cases}
    assert as_data(run)["passed_share"] == 1


def test_two_processes_answer_as_one_does_in_the_order_of_files() -> None:
    assert run_tests(PACKAGE, FOLDER, jobs=2).results == run_tests(PACKAGE, FOLDER).results


def test_what_was_run_before_is_not_run_again(tmp_path: Path) -> None:
    first = run_tests(PACKAGE, FOLDER, "age.yaml")
    kept = [path for path in (tmp_path / "cache").rglob("*.json") if "original" not in path.parts]
    (only,) = kept
    only.write_text(only.read_text().replace("Years are taken", "Years were taken"))
    again = run_tests(PACKAGE, FOLDER, "age.yaml")
    assert [result.name.replace("were", "are") for result in again.results] == [r.name for r in first.results]
    assert again.results != first.results


def test_a_case_that_the_original_engine_does_not_pass_is_not_judged(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("- name: Wrong\n  period: 2026-01\n  input: {salary: 1000}\n  output: {income_tax: 1}\n")
    run = run_tests(PACKAGE, wrong)
    assert [(result.status, result.name) for result in run.results] == [("original fails", "Wrong")]
    assert "income_tax@2026-01" in run.results[0].cause
    assert as_data(run)["passed_share"] is None


def test_a_program_that_differs_is_found_with_its_root(monkeypatch: pytest.MonkeyPatch) -> None:
    module: Any = run_once
    real = module.parameter_values

    def wrong(trace: Any, parameters: Any) -> Any:
        values = zip(trace.parameters, real(trace, parameters), strict=True)
        return [2 * value if "income_tax_rate" in name else value for name, value in values]

    monkeypatch.setattr(module, "parameter_values", wrong)
    system = load_system(PACKAGE)
    case = {"name": "Sum", "period": "2026-01", "input": {"salary": 1000}, "output": {"disposable_income": 1}}
    with ProgramHost() as host:
        result = run_compiled(system, case, FOLDER, "sum.yaml", RunOnce(system, host))
    assert (result.status, result.root) == ("failed", "income_tax@2026-01")


def test_the_report_groups_by_cause() -> None:
    run = run_tests(PACKAGE, FOLDER, "age.yaml")
    assert next(iter(as_text(run))).startswith("openfisca_country_template 8.2.0")


def test_nothing_to_test_is_said() -> None:
    for folder, wanted in ((FOLDER, "nowhere"), (FOLDER / "nowhere", "")):
        with pytest.raises(ReformlabError) as raised:
            run_tests(PACKAGE, folder, wanted)
        assert raised.value.code == "E_COUNTRY_TESTS"
