"""Reforms: what is different from the law as it stands."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from .errors import ReformlabError
from .frames import frame
from .plain_values import plain
from .request import ask

if TYPE_CHECKING:
    import pandas as pd

DEFAULT_YEAR = 2026

Changes: TypeAlias = Mapping[str, Any]
"""By path of the law: a value, or values by the year or date from which they hold."""


@dataclass(frozen=True)
class Reform:
    """A reform that the engine has read, so that it is known to be right."""

    text: str
    """As it was given, in the format of Reformlab, PolicyEngine or Tax-Calculator."""
    title: str
    description: str
    hash: str
    """SHA-256 of what it changes, whatever its format and title."""
    formulas: tuple[str, ...]
    """Variables whose formulas it replaces or adds."""
    _changes: tuple[Mapping[str, Any], ...]

    @property
    def changes(self) -> "pd.DataFrame":
        """Every value that it changes: path, year, before, after."""
        return frame(self._changes)

    def __repr__(self) -> str:
        paths = sorted({str(change["path"]) for change in self._changes})
        changed = [*paths, *(f"{name} (formula)" for name in self.formulas)]
        return f"Reform: {self.title or 'without a title'}\n" + "\n".join(f"  {name}" for name in changed)

    def _repr_html_(self) -> str:
        first = {str(change["path"]): change for change in reversed(self._changes)}
        rows = "".join(
            f"<tr><td><code>{escape(path)}</code></td><td>{change['year']}</td>"
            f"<td>{change['before']}</td><td>{change['after']}</td></tr>"
            for path, change in sorted(first.items())
        )
        head = "<tr><th>parameter</th><th>first year</th><th>before</th><th>after</th></tr>"
        formulas = "".join(f"<p>Formula of <code>{escape(name)}</code></p>" for name in self.formulas)
        table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>" if rows else ""
        return f"<p><b>{escape(self.title or 'A reform')}</b></p>{table}{formulas}"


ReformLike: TypeAlias = Reform | Changes | str | os.PathLike[str]
"""A reform, changes, the path of a file, or the text of one."""
Reforms: TypeAlias = ReformLike | Sequence[ReformLike] | None
"""One, several in order, or none."""


def reform(what: ReformLike, *, year: int = DEFAULT_YEAR, title: str | None = None) -> Reform:
    """Reads a reform and checks it.

    Args:
        what: changes by path, as `{"gov.irs.credits.ctc.amount.base": 3600}` or, by date,
            `{"gov.irs.income.bracket.rates.7": {2026: 0.396, 2028: 0.41}}`; or the path of a file; or a text
            in the format of Reformlab, PolicyEngine or Tax-Calculator.
        year: from which values without a date hold.
        title: in place of the text's own; for changes alone.

    Raises the engine's errors, such as E_PARAMETER_UNKNOWN with the nearest names.
    """
    if isinstance(what, Reform):
        return what
    text = _text_of_changes(what, year, title) if isinstance(what, Mapping) else _text_of(what)
    read = ask("POST", "/v1/reforms", text=text)
    return Reform(
        text=text,
        title=read["title"],
        description=read["description"],
        hash=read["hash"],
        formulas=tuple(read["formulas"]),
        _changes=tuple(read["changes"]),
    )


def read_reforms(what: Reforms, year: int) -> list[Reform]:
    """One or several, in order."""
    if what is None:
        return []
    if isinstance(what, Sequence) and not isinstance(what, str):
        return [reform(one, year=year) for one in what]
    return [reform(what, year=year)]


def texts_of(what: Reforms, year: int) -> list[str]:
    """As the service takes them."""
    return [one.text for one in read_reforms(what, year)]


def _text_of(what: str | os.PathLike[str]) -> str:
    if isinstance(what, str) and ("\n" in what or "{" in what or ": " in what):
        return what
    path = Path(what).expanduser()
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ReformlabError(
            "E_FILE_READ",
            f'Cannot read "{path}": {error.strerror or error}.',
            "Check the path; a reform can also be given as a dict, or as its text.",
            {"file": str(path)},
        ) from None


def _text_of_changes(changes: Changes, year: int, title: str | None) -> str:
    document: dict[str, Any] = {"reform": "reformlab/1"}
    if title is not None:
        document["title"] = title
    document["changes"] = {
        path: plain(value) if _is_dated(value) else {str(year): plain(value)}
        for path, value in changes.items()
    }
    return json.dumps(document)


def _is_dated(value: object) -> bool:
    if isinstance(value, Mapping):
        return "from" in value or all(str(key)[:4].isdigit() for key in value)
    return isinstance(value, list) and all(isinstance(item, Mapping) and "from" in item for item in value)
