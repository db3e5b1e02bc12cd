"""`prepare`: files from which the engine runs a country without its package."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest

from reformlab.country.__main__ import main
from reformlab.country.host.host_message import read_message
from reformlab.country.law.load_system import load_system
from reformlab.country.populations.population import open_population
from reformlab.country.preparation.law_parameters import LawParameters

from .persons import YEAR, random_persons
from .small_country import LAW, small_country

SCHEMAS = Path(__file__).parents[3] / "schema"
PACKAGE = "openfisca_country_template"
SITUATION = {
    "persons": {
        "Ana": {"birth": {"ETERNITY": "1980-01-15"}, "salary": {f"{YEAR}-01": 2000}},
        "Bob": {"birth": {"ETERNITY": "2020-05-01"}, "income_tax": {f"{YEAR}-01": None}},
    },
    "households": {"home": {"adults": ["Ana"], "children": ["Bob"]}},
}


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("REFORMLAB_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    file = tmp_path / "persons.csv"
    random_persons(60, 3).to_csv(file, index=False)
    return file


def written(tmp_path: Path, name: str, content: Any) -> Path:
    file = tmp_path / name
    file.write_text(json.dumps(content))
    return file


def read(path: str) -> tuple[dict[str, Any], list[bytes]]:
    with Path(path).open("rb") as stream:
        return read_message(stream)


def value_of(head: dict[str, Any], blobs: list[bytes], path: str) -> float:
    place = [one["path"] for one in head["parameters"]].index(path)
    return float(np.frombuffer(blobs[head["values"]])[place])


class Prepare:
    """Asks, and reads what was written."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object, status: int = 0) -> dict[str, Any]:
        assert main(["prepare", PACKAGE, "--year", str(YEAR), *map(str, words)]) == status
        said = self._capsys.readouterr()
        self.stages = said.err.splitlines()
        (line,) = said.out.splitlines()
        answer: dict[str, Any] = json.loads(line)
        return answer


@pytest.fixture
def prepare(capsys: pytest.CaptureFixture[str]) -> Prepare:
    return Prepare(capsys)


def test_a_law_says_what_there_is(prepare: Prepare) -> None:
    answer = prepare()
    law, blobs = read(answer["law"])
    assert (answer["prepared"], law["format"]) == (None, "reformlab-country-law/1")
    assert law["package"]["core"] == "openfisca-core 46.0.1"
    (tax,) = [variable for variable in law["variables"] if variable["name"] == "income_tax"]
    assert (tax["entity"], tax["type"], tax["definitionPeriod"], tax["reads"]) == (
        "person",
        "number",
        "month",
        ["capital_returns", "pension", "salary"],
    )
    assert "income_tax_rate" in tax["text"]
    place = law["parameters"]["paths"].index("taxes.income_tax_rate")
    starts = np.frombuffer(blobs[law["parameters"]["starts"]], dtype="<u4")
    days = np.frombuffer(blobs[law["parameters"]["days"]], dtype="<u4")
    numbers = np.frombuffer(blobs[law["parameters"]["numbers"]])
    original = load_system(PACKAGE).tax_benefit_system.parameters.taxes.income_tax_rate
    mine = slice(starts[place], starts[place + 1])
    dated = {law["instants"][day]: value for day, value in zip(days[mine], numbers[mine], strict=True)}
    assert all(original(day) == value for day, value in dated.items())
    assert {one.value for one in original.values_list} == set(dated.values())


def test_values_that_are_no_numbers_stand_apart() -> None:
    limits = {"2000-01-01": {"value": 1.0}, "2010-01-01": {"value": float("inf")}, "2020-01-01": None}
    law = LawParameters(small_country({**LAW, "limit": {"values": limits}}))

    def of(path: str) -> list[tuple[str, float, Any]]:
        place = law.paths.index(path)
        values = range(law.starts[place], law.starts[place + 1])
        return [(law.days[at], law.numbers[at], law.others.get(str(at))) for at in values]

    assert of("limit")[:2] == [("2000-01-01", 1.0, None), ("2010-01-01", np.inf, None)]
    assert np.isnan(of("limit")[2][1])
    assert of("counted")[0][2] == ["salary", "rent"]
    assert of("in_effect") == [("2000-01-01", 1.0, None)]
    texts = list(law.texts)
    kinds = dict(zip(law.paths, (texts[place] for place in law.words["type"]), strict=True))
    assert [kinds[name] for name in ("limit", "counted", "in_effect")] == ["number", "list", "bool"]
    assert "marginal[1].threshold" in law.paths


def test_a_program_is_written_with_all_it_needs(prepare: Prepare, persons: Path) -> None:
    name = f"disposable_income@{YEAR}-01"
    answer = prepare("--population", persons, "--variables", f"{name},housing_tax")
    head, blobs = read(answer["prepared"])
    assert (head["format"], head["year"], head["reform"]) == ("reformlab-prepared/1", YEAR, None)
    assert head["law"] == Path(answer["law"]).name
    assert head["outputs"][name]["entity"] == "household"
    assert set(head["outputs"]) == {name, f"housing_tax@{YEAR}"}
    person = head["entities"]["person"]
    assert np.frombuffer(blobs[person["ids"]]).tolist() == list(range(1000, 1060))
    assert len(np.frombuffer(blobs[person["columns"][f"salary@{YEAR}-01"]])) == 60
    assert value_of(head, blobs, "taxes.income_tax_rate") == 0.15
    assert len(np.frombuffer(blobs[head["guards"]["expected"]])) > 0
    assert {one["path"] for one in head["guards"]["parameters"]} > {
        "taxes.social_security_contribution[0].threshold"
    }


