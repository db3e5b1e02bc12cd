"""Frames as files."""

from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import ReformlabError

if TYPE_CHECKING:
    import pandas as pd

FORMS = (".csv", ".parquet")


def check_form(file: Path) -> None:
    """Before anything is computed. Raises E_USAGE."""
    if file.suffix not in FORMS:
        raise ReformlabError(
            "E_USAGE", f"The form of {file.name} is not known.", "Its name ends in .csv or .parquet."
        )


def write_table(table: "pd.DataFrame", file: Path) -> None:
    """With its index first. Raises E_FILE_WRITE."""
    try:
        if file.suffix == ".csv":
            table.to_csv(file)
        else:
            table.to_parquet(file)
    except OSError as error:
        raise ReformlabError(
            "E_FILE_WRITE", f'Cannot write "{file}": {error.strerror or error}.', "Check the folder."
        ) from error
