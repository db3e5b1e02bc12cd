"""Variables of every record of a population, as a frame."""

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from .bundle import engine_program, node_program
from .engine_environment import with_this_python
from .engine_log import last_progress
from .errors import ReformlabError
from .progress import wait_for
from .reforms import DEFAULT_YEAR, Reforms, texts_of

if TYPE_CHECKING:
    import pandas as pd


def columns(
    names: str | Sequence[str],
    reform: Reforms = None,
    *,
    year: int = DEFAULT_YEAR,
    baseline: Reforms = None,
    dataset: str = "us-cps",
) -> "pd.DataFrame":
    """Variables of every tax unit: a row each, under its `RECID`, a column for each name.

    Args:
        names: of variables and inputs, as `income_tax`, `head.age`, `household.state_fips`.
        reform: the law that computes them, in place of the law as it stands: whatever `reform` takes.
        year: of law, population and amounts.
        baseline: what the reform comes on top of.
        dataset: a name of `datasets()`.

    Raises the engine's errors.
    """
    wanted = [names] if isinstance(names, str) else list(names)
    with tempfile.TemporaryDirectory(prefix="reformlab-") as folder:
        out = Path(folder) / "columns.arrow"
        options = ["--year", str(year), "--dataset", dataset, "--out", str(out), "--json"]
        for option, given in (("--baseline", baseline), ("--reform", reform)):
            for number, text in enumerate(texts_of(given, year)):
                file = Path(folder) / f"{option.strip('-')}-{number}.yaml"
                file.write_text(text, encoding="utf-8")
                options += [option, str(file)]
        _run(["columns", *wanted, *options], Path(folder) / "said.txt")
        return _read(out)


def _run(words: Sequence[str], said: Path) -> None:
    command = [str(node_program()), str(engine_program()), *words]
    with said.open("wb") as file:
        process = subprocess.Popen(
            command, env=with_this_python(os.environ), stdout=subprocess.DEVNULL, stderr=file
        )
    status: Future[int] = Future()
    Thread(target=lambda: status.set_result(process.wait()), daemon=True).start()
    try:
        if wait_for(status, lambda: last_progress(said) or "Computing …") != 0:
            raise _error_in(said.read_text(encoding="utf-8"))
    finally:
        process.kill()


def _error_in(said: str) -> ReformlabError:
    start = said.find('{\n  "error"')
    if start >= 0:
        answer: Any = json.loads(said[start:])
        return ReformlabError.of_answer(answer)
    return ReformlabError(
        "E_ENGINE_LOST",
        "The engine ended before it answered.",
        "Ask again, for fewer columns where memory is short.",
        {"log_tail": said.splitlines()[-20:]},
    )


def _read(file: Path) -> "pd.DataFrame":
    from pyarrow import ipc

    with ipc.open_file(file) as reader:
        table: pd.DataFrame = reader.read_all().to_pandas()
    return table.set_index("RECID")
