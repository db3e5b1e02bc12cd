"""What `pip install reformlab` brings, in an environment that has nothing else."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .conftest import EXAMPLE, HERE, NODE, ROOT

PROJECT = HERE.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a source distribution, as a release is."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, PROJECT],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment with the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip: list[str | Path] = [folder / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--no-compile", "-c", PROJECT / "requirements.txt", wheel], check=True)
    return folder / "bin"


def run(installed: Path, *words: str | Path) -> str:
    """With nothing on the path but the environment."""
    environment = {"HOME": os.environ["HOME"], "PATH": str(installed)}
    if cache := os.environ.get("REFORMLAB_CACHE"):
        environment["REFORMLAB_CACHE"] = cache
    program, *rest = words
    done = subprocess.run(
        [installed / program, *rest], env=environment, cwd="/", capture_output=True, text=True, check=True
    )
    return done.stdout


def repository(*words: str | Path) -> str:
    """What the repository's own engine answers."""
    command = [NODE, ROOT / "engine" / "bin" / "reformlab.mjs", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_wheel_is_for_every_platform_and_small(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    assert wheel.stat().st_size < 16 << 20
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if name.endswith((".node", ".test.ts", ".csv.gz"))]
    assert "reformlab/_engine/licences.txt" in names
    assert "reformlab/py.typed" in names
    assert not [name for name in names if "tests" in name.split("/")]


def test_wheel_says_which_jupyterlabs_it_is_for(wheel: Path) -> None:
    """`npm run prove -- jupyterlab` installs it into each of them."""
    files = zipfile.ZipFile(wheel)
    metadata = files.read(next(name for name in files.namelist() if name.endswith("/METADATA"))).decode()
    lab = {line for line in metadata.splitlines() if line.endswith("extra == 'lab'")}
    assert lab == {
        "Requires-Dist: jupyterlab<5,>=4.4; extra == 'lab'",
        "Requires-Dist: plotly>=6; extra == 'lab'",
    }
    panels = "share/jupyter/labextensions/@reformlab/labextension/package.json"
    package = json.loads(files.read(next(name for name in files.namelist() if name.endswith(panels))))
    assert package["dependencies"]["@jupyterlab/application"] == "^4.4.0"


def test_impact_is_the_repositorys(installed: Path) -> None:
    script = f"import json, reformlab; print(json.dumps(reformlab.impact({str(EXAMPLE)!r}, year=2026).data))"
    found = json.loads(run(installed, "python", "-c", script))
    assert found == json.loads(repository("impact", "--year", "2026", "--reform", EXAMPLE, "--json"))


@pytest.mark.parametrize("program", [["reformlab"], ["python", "-m", "reformlab"]])
def test_command_line_is_the_repositorys(installed: Path, program: list[str]) -> None:
    family = ROOT / "notebooks" / "family.json"
    for words in (["--version"], ["household", family, "--reform", EXAMPLE, "--json"], ["variables", "eitc"]):
        assert run(installed, *program, *words) == repository(*words)


def test_command_line_ends_as_the_engine_does(installed: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as raised:
        run(installed, "reformlab", "impat")
    assert raised.value.returncode == 2
    assert "Did you mean `reformlab impact`?" in raised.value.stderr


def test_country_packages_are_run_by_the_python_of_the_command_line(installed: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as raised:
        run(installed, "reformlab", "trace", "json", "x")
    assert raised.value.returncode == 2
    assert "error E_COUNTRY_NOT: json is not a country package" in raised.value.stderr


def test_server_extension_is_enabled_on_install(installed: Path) -> None:
    said = subprocess.run(
        [installed / "python", "-m", "jupyter_server.extension.serverextension", "list"],
        env={"HOME": os.environ["HOME"], "PATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [
        line for line in (said.stdout + said.stderr).splitlines() if "reformlab.server_extension" in line
    ]
    assert any("enabled" in line for line in lines)
    assert not [line for line in lines if "error" in line.lower()]
