"""The bundle, and servers that tests share."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from reformlab import request

from .jupyter_client import JupyterClient, serve

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NODE = ROOT / "node_modules" / ".bin" / "node"
EXAMPLE = ROOT / "law" / "us" / "reforms" / "larger-child-tax-credit.reform.yaml"


def pytest_sessionstart() -> None:
    """Tests run what a wheel would hold; programs they start find the package too."""
    subprocess.run([NODE, "scripts/bundle-engine.mjs"], cwd=ROOT, check=True)
    os.environ["PYTHONPATH"] = str(HERE.parent)


@pytest.fixture(scope="module", autouse=True)
def one_population_at_a_time() -> Iterator[None]:
    """Each takes a gigabyte: none stays open for the tests of the next file."""
    yield
    request.engine.stop()


@pytest.fixture(scope="module")
def echo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterClient]:
    """A Jupyter server whose engine says what reached it."""
    with serve(tmp_path_factory.mktemp("echo"), HERE / "programs" / "echo-engine.mjs") as client:
        yield client


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterClient]:
    """A Jupyter server with the engine itself."""
    with serve(tmp_path_factory.mktemp("server")) as client:
        yield client
