"""The model of an engine that is not of our own law: an installed country package on a population."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class EngineModel:
    """What `reformlab serve` is told of it."""

    package: str
    """As it is imported, for instance `policyengine_us`."""
    population: Path | None = None
    year: int | None = None
    outcomes: Path | None = None
    """Table of what is reported, for a package that the engine has none of."""

    def about(self) -> dict[str, str | None]:
        """For people: the package and the name of its population."""
        return {"package": self.package, "population": self.population.name if self.population else None}

    def words(self) -> list[str]:
        """Options of the command; what is missing or wrong, the engine says."""
        given = {"population": self.population, "year": self.year, "outcomes": self.outcomes}
        options = [
            word for name, value in given.items() if value is not None for word in (f"--{name}", str(value))
        ]
        return ["--model", self.package, *options]
