"""Looking at a population, against its own columns."""

import numpy as np
import pytest

import reformlab as rl

TAX_UNITS = 280_005


@pytest.fixture(scope="module")
def cps() -> rl.Dataset:
    """Of 2026."""
    return rl.dataset("us-cps", year=2026)


def test_card_and_schema_say_what_there_is(cps: rl.Dataset) -> None:
    assert cps.card["access"] == "public"
    assert cps.card["counts"]["tax_unit"] == TAX_UNITS
    assert cps.schema.loc["employment_income", "entity"] == "person"
    assert "income_tax" not in cps.schema.index
    assert ("person", "filing_status") in cps.groupings.index
    assert ("household", "filing_status") not in cps.groupings.index


def test_summaries_are_those_of_the_columns(cps: rl.Dataset) -> None:
    columns = rl.columns(["eitc", "filing_status", "tax_unit_weight"], year=2026)
    weight = columns["tax_unit_weight"]
    summary = cps.summary("eitc")
    assert summary.loc["eitc", "mean"] == pytest.approx(np.average(columns["eitc"], weights=weight))
    plain = cps.summary(["eitc"], by="filing_status", weighted=False, zeros=False)
    some = columns[(columns["eitc"] != 0) & (columns["filing_status"] == "joint")]["eitc"]
    joint = {name: plain.loc[("eitc", "joint"), name] for name in plain.columns}
    assert joint["records"] == len(some)
    assert joint["weighted"] == len(some)
    assert joint["mean"] == pytest.approx(some.mean())
    assert joint["maximum"] == some.max()
    assert joint["q_50"] == pytest.approx(some.quantile(0.5, interpolation="lower"), rel=1e-3)
    assert plain.index[-1] == ("eitc", "everybody")
    total = (columns["eitc"] * weight).sum()
    assert cps.variables.loc["eitc", "total"] == pytest.approx(total)


def test_histograms_add_up(cps: rl.Dataset) -> None:
    histogram = cps.histogram("eitc", by="filing_status")
    groups = histogram.drop(columns="everybody").sum(axis=1)
    np.testing.assert_allclose(groups, histogram["everybody"])
    statuses = ["single", "joint", "separate", "head_of_household", "surviving_spouse"]
    assert list(cps.histogram("filing_status").index) == statuses


def test_rows_are_records(cps: rl.Dataset) -> None:
    rows = cps.rows(
        ["tax_unit_id", "eitc", "filing_status", "state_fips"], start=TAX_UNITS - 1500, count=2000
    )
    assert len(rows) == 1500
    assert rows.index[-1] == TAX_UNITS - 1
    columns = rl.columns(["eitc", "filing_status", "household.state_fips"], year=2026)
    own = columns.loc[rows["tax_unit_id"]]
    np.testing.assert_array_equal(rows["eitc"], own["eitc"])
    assert list(rows["filing_status"]) == list(own["filing_status"])
    np.testing.assert_array_equal(rows["state_fips"], own["household.state_fips"])


def test_mistakes_say_what_to_do(cps: rl.Dataset) -> None:
    with pytest.raises(rl.ReformlabError) as unknown:
        rl.dataset("us-puf")
    assert unknown.value.code == "E_DATASET_UNKNOWN"
    with pytest.raises(rl.ReformlabError) as entity:
        cps.rows("age")
    assert entity.value.code == "E_ROWS_ENTITY"
