"""What a notebook uses, against the engine's own command line."""

import json
import math
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import reformlab as rl
from reformlab.frames import snake_case

from .conftest import EXAMPLE, NODE, ROOT

CTC = "gov.irs.credits.ctc.amount.base"
FAMILY: dict[str, Any] = json.loads((ROOT / "notebooks" / "family.json").read_text())


def command_line(*words: str) -> Any:
    """What the repository's own engine answers."""
    command = [str(NODE), "engine/bin/reformlab.mjs", *words, "--json"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


@pytest.fixture(scope="module")
def impact() -> rl.Impact:
    """Of the example."""
    return rl.impact(EXAMPLE, year=2026)


def test_impact_is_that_of_the_command_line(impact: rl.Impact) -> None:
    assert impact.data == command_line("impact", "--year", "2026", "--reform", str(EXAMPLE))


def test_frames_hold_what_the_answer_holds(impact: rl.Impact) -> None:
    data = impact.data
    assert impact.budget.loc["total", "change"] == data["budget"]["total"] == impact.total
    assert impact.budget.loc["federal", "change"] == data["budget"]["byGovernment"]["federal"]
    assert list(impact.programmes.index) == [programme["name"] for programme in data["programmes"]]
    assert impact.programmes.loc["income_tax", "change"] == data["programmes"][0]["change"]
    groups = [*data["groups"], data["overall"]]
    assert list(impact.groups["average_change"]) == [group["averageChange"] for group in groups]
    assert impact.groups.index[-1] == "everybody"
    shares = ["gain_more_than_5_percent", "gain_less_than_5_percent", "unchanged"]
    shares += ["lose_less_than_5_percent", "lose_more_than_5_percent"]
    assert impact.winners.loc["everybody", shares].sum() == pytest.approx(1)
    assert impact.inequality.loc["gini", "change"] == data["inequality"]["gini"]["change"]
    assert "top_10_share" in impact.inequality.index
    spm = next(line for line in data["poverty"] if line["name"] == "spm")
    assert impact.poverty.loc[("spm", "children"), "rate_change"] == spm["groups"][1]["rate"]["change"]
    assert impact.budget.loc["total", "standard_error"] == data["budget"]["standardError"]["total"]


def test_impact_shows_itself(impact: rl.Impact) -> None:
    bundle = impact._repr_mimebundle_()
    outcome = bundle["application/vnd.reformlab.outcome+json"]
    assert outcome["kind"] == "impact"
    assert outcome["impact"] == impact.data
    assert outcome["reforms"][0]["title"] == "A child tax credit of $3,600, fully refundable"
    json.dumps(bundle, allow_nan=False)
    assert "Individual income tax" in bundle["text/html"]
    assert "billion dollars a year" in bundle["text/plain"]


def test_reform_is_the_same_in_every_form(tmp_path: Path) -> None:
    text = f"reform: reformlab/1\nchanges:\n  {CTC}: {{ 2026: 3600 }}\n"
    file = tmp_path / "mine.reform.yaml"
    file.write_text(text)
    forms: list[Any] = [
        {CTC: 3600},
        {CTC: np.int64(3600)},
        {CTC: {2026: 3600}},
        {CTC: {"2026-01-01": 3600}},
        {CTC: {date(2026, 1, 1): 3600.0}},
        {CTC: {"from": 2026, "value": 3600}},
        {CTC: [{"from": 2026, "value": 3600}]},
        file,
        str(file),
        text,
    ]
    assert len({rl.reform(form).hash for form in forms}) == 1
    later = rl.reform({CTC: 3600}, year=2030, title="Later")
    assert later.title == "Later"
    assert set(later.changes["year"]) == set(range(2030, 2037))
    breakdown = rl.reform({"gov.irs.deductions.standard.amount": {"single": 20000, "joint": math.inf}})
    assert breakdown.changes.query("year == 2026")["after"].tolist() == [20000, 9e99]
    assert CTC in repr(later)
    assert CTC in later._repr_html_()


def test_baseline_comes_before_the_reform() -> None:
    base = {CTC: 3000}
    assert rl.impact(None, baseline=base).total == 0
    both = rl.impact({CTC: 3600}, baseline=base).total
    assert rl.impact({CTC: 3600}).total == pytest.approx(rl.impact(base).total + both)


def test_household_is_that_of_the_command_line() -> None:
    found = rl.household(FAMILY, EXAMPLE, explain=True)
    words = ["household", "notebooks/family.json", "--reform", str(EXAMPLE), "--explain"]
    assert found.data == command_line(*words)
    assert found["income_tax"] == found.values.loc[("income_tax", "family"), "reform"]
    changes = found.values["change"]
    assert changes["household_net_income", "household"] == 1400 == -changes["income_tax", "family"]
    assert set(found.lines["depth"]) > {0, 1}
    assert len(found.assumptions) > 0
    assert rl.household(FAMILY, variables=["eitc"])["eitc"] == 0
    of_numpy = {"people": {"Ann": {"age": np.int64(38), "employment_income": np.float64(52_000)}}}
    of_python = {"people": {"Ann": {"age": 38, "employment_income": 52_000}}}
    assert rl.household(of_numpy).data == rl.household(of_python).data


def test_earnings_and_why_are_those_of_the_command_line() -> None:
    curve = rl.earnings(FAMILY, EXAMPLE, to=80_000)
    assert curve.data == command_line(
        *["earnings", "notebooks/family.json", "--reform", str(EXAMPLE), "--to", "80000"]
    )
    assert len(curve.points) == 2 * 201
    assert set(curve.kinks["law"]) == {"baseline", "reform"}
    why = rl.why(FAMILY, EXAMPLE)
    assert why.data == command_line("why", "notebooks/family.json", "--reform", str(EXAMPLE))
    assert why.lines["contribution"].sum() == pytest.approx(why.change)


def test_columns_add_up_to_the_impact() -> None:
    before = rl.columns(["income_tax", "head.age"])
    after = rl.columns("income_tax", EXAMPLE)
    assert before.shape == (280_005, 2)
    assert before.index.name == "RECID"
    assert len(after) == len(before)
    assert after["income_tax"].sum() < before["income_tax"].sum()


def test_catalogue_finds_what_is_searched() -> None:
    found = rl.parameters("child tax credit", year=2026)
    assert found.loc[CTC, "value"] == 2200
    assert math.inf in set(rl.parameters("gov.irs", year=2026)["value"])
    assert "eitc" in rl.variables("earned income").index
    assert rl.datasets().loc["us-cps", "counts_tax_unit"] == 280_005


def test_live_session_answers_as_impact_does() -> None:
    with rl.live() as session:
        totals = [session.patch({CTC: amount}).total for amount in (3000, 3600)]
        with pytest.raises(rl.ReformlabError) as raised:
            session.patch({"gov.irs.nothing": 1})
        assert raised.value.code == "E_PARAMETER_UNKNOWN"
        assert session.patch({}).total == 0
        assert session.patch({CTC: np.float64(3600)}).reforms[0].hash == rl.reform({CTC: 3600}).hash
    assert totals == [rl.impact({CTC: amount}).total for amount in (3000, 3600)]


def test_mistakes_say_what_to_do() -> None:
    with pytest.raises(rl.ReformlabError) as raised:
        rl.impact({f"{CTC}x": 3600})
    error = raised.value
    assert error.code == "E_PARAMETER_UNKNOWN"
    assert CTC in error.remedy
    assert error.details["path"] == f"{CTC}x"
    assert error._render_traceback_()[0].startswith("ReformlabError: There is no parameter")
    with pytest.raises(rl.ReformlabError, match="no variable"):
        rl.columns("nothing")
    with pytest.raises(rl.ReformlabError, match="nan is no value"):
        rl.reform({CTC: math.nan})
    with pytest.raises(rl.ReformlabError, match="Cannot read"):
        rl.reform("nowhere.yaml")


def test_importing_is_light() -> None:
    script = "import sys, reformlab; print({'pandas', 'pyarrow', 'jupyter_server'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said == "set()\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("averageChange", "average_change"),
        ("gainMoreThan5Percent", "gain_more_than_5_percent"),
        ("top10Share", "top_10_share"),
        ("s80s20", "s80s20"),
    ],
)
def test_names_become_snake_case(name: str, expected: str) -> None:
    assert snake_case(name) == expected


def test_version_is_the_engines() -> None:
    engine = json.loads((ROOT / "engine" / "package.json").read_text())["version"]
    assert rl.__version__ == engine
    assert isinstance(rl.parameters("eitc"), pd.DataFrame)
