"""What a population holds: its card, its variables, how they are spread, and public records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from .frames import flat, frame
from .reforms import DEFAULT_YEAR
from .request import ask

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS = 1000
"""That the engine answers at once."""


@dataclass(frozen=True)
class Dataset:
    """A population of one year. Of protected data only the card is answered."""

    name: str
    """One of `datasets()`."""
    year: int
    """Of amounts and weights."""
    card: Mapping[str, Any]
    """Source, licence, citation, what was observed, rebuilt and imputed, and limits."""

    @property
    def schema(self) -> "pd.DataFrame":
        """The inputs of the law that it holds, by name: whose they are, type, label, unit, reference."""
        return frame(self._ask("schema")["columns"], index="name")

    @property
    def groupings(self) -> "pd.DataFrame":
        """What `summary` takes as `by`, for columns of each entity."""
        rows = [
            {"entity": entity, **grouping}
            for entity, groupings in self._ask("schema")["groupings"].items()
            for grouping in groupings
        ]
        return frame(rows, index=["entity", "name"])

    @property
    def variables(self) -> "pd.DataFrame":
        """All inputs and computed variables with their weighted `total`, `mean` and `share_non_zero`."""
        columns = self._ask("totals", year=self.year)["columns"]
        return frame([flat(column) for column in columns], index="name")

    def summary(
        self,
        columns: str | Sequence[str],
        *,
        by: str | None = None,
        weighted: bool = True,
        zeros: bool = True,
    ) -> "pd.DataFrame":
        """Mean, quantiles `q_1` to `q_99` and more: a row for each column, or each of its groups.

        Args:
            columns: inputs, or variables under the law as it stands; ten at most.
            by: one of `groupings`, such as `filing_status`, `head.age`, `income_group`; everybody is last.
            weighted: to the population; otherwise each record counts once.
            zeros: keep records whose value is 0.

        Raises the engine's errors.
        """
        rows = []
        for column in self._summaries(columns, by, weighted, zeros):
            groups = [*column.get("groups", []), {"group": "everybody", **column["overall"]}]
            rows += [{"column": column["name"], **_summary_row(group)} for group in groups]
        table = frame(rows, index=["column", "group"])
        return table if by is not None else table.droplevel("group")

    def histogram(
        self, column: str, *, by: str | None = None, weighted: bool = True, zeros: bool = True
    ) -> "pd.DataFrame":
        """How many lie in each bin, or have each value, everybody and each group a column.

        The first and the last bin hold what lies beyond too.
        """
        (found,) = self._summaries(column, by, weighted, zeros)
        groups = [{"group": "everybody", **found["overall"]}, *found.get("groups", [])]
        counts = {str(group["group"]): _counts(group) for group in groups}
        bins = counts["everybody"]
        rows = [
            {"value": value, **{name: own.get(value, 0.0) for name, own in counts.items()}} for value in bins
        ]
        return frame(rows, index="value")

    def rows(
        self, columns: str | Sequence[str], *, entity: str = "tax_unit", start: int = 0, count: int = 50
    ) -> "pd.DataFrame":
        """Records as they are, by their number, with their `weight`.

        Args:
            columns: inputs or variables of the entity or of those around it; 20 at most.
            entity: `person`, `tax_unit` or `household`.
            start: number of the first, from 0.
            count: how many; `columns()` of this package gets whole columns.

        Raises the engine's errors.
        """
        rows: list[dict[str, Any]] = []
        while count > len(rows):
            part = self._ask(
                "rows",
                entity=entity,
                columns=_joined(columns),
                limit=min(MOST_ROWS, count - len(rows)),
                year=self.year,
                **{"from": start + len(rows)},
            )
            names = [column["name"] for column in part["columns"]]
            rows += [
                {"row": start + len(rows) + i, **dict(zip(names, row, strict=True)), "weight": weight}
                for i, (row, weight) in enumerate(zip(part["rows"], part["weights"], strict=True))
            ]
            if len(part["rows"]) == 0:
                break
        return frame(rows, index="row")

    def _summaries(
        self, columns: str | Sequence[str], by: str | None, weighted: bool, zeros: bool
    ) -> list[Mapping[str, Any]]:
        query: dict[str, object] = {
            "columns": _joined(columns),
            "weights": "population" if weighted else "none",
            "records": "all" if zeros else "nonzero",
            "year": self.year,
        }
        if by is not None:
            query["by"] = by
        answer: list[Mapping[str, Any]] = self._ask("summaries", **query)["columns"]
        return answer

    def _ask(self, what: str, **query: object) -> Any:
        return ask("GET", f"/v1/datasets/{quote(self.name, safe='')}/{what}?{urlencode(query)}")


def dataset(name: str = "us-cps", *, year: int = DEFAULT_YEAR) -> Dataset:
    """A population to look at.

    Args:
        name: one of `datasets()`.
        year: of amounts and weights.

    Raises E_DATASET_UNKNOWN.
    """
    return Dataset(name, year, ask("GET", f"/v1/datasets/{quote(name, safe='')}"))


def _joined(columns: str | Sequence[str]) -> str:
    return columns if isinstance(columns, str) else ",".join(columns)


def _summary_row(group: Mapping[str, Any]) -> dict[str, Any]:
    quantiles = {f"q_{round(100 * one['share'])}": one["value"] for one in group["quantiles"] or []}
    return {**flat(group, without=["quantiles", "histogram", "counts"]), **quantiles}


def _counts(group: Mapping[str, Any]) -> dict[Any, float]:
    """By where a bin begins, or by value."""
    if group["counts"] is not None:
        return {one["value"]: one["weighted"] for one in group["counts"]}
    histogram = group["histogram"] or {"edges": [], "weighted": []}
    return dict(zip(histogram["edges"], histogram["weighted"], strict=False))
