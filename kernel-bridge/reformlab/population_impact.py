"""What a reform does to a whole population."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .frames import flat, frame, frame_by_name, snake_case
from .impact_page import impact_page, impact_text
from .reforms import DEFAULT_YEAR, Reform, Reforms, read_reforms
from .request import ask

if TYPE_CHECKING:
    import pandas as pd

MIME_TYPE = "application/vnd.reformlab.outcome+json"


@dataclass(frozen=True)
class Impact:
    """Every outcome of a reform. Amounts are dollars a year, totals weighted to the population."""

    data: Mapping[str, Any]
    """As `schema/outcomes.schema.json` describes it and `reformlab impact --json` answers it."""
    reforms: Sequence[Reform]
    """What was changed, in order."""

    @property
    def year(self) -> int:
        """Of law, population and amounts."""
        return int(self.data["year"])

    @property
    def total(self) -> float:
        """What government gains: change in taxes less change in benefits, dollars a year."""
        return float(self.data["budget"]["total"])

    @property
    def budget(self) -> "pd.DataFrame":
        """`change` in dollars a year: total, taxes, benefits, then each government. Positive: it gains."""
        budget = self.data["budget"]
        errors = budget["standardError"]
        rows = {
            name: {"change": budget[name], "standard_error": errors[name]}
            for name in ("total", "taxes", "benefits")
        }
        for name, change in budget["byGovernment"].items():
            rows[name] = {"change": change, "standard_error": errors["byGovernment"][name]}
        return frame_by_name(rows, "name")

    @property
    def programmes(self) -> "pd.DataFrame":
        """A row for each tax, benefit and part of one: baseline, reform, change, who gains or loses."""
        return frame([flat(programme) for programme in self.data["programmes"]], index="name")

    @property
    def groups(self) -> "pd.DataFrame":
        """A row for each income group, everybody last: `average_change` in dollars, `relative_change`."""
        return frame([flat(group, without=["winnersAndLosers"]) for group in self._groups()], index="label")

    @property
    def winners(self) -> "pd.DataFrame":
        """Shares of people, of one, by group, everybody last: who gains and loses more or less than 5%."""
        rows = {}
        for group in self._groups():
            found = group["winnersAndLosers"]
            rows[group["label"]] = {
                **found["shares"],
                "people": found["people"],
                "standardError": found["standardError"],
            }
        return frame_by_name(rows, "label")

    @property
    def inequality(self) -> "pd.DataFrame":
        """Gini coefficient and income shares: baseline, reform, change."""
        rows = {snake_case(name): row for name, row in self.data["inequality"].items()}
        return frame_by_name(rows, "measure")

    @property
    def poverty(self) -> "pd.DataFrame":
        """By poverty line and group of people: how many are poor, and rates and gaps as fractions of one."""
        rows = [
            {"line": line["name"], **flat({**group, "group": group["name"]}, without=["name"])}
            for line in self.data["poverty"]
            for group in line["groups"]
        ]
        return frame(rows, index=["line", "group"])

    def _groups(self) -> list[Mapping[str, Any]]:
        return [*self.data["groups"], self.data["overall"]]

    def __repr__(self) -> str:
        return impact_text(self.data, [one.title for one in self.reforms])

    def _repr_html_(self) -> str:
        return impact_page(self.data, [one.title for one in self.reforms])

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """JupyterLab's panel draws the first; elsewhere the table or the text is shown."""
        reforms = [{"title": one.title, "hash": one.hash, "text": one.text} for one in self.reforms]
        return {
            MIME_TYPE: {"kind": "impact", "reforms": reforms, "impact": dict(self.data)},
            "text/html": self._repr_html_(),
            "text/plain": repr(self),
        }


def impact(
    reform: Reforms = None,
    *,
    year: int = DEFAULT_YEAR,
    baseline: Reforms = None,
    dataset: str = "us-cps",
    convention: str = "default",
) -> Impact:
    """Computes what a reform does to a population.

    Args:
        reform: whatever `reform` takes, or several of it in order.
        year: of law, population and amounts.
        baseline: what the reform is compared with, in place of the law as it stands; the reform comes on top.
        dataset: a name of `datasets()`. It is fetched the first time, which takes a minute.
        convention: whose incomes are compared and how, for instance `tax-calculator`.

    Raises the engine's errors.
    """
    reforms = read_reforms(reform, year)
    body = {
        "dataset": dataset,
        "year": year,
        "reforms": [one.text for one in reforms],
        "baseline": [one.text for one in read_reforms(baseline, year)],
        "convention": convention,
    }
    return Impact(ask("POST", "/v1/impact", body), reforms)
