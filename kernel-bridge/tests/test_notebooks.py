"""The notebooks are run as a user would run them."""

from collections.abc import Callable
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from .conftest import ROOT

FOLDER = ROOT / "notebooks"
OUTCOME = "application/vnd.reformlab.outcome+json"
CHART = "application/vnd.vegalite.v5+json"


def read(name: str) -> nbformat.NotebookNode:
    """A notebook of the folder."""
    return nbformat.read(FOLDER / name, as_version=4)  # type: ignore[no-untyped-call, no-any-return]


def outputs_of(name: str) -> list[list[dict[str, Any]]]:
    """By cell of code, what it shows, by MIME type; progress that has vanished is left out."""
    notebook = read(name)
    NotebookClient(notebook, timeout=240, resources={"metadata": {"path": str(FOLDER)}}).execute()
    shown = [
        [dict(output.get("data", {"text/plain": output.get("text", "")})) for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]
    return [[data for data in cell if data.get("text/plain")] for cell in shown]


def texts(cells: list[list[dict[str, Any]]]) -> list[str]:
    """By cell of code, its text."""
    return ["\n".join(str(data["text/plain"]) for data in cell) for cell in cells]


def one_household(cells: list[list[dict[str, Any]]]) -> None:
    """Checks what the first shows."""
    said = texts(cells)
    assert "household_net_income" in said[0]
    assert "gov.irs.credits.ctc.amount.base" in said[2]
    assert "-1400" in said[4]
    assert "-1,400.00" in said[5]
    assert "depth" in said[6]


def whole_country(cells: list[list[dict[str, Any]]]) -> None:
    """Checks what the second shows."""
    (shown,) = cells[0]
    assert shown[OUTCOME]["impact"]["budget"]["total"] < -50e9
    assert "Income group" in shown["text/html"]
    said = texts(cells)
    assert "income_tax" in said[2]
    assert "90–100%" in said[3]
    assert "gini" in said[5]
    together, in_turn = (float(part.split(":")[1].strip(" }")) for part in said[7].split(","))
    assert together == pytest.approx(in_turn)
    assert said[8].count("\n") >= 6


def marginal_rates(cells: list[list[dict[str, Any]]]) -> None:
    """Checks what the third shows."""
    assert len(cells[1][0][CHART]["data"]["values"]) == 201
    assert {point["law"] for point in cells[3][0][CHART]["data"]["values"]} == {"baseline", "reform"}
    assert "Earned income tax credit" in cells[2][0]["text/html"]


def own_data(cells: list[list[dict[str, Any]]]) -> None:
    """Checks what the fourth shows."""
    said = texts(cells)
    assert "'dependents': ['child 1', 'child 2']" in said[1]
    assert "couple, two children" in said[2]
    assert "2800" in said[2]
    assert "E_SITUATION" in said[4] or "E_VARIABLE" in said[4]


CHECKS = {
    "01-one-household.ipynb": one_household,
    "02-a-reform-of-the-whole-country.ipynb": whole_country,
    "03-marginal-rates-and-cliffs.ipynb": marginal_rates,
    "04-your-own-data.ipynb": own_data,
}


@pytest.mark.parametrize(("name", "check"), CHECKS.items())
def test_notebook_runs(name: str, check: Callable[[list[list[dict[str, Any]]]], None]) -> None:
    check(outputs_of(name))


def test_every_notebook_is_run_and_kept_without_outputs() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.ipynb")) == sorted(CHECKS)
    for path in FOLDER.glob("*.ipynb"):
        for cell in read(path.name).cells:
            assert not cell.get("outputs")
            assert cell.get("execution_count") is None
