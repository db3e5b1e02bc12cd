"""One household: its taxes and benefits, along an income, and why they change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from .frames import flat, frame
from .reforms import DEFAULT_YEAR, Reforms, texts_of
from .request import ask

if TYPE_CHECKING:
    import pandas as pd

Situation: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""People and how they belong together: `{"people": {"Ann": {"age": 40, "employment_income": 52000}}}`."""
Value: TypeAlias = float | bool | str


@dataclass(frozen=True)
class Household:
    """Variables of one household, under the baseline and under reforms."""

    data: Mapping[str, Any]

    @property
    def values(self) -> "pd.DataFrame":
        """A row for each variable and record: baseline, and with a reform also reform and change."""
        rows = [
            {
                "variable": variable["name"],
                "record": value["record"],
                **{law: value[law] for law in ("baseline", "reform") if law in value},
                **_change(value),
                "label": variable["label"],
                "unit": variable["unit"],
            }
            for variable in self.data["variables"]
            for value in variable["values"]
        ]
        return frame(rows, index=["variable", "record"])

    @property
    def lines(self) -> "pd.DataFrame":
        """The calculation line by line, where `explain` asked for it; `depth` says what belongs to what."""
        return frame([flat(line) for line in self.data.get("lines", [])])

    @property
    def assumptions(self) -> "pd.DataFrame":
        """What the situation did not state and the law's rules filled in."""
        return frame(self.data["assumptions"])

    def __getitem__(self, variable: str) -> Value:
        """Of the first record that has it, under the reform where there is one."""
        for found in self.data["variables"]:
            if found["name"] == variable:
                first: Mapping[str, Value] = found["values"][0]
                return first.get("reform", first["baseline"])
        raise KeyError(variable)

    def __repr__(self) -> str:
        return repr(self.values.drop(columns=["label", "unit"]))

    def _repr_html_(self) -> str:
        return str(self.values.to_html())


@dataclass(frozen=True)
class Earnings:
    """One household along one of its incomes, with every kink and the rules that make it."""

    data: Mapping[str, Any]

    @property
    def points(self) -> "pd.DataFrame":
        """201 incomes for each law: net income and taxes in dollars, rates on one dollar more."""
        return frame(
            [{"law": law, **flat(point)} for law in self._laws() for point in self.data[law]["points"]]
        )

    @property
    def kinks(self) -> "pd.DataFrame":
        """Every income at which the rate changes or, where `jump` is above 0, tax leaps: with its rules."""
        return frame(
            [
                {
                    "law": law,
                    **flat(kink, without=["rules"]),
                    "rules": "; ".join(rule["label"] for rule in kink["rules"]),
                }
                for law in self._laws()
                for kink in self.data[law]["kinks"]
            ]
        )

    def _laws(self) -> list[str]:
        return [law for law in ("baseline", "reform") if law in self.data]

    def __repr__(self) -> str:
        return repr(self.kinks)

    def _repr_html_(self) -> str:
        return str(self.kinks.to_html(index=False))


@dataclass(frozen=True)
class Why:
    """Why one household's tax changes: contributions of parameters that add up."""

    data: Mapping[str, Any]

    @property
    def change(self) -> float:
        """Of the variable, dollars a year."""
        return float(self.data["change"])

    @property
    def lines(self) -> "pd.DataFrame":
        """The largest contribution first, dollars a year."""
        names = ("path", "label", "contribution", "rounded", "reference")
        return frame([{name: line[name] for name in names} for line in self.data["lines"]])

    @property
    def without_effect(self) -> "pd.DataFrame":
        """Changed parameters without effect on these people, each with a reason."""
        return frame(self.data["withoutEffect"])

    def __repr__(self) -> str:
        return f"{self.data['variable']['label']}: {self.change:+,.2f}\n{self.lines!r}"

    def _repr_html_(self) -> str:
        heading = f"<p>{self.data['variable']['label']}: {self.change:+,.2f}</p>"
        return heading + str(self.lines.to_html(index=False))


def household(
    situation: Situation,
    reform: Reforms = None,
    *,
    year: int = DEFAULT_YEAR,
    baseline: Reforms = None,
    variables: Sequence[str] = (),
    explain: bool = False,
) -> Household:
    """Computes one household.

    Args:
        situation: people, and where it matters their tax units and household; docs/household-files.md.
        reform: whatever `reform` takes, or several of it in order.
        year: of the law; amounts are of it.
        baseline: what the reform is compared with, in place of the law as it stands.
        variables: what is asked for; the main ones by default.
        explain: also the lines of the calculation.

    Raises the engine's errors.
    """
    body = {**_body(situation, reform, year, baseline), "variables": list(variables), "explain": explain}
    return Household(ask("POST", "/v1/households", body))


def earnings(
    situation: Situation,
    reform: Reforms = None,
    *,
    year: int = DEFAULT_YEAR,
    baseline: Reforms = None,
    income: str = "employment_income",
    of: str | None = None,
    start: float = 0,
    to: float = 200_000,
) -> Earnings:
    """Lets one income of a household vary.

    Args:
        situation: as `household` takes it.
        reform: whatever `reform` takes, or several of it in order.
        year: of the law.
        baseline: what the reform is compared with, in place of the law as it stands.
        income: the input that varies.
        of: whose income it is; the first person's by default.
        start: least income, dollars a year.
        to: most income.

    Raises the engine's errors.
    """
    body = {**_body(situation, reform, year, baseline), "income": income, "from": start, "to": to}
    return Earnings(ask("POST", "/v1/earnings", body | ({"record": of} if of is not None else {})))


def why(
    situation: Situation,
    reform: Reforms,
    *,
    year: int = DEFAULT_YEAR,
    baseline: Reforms = None,
    variable: str = "income_tax",
) -> Why:
    """Says how much of a change is due to each parameter.

    Args:
        situation: as `household` takes it.
        reform: whatever `reform` takes, or several of it in order.
        year: of the law.
        baseline: what the reform is compared with, in place of the law as it stands.
        variable: a number that the law computes.

    Raises the engine's errors.
    """
    return Why(ask("POST", "/v1/changes", {**_body(situation, reform, year, baseline), "variable": variable}))


def _body(situation: Situation, reform: Reforms, year: int, baseline: Reforms) -> dict[str, Any]:
    laws = {"reforms": texts_of(reform, year), "baseline": texts_of(baseline, year)}
    return {"situation": situation, "year": year, **laws}


def _change(value: Mapping[str, Any]) -> dict[str, Any]:
    before, after = value["baseline"], value.get("reform")
    is_amount = isinstance(after, int | float) and not isinstance(after, bool)
    return {"change": after - before} if is_amount else {}
