"""`c.Reformlab.…` in `jupyter_server_config.py`, or the environment: which model the panels are of."""

import os
from pathlib import Path

from traitlets import Integer, Unicode
from traitlets.config import Configurable

from ..engine_model import EngineModel


class Reformlab(Configurable):
    """Nothing of it is needed for the law that Reformlab brings."""

    model = Unicode(
        os.environ.get("REFORMLAB_MODEL", ""),
        help="A country package of OpenFisca or PolicyEngine, as it is imported (REFORMLAB_MODEL).",
    ).tag(config=True)
    population = Unicode(
        os.environ.get("REFORMLAB_POPULATION", ""),
        help="The file of its population, relative to Jupyter's own folder (REFORMLAB_POPULATION).",
    ).tag(config=True)
    year = Integer(
        int(os.environ.get("REFORMLAB_YEAR") or 0),
        help="The year of that population; 0 for the engine's own (REFORMLAB_YEAR).",
    ).tag(config=True)
    outcomes = Unicode(
        os.environ.get("REFORMLAB_OUTCOMES", ""),
        help="A table of what is reported, for packages that Reformlab has none of (REFORMLAB_OUTCOMES).",
    ).tag(config=True)

    def engine_model(self, folder: Path) -> EngineModel | None:
        """None for our own law; relative paths begin in `folder`."""
        if not self.model:
            return None

        def path(name: str) -> Path | None:
            return (folder / Path(name).expanduser()).resolve() if name else None

        return EngineModel(self.model, path(self.population), self.year or None, path(self.outcomes))
