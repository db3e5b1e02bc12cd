"""From the engine's JSON to pandas; pandas is loaded when the first frame is made."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9]+[A-Z])")


def snake_case(name: str) -> str:
    """`averageChange` as `average_change`, `top10Share` as `top_10_share`."""
    return WORD.sub("_", name).lower()


def flat(record: Mapping[str, Any], without: Iterable[str] = ()) -> dict[str, Any]:
    """One level: `{"winners": {"baseline": 1}}` as `{"winners_baseline": 1}`, names in snake case."""
    row: dict[str, Any] = {}
    for name, value in record.items():
        if name in without:
            continue
        if isinstance(value, Mapping):
            row.update({f"{snake_case(name)}_{key}": inner for key, inner in flat(value).items()})
        else:
            row[snake_case(name)] = value
    return row


def frame(records: Iterable[Mapping[str, Any]], index: str | list[str] | None = None) -> "pd.DataFrame":
    """One row a record. Numbers that have no value are NaN."""
    import pandas as pd

    table = pd.DataFrame([dict(record) for record in records])
    if index is not None and len(table.columns) > 0:
        table = table.set_index(index)
    return table


def frame_by_name(rows: Mapping[str, Mapping[str, Any]], name: str) -> "pd.DataFrame":
    """One row an entry, under its key."""
    return frame([{name: key, **flat(row)} for key, row in rows.items()], index=name)
