"""Changed parameter trees leave the one they come from as it is."""

from pathlib import Path
from typing import Any

import pytest

from reformlab import ReformlabError
from reformlab.country.law.changes import read_changes
from reformlab.country.law.load_system import System, load_system
from reformlab.country.law.parameter_changes import changed_parameters


@pytest.fixture(scope="module")
def system() -> System:
    return load_system("openfisca_country_template")


def rate(parameters: Any, instant: str) -> float:
    return float(parameters(instant).taxes.income_tax_rate)


def test_a_span_changes_and_what_lies_around_it_does_not(system: System) -> None:
    law = system.tax_benefit_system.parameters
    before = rate(law, "2026-06-01")
    changed = changed_parameters(system, law, {"taxes.income_tax_rate": {"2026-01-01.2026-12-31": 0.5}})
    assert [rate(changed, day) for day in ("2025-12-31", "2026-06-01", "2027-01-01")] == [before, 0.5, before]
    assert rate(law, "2026-06-01") == before


@pytest.mark.parametrize("span", ["2026", "2026-01", "2026-01-01"])
def test_an_instant_holds_from_then_on(system: System, span: str) -> None:
    law = system.tax_benefit_system.parameters
    changed = changed_parameters(system, law, {"taxes.income_tax_rate": {span: 0.5}})
    assert [rate(changed, day) for day in ("2025-12-31", "2060-01-01")] == [rate(law, "2025-12-31"), 0.5]


def test_a_bracket_changes_alone(system: System) -> None:
    law = system.tax_benefit_system.parameters
    path = "taxes.social_security_contribution[1].rate"
    changed = changed_parameters(system, law, {path: {"2026-01-01": 0.9}})
    scales = [tree("2026-01-01").taxes.social_security_contribution.rates for tree in (law, changed)]
    assert scales[1][1] == 0.9
    assert scales[0][1] != 0.9
    assert scales[0][0] == scales[1][0]


def test_what_does_not_change_is_shared(system: System) -> None:
    law = system.tax_benefit_system.parameters
    changed = changed_parameters(system, law, {"taxes.income_tax_rate": 0.5})
    assert changed.children["benefits"] is law.children["benefits"]
    assert changed.children["taxes"] is not law.children["taxes"]


@pytest.mark.parametrize(
    ("path", "span", "problem"),
    [
        ("taxes.nothing", "2026", "there is no nothing in taxes"),
        ("taxes", "2026", "it is a group of parameters"),
        ("taxes.social_security_contribution[9].rate", "2026", "there is no bracket [9]"),
        ("taxes.income_tax_rate", "soon", "soon is no period"),
    ],
)
def test_mistakes_name_their_place(system: System, path: str, span: str, problem: str) -> None:
    with pytest.raises(ReformlabError) as raised:
        changed_parameters(system, system.tax_benefit_system.parameters, {path: {span: 1}})
    assert raised.value.code == "E_COUNTRY_REFORM"
    assert problem in raised.value.message


def test_reads_a_policy_of_policyengine(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text('{"id": 3, "label": "A", "policy_json": {"a.b": {"2026-01-01.2100-12-31": 1}}}')
    assert read_changes(file) == {"a.b": {"2026-01-01.2100-12-31": 1}}


@pytest.mark.parametrize(
    ("text", "code"), [("{", "E_COUNTRY_REFORM"), ("[]", "E_COUNTRY_REFORM"), (None, "E_FILE_READ")]
)
def test_files_that_hold_no_reform(tmp_path: Path, text: str | None, code: str) -> None:
    file = tmp_path / "reform.json"
    if text is not None:
        file.write_text(text)
    with pytest.raises(ReformlabError) as raised:
        read_changes(file)
    assert raised.value.code == code


def test_infinities_are_words_where_there_is_only_json(system: System) -> None:
    law = system.tax_benefit_system.parameters
    changed = changed_parameters(system, law, {"taxes.income_tax_rate": {"2026-01-01": "-inf"}})
    assert rate(changed, "2026-06-01") == -float("inf")


def test_what_holds_for_ever_gives_way_to_what_is_dated(system: System) -> None:
    law = system.tax_benefit_system.parameters
    spans = {"2026-01-01.2026-12-31": 0.5, "ETERNITY": 0.25}
    changed = changed_parameters(system, law, {"taxes.income_tax_rate": spans})
    assert [rate(changed, day) for day in ("2025-06-01", "2026-06-01", "2027-06-01")] == [0.25, 0.5, 0.25]
