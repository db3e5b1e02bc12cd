"""Country packages of OpenFisca and PolicyEngine, unchanged: traced, compiled and run."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .use.country import Country

__all__ = ["country"]


def country(package: str) -> "Country":
    """An installed country package, compiled.

    Args:
        package: as `policyengine_us` or `openfisca_france`; its own installation is used as it is.

    Raises E_COUNTRY_MISSING, E_COUNTRY_NOT.
    """
    from .use.country import Country

    return Country(package)
