"""What there is: parameters, variables, populations."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from .frames import flat, frame
from .reforms import DEFAULT_YEAR
from .request import ask

if TYPE_CHECKING:
    import pandas as pd

NO_LIMIT = 9e99
"""As the engine writes it."""


def parameters(search: str = "", *, year: int = DEFAULT_YEAR) -> "pd.DataFrame":
    """Values of the law's parameters, by path; no limit is infinity.

    Args:
        search: words that stand in its path, label or reference; all without words.
        year: of the values.
    """
    rows = [
        {
            "path": leaf["path"],
            "value": float("inf") if leaf["value"] == NO_LIMIT else leaf["value"],
            **{name: parameter[name] for name in ("label", "unit", "reference")},
        }
        for parameter in ask("GET", f"/v1/parameters?{urlencode({'search': search, 'year': year})}")
        for leaf in parameter["leaves"]
    ]
    return frame(rows, index="path")


def variables(search: str = "") -> "pd.DataFrame":
    """Variables and inputs by name: whose they are, type, label, unit, reference.

    Args:
        search: words that stand in its name, label or reference; all without words.
    """
    return frame(ask("GET", f"/v1/variables?{urlencode({'search': search})}"), index="name")


def datasets() -> "pd.DataFrame":
    """The populations by name: title, licence, years, counts, and their limits."""
    cards = ask("GET", "/v1/datasets")
    return frame([flat(card, without=["codes", "bands"]) for card in cards], index="name")
