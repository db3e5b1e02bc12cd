"""What is a country package and what is not."""

import pytest

from reformlab import ReformlabError
from reformlab.country.law.installed import country_packages
from reformlab.country.law.load_system import load_system

TEMPLATE = "openfisca_country_template"


@pytest.mark.parametrize("name", [TEMPLATE, "openfisca-country-template"])
def test_opens_by_the_name_of_module_or_distribution(name: str) -> None:
    system = load_system(name)
    assert (system.name, system.dialect) == (TEMPLATE, "openfisca")
    assert system.version == "8.2.0+openfisca-core-46.0.1"
    assert "income_tax" in system.tax_benefit_system.variables


def test_what_is_missing_is_to_be_installed() -> None:
    with pytest.raises(ReformlabError) as raised:
        load_system("openfisca_nowhere")
    assert raised.value.code == "E_COUNTRY_MISSING"
    assert "pip install openfisca-nowhere" in raised.value.remedy
    assert raised.value.details["installed"] == ["openfisca-country-template"]


@pytest.mark.parametrize("name", ["json", "no such name", "../etc"])
def test_what_is_no_country_package_says_what_is(name: str) -> None:
    with pytest.raises(ReformlabError) as raised:
        load_system(name)
    assert raised.value.code == "E_COUNTRY_NOT"
    assert "openfisca-country-template" in raised.value.remedy


def test_the_core_itself_is_no_country_package() -> None:
    assert country_packages() == ["openfisca-country-template"]