def test_files_are_as_the_schemas_say(prepare: Prepare, persons: Path) -> None:
    answer = prepare("--population", persons, "--variables", f"disposable_income@{YEAR}-01,housing_tax")
    for kind, name in (("law", "country-law"), ("prepared", "country-prepared")):
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        head, blobs = read(answer[kind])
        jsonschema.validate(head, schema)
        assert [len(blob) for blob in blobs] == head["blobs"]
        with Path(answer[kind]).open("rb") as stream:
            read_message(stream)
            assert stream.read() == b""


def test_a_program_under_a_reform_has_its_values(prepare: Prepare, persons: Path, tmp_path: Path) -> None:
    changes = {"taxes.income_tax_rate": {f"{YEAR}-01-01": 0.5}}
    words = ["--population", persons, "--variables", f"income_tax@{YEAR}-01"]
    reform = written(tmp_path, "reform.json", changes)
    answer = prepare(*words, "--reform", reform)
    head, blobs = read(answer["prepared"])
    assert head["reform"] == changes
    assert value_of(head, blobs, "taxes.income_tax_rate") == 0.5
    assert prepare(*words)["prepared"] != answer["prepared"]


def test_what_is_kept_is_found_until_something_changes(prepare: Prepare, persons: Path) -> None:
    words = ["--population", persons, "--variables", f"income_tax@{YEAR}-01"]
    first = prepare(*words)
    assert prepare.stages == [
        "Opening openfisca_country_template 8.2.0 …",
        "Writing the law …",
        "Tracing 1 variable …",
        "Writing …",
    ]
    again = prepare(*words)
    assert (first["cached"], again["cached"], prepare.stages) == (False, True, [])
    assert again["prepared"] == first["prepared"]
    persons.write_text(persons.read_text().replace("1945", "1946"))
    assert prepare(*words)["cached"] is False


def test_from_the_cache_nothing_of_it_is_imported(prepare: Prepare, persons: Path) -> None:
    words = ["prepare", PACKAGE, "--population", str(persons), "--variables", "housing_tax"]
    prepare(*words[2:])
    asks = (
        "import sys\n"
        "from reformlab.country.__main__ import main\n"
        f"main({[*words, '--year', str(YEAR)]!r})\n"
        "sys.exit(any(name in sys.modules for name in ('openfisca_core', 'numpy')))"
    )
    found = subprocess.run([sys.executable, "-c", asks], check=False, capture_output=True, text=True)
    assert (found.returncode, json.loads(found.stdout)["cached"]) == (0, True)


def test_a_situation_is_a_population(prepare: Prepare, tmp_path: Path) -> None:
    file = written(tmp_path, "situation.json", SITUATION)
    head, blobs = read(prepare("--population", file, "--variables", f"income_tax@{YEAR}-01")["prepared"])
    assert head["entities"]["person"]["ids"] == ["Ana", "Bob"]
    assert np.frombuffer(blobs[head["entities"]["person"]["columns"][f"salary@{YEAR}-01"]]).tolist() == [
        2000,
        0,
    ]
    simulation = open_population(load_system(PACKAGE), file, YEAR)
    assert simulation.calculate("age", f"{YEAR}-01").tolist() == [YEAR - 1981, YEAR - 2021]


@pytest.mark.parametrize(
    ("code", "variables", "content"),
    [
        ("E_COUNTRY_VARIABLE", "income_taxes", SITUATION),
        ("E_COUNTRY_PERIOD", "income_tax", SITUATION),
        ("E_COUNTRY_UNTRACED", f"birth@{YEAR}", SITUATION),
        ("E_COUNTRY_POPULATION", "housing_tax", {"persons": {"Ana": {"salaries": {f"{YEAR}-01": 1}}}}),
        ("E_COUNTRY_POPULATION", "housing_tax", []),
    ],
)
def test_mistakes_are_one_line(
    prepare: Prepare, tmp_path: Path, code: str, variables: str, content: Any
) -> None:
    file = written(tmp_path, "situation.json", content)
    answer = prepare("--population", file, "--variables", variables, status=1)
    assert answer["error"]["code"] == code
    assert answer["error"]["remedy"]


def test_nothing_of_a_program_that_was_given_up_is_left(
    prepare: Prepare, cache: Path, tmp_path: Path
) -> None:
    file = written(tmp_path, "situation.json", SITUATION)
    prepare("--population", file, "--variables", f"birth@{YEAR}", status=1)
    assert [path.suffix for path in cache.rglob("*") if path.is_file()] == [".law"]


def test_it_ends_with_whoever_asked() -> None:
    words = ["prepare", PACKAGE, "--exit-with-parent"]
    begins = (
        "import importlib, time\n"
        "from reformlab.country.__main__ import main\n"
        "files = importlib.import_module('reformlab.country.preparation.prepare_files')\n"
        "files.prepare_files = lambda *_: time.sleep(600)\n"
        f"main({words!r})"
    )
    process = subprocess.Popen([sys.executable, "-c", begins], stdin=subprocess.PIPE)
    assert process.stdin is not None
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    process.stdin.close()
    assert process.wait(30) == 1
