"""JupyterHub: what its users may, by the hub that `notebooks/hub` starts."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from .conftest import EXAMPLE, NODE, ROOT
from .hub_client import HubBrowser, hub

IMPACT = {"year": 2026, "reforms": [EXAMPLE.read_text()]}
SITUATION = {"situation": {"people": {"Ann": {"employment_income": 52000}}}}


@dataclass
class Users:
    """Browsers of three that have logged in and opened JupyterLab."""

    analyst: HubBrowser
    viewer: HubBrowser
    stranger: HubBrowser


@pytest.fixture(scope="module")
def users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Users]:
    """On one hub."""
    with hub(tmp_path_factory.mktemp("hub")) as address:
        analyst, viewer, stranger = (HubBrowser(address, name) for name in ("ann", "bob", "eve"))
        for browser in (analyst, viewer, stranger):
            browser.log_in()
            browser.open_lab()
        yield Users(analyst, viewer, stranger)


def test_the_hub_says_who_may_what(users: Users) -> None:
    said = {
        browser.name: browser.ask("GET", browser.engine("handshake")).json["user"]
        for browser in (users.analyst, users.viewer, users.stranger)
    }
    assert {name: user["name"] for name, user in said.items()} == {name: name for name in said}
    assert {name: sorted(user["scopes"]) for name, user in said.items()} == {
        "ann": ["read", "run"],
        "bob": ["read"],
        "eve": [],
    }
    assert said["ann"]["groups"] == ["analysts"]


def test_analyst_gets_the_numbers_of_the_command_line(users: Users) -> None:
    answer = users.analyst.ask("POST", users.analyst.engine("v1/impact"), IMPACT)
    assert answer.status == 200
    command = [NODE, ROOT / "engine" / "bin" / "reformlab.mjs", "impact", "--year", "2026", "--json"]
    printed = subprocess.run(
        [*map(str, command), "--reform", EXAMPLE], capture_output=True, check=True
    ).stdout
    assert answer.json == json.loads(printed)


def test_viewer_may_read_and_is_told_why_not_run(users: Users) -> None:
    viewer = users.viewer
    parameters = viewer.ask("GET", viewer.engine("v1/parameters?search=gov.irs.credits.ctc"))
    assert parameters.status == 200
    for path, body in {"impact": IMPACT, "households": SITUATION, "sessions": {"year": 2026}}.items():
        refused = viewer.ask("POST", viewer.engine(f"v1/{path}"), body)
        error = refused.json["error"]
        assert (refused.status, error["code"]) == (403, "E_TOKEN_SCOPE")
        assert error["details"]["needed"] == "run"
        assert "administrator of the hub" in error["remedy"]


def test_viewer_has_neither_kernels_nor_terminals(users: Users) -> None:
    viewer, analyst = users.viewer, users.analyst
    starts = {
        "kernels": {"name": "python3"},
        "terminals": {},
        "sessions": {"path": "a.ipynb", "name": "", "type": "notebook", "kernel": {"name": "python3"}},
    }
    for what, body in starts.items():
        assert viewer.ask("POST", viewer.server(f"/api/{what}"), body).status == 403, what
        assert viewer.ask("GET", viewer.server(f"/api/{what}")).json == [], what
    started = analyst.ask("POST", analyst.server("/api/kernels"), starts["kernels"])
    assert started.status == 201
    assert analyst.ask("DELETE", analyst.server(f"/api/kernels/{started.json['id']}")).status == 204


def test_whoever_has_no_scope_can_do_nothing(users: Users) -> None:
    stranger = users.stranger
    for method, path, body in (
        ("GET", "v1/version", None),
        ("GET", "v1/parameters", None),
        ("POST", "v1/impact", IMPACT),
        ("POST", "v1/households", SITUATION),
    ):
        refused = stranger.ask(method, stranger.engine(path), body)
        assert (refused.status, refused.json["error"]["code"]) == (403, "E_TOKEN_SCOPE"), path


def test_users_do_not_reach_each_others_servers(users: Users) -> None:
    made = users.analyst.ask("POST", "/hub/api/users/ann/tokens", {"note": "of a test", "expires_in": 600})
    assert made.status == 201
    token = {"Authorization": f"token {made.json['token']}"}
    elsewhere = HubBrowser(users.analyst.address, "nobody")
    path = "/reformlab/api/v1/parameters?search=gov.irs.credits.ctc"
    assert elsewhere.ask("GET", f"/user/ann{path}", headers=token).status == 200
    refused = elsewhere.ask("GET", f"/user/bob{path}", headers=token)
    assert (refused.status, refused.json["error"]["code"]) == (403, "E_SERVER")
    assert elsewhere.ask("GET", f"/user/ann{path}").status == 403
    assert users.analyst.ask("GET", f"/user/bob{path}").status == 403


def test_forged_request_is_refused(users: Users) -> None:
    analyst = users.analyst
    forged = analyst.ask("POST", analyst.engine("v1/households"), SITUATION, headers={"X-XSRFToken": "x"})
    assert (forged.status, forged.json["error"]["code"]) == (403, "E_SERVER")
    # What was refused before its body was read does not spoil the next request through the proxy.
    assert analyst.ask("POST", analyst.engine("v1/households"), SITUATION).status == 200


def test_logging_out_ends_it(users: Users) -> None:
    analyst = users.analyst
    path = analyst.engine("v1/version")
    assert analyst.ask("GET", path).status == 200
    analyst.ask("GET", "/hub/logout")
    assert analyst.ask("GET", path).status == 403
    analyst.log_in()
    analyst.open_lab()
    assert analyst.ask("GET", path).status == 200
