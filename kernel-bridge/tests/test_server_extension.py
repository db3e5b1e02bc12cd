"""The engine behind a real Jupyter server."""

import contextlib
import http.client
import json
import os
import signal
import time
from dataclasses import replace

import pytest

from .eventually import eventually
from .jupyter_client import API, OWNER, JupyterClient


def test_handshake_says_versions_and_starts_nothing(server: JupyterClient) -> None:
    shake = server.ask("GET", f"{API}/handshake").json
    assert shake["engine"]["state"] == "stopped"
    assert shake["engine"]["pid"] is None
    assert shake["distribution"] == shake["bundle"]["engine"]
    assert shake["protocol"] == 1
    assert shake["user"]["scopes"] == ["admin"]
    found = server.ask("GET", f"{API}/v1/version").json
    assert {name: found[name] for name in shake["bundle"]} == shake["bundle"]
    assert server.engine()["state"] == "ready"


def test_stranger_is_refused(server: JupyterClient) -> None:
    for path in ("handshake", "v1/version"):
        answer = server.ask("GET", f"{API}/{path}", token=None)
        assert answer.status == 403
        assert answer.headers["connection"] == "close"
        assert answer.json["error"]["code"] == "E_SERVER"


def test_forged_request_is_refused(server: JupyterClient) -> None:
    browser = replace(server, is_browser=True, cookies={})
    browser.ask("GET", "/login", token=None)
    browser.ask("GET", f"/api/status?token={OWNER}", token=None)
    assert "_xsrf" in browser.cookies
    situation = {"situation": {"people": {"Ann": {"employment_income": 52000}}}}
    forged = browser.ask("POST", f"{API}/v1/households", situation, token=None)
    assert (forged.status, forged.json["error"]["code"]) == (403, "E_SERVER")
    assert forged.headers["connection"] == "close"
    own = {"X-XSRFToken": browser.cookies["_xsrf"]}
    assert browser.ask("POST", f"{API}/v1/households", situation, token=None, headers=own).status == 200


def test_credentials_stay_here(echo_server: JupyterClient) -> None:
    headers = {"Cookie": "session=secret", "X-XSRFToken": "secret", "X-Forwarded-User": "root"}
    answer = echo_server.ask("POST", f"{API}/v1/echo?search=a%20b", b"x" * 70_000, headers=headers)
    found = answer.json
    assert (found["method"], found["url"], found["bytes"]) == ("POST", "/v1/echo?search=a%20b", 70_000)
    assert found["headers"]["authorization"].startswith("Bearer ey")
    allowed = ["authorization", "connection", "content-length", "content-type", "host"]
    assert sorted(found["headers"]) == allowed
    assert "secret" not in answer.body.decode()
    assert OWNER not in answer.body.decode()
    assert answer.headers["location"] == f"{API}/v1/jobs/1"
    assert "engine=1" not in answer.headers.get("set-cookie", "")


def test_path_cannot_hold_another_request(echo_server: JupyterClient) -> None:
    answer = echo_server.ask("GET", f"{API}/v1/echo?a=%0d%0aX-Evil:%201%0d%0a")
    assert answer.json["url"] == "/v1/echo?a=%0d%0aX-Evil:%201%0d%0a"
    assert "x-evil" not in answer.json["headers"]


def test_events_come_while_they_are_sent(echo_server: JupyterClient) -> None:
    own = {"Authorization": f"token {OWNER}", "Accept": "text/event-stream"}
    connection, response = echo_server.open("GET", f"{API}/v1/events", headers=own)
    with contextlib.closing(connection):
        assert response.getheader("content-type") == "text/event-stream"
        assert b'"first": true' in response.read1()
        began = time.monotonic()
        assert b'"first": false' in response.read()
        assert time.monotonic() - began > 0.5


def test_large_answers_and_uploads_pass(echo_server: JupyterClient) -> None:
    assert len(echo_server.ask("GET", f"{API}/v1/large").body) == 160 << 20
    assert echo_server.ask("POST", f"{API}/v1/echo", b"x" * (64 << 20)).json["bytes"] == 64 << 20
    assert echo_server.ask("DELETE", f"{API}/v1/nothing").status == 204


def test_abort_reaches_the_engine(echo_server: JupyterClient) -> None:
    def abandoned() -> int:
        return int(echo_server.ask("GET", f"{API}/v1/abandoned").json)

    before = abandoned()
    hanging = http.client.HTTPConnection("127.0.0.1", echo_server.port)
    hanging.request("GET", f"{API}/v1/hang", headers={"Authorization": f"token {OWNER}"})
    time.sleep(0.3)
    assert abandoned() == before
    hanging.close()
    eventually(lambda: abandoned() == before + 1)


def test_engine_that_ends_comes_back(echo_server: JupyterClient) -> None:
    lost = echo_server.ask("GET", f"{API}/v1/crash")
    assert (lost.status, lost.json["error"]["code"]) == (502, "E_ENGINE_LOST")
    assert "log" in lost.json["error"]["details"]
    eventually(lambda: echo_server.engine()["state"] == "restarting")
    assert echo_server.ask("GET", f"{API}/v1/echo").status == 200
    engine = echo_server.engine()
    assert engine["state"] == "ready"
    os.kill(engine["pid"], signal.SIGKILL)
    eventually(lambda: echo_server.engine()["state"] == "restarting")
    assert "log" in echo_server.engine()["remedy"]
    assert echo_server.ask("GET", f"{API}/v1/echo").status == 200
    assert echo_server.engine()["pid"] != engine["pid"]


def test_half_an_answer_does_not_look_whole(echo_server: JupyterClient) -> None:
    with pytest.raises(http.client.IncompleteRead):
        echo_server.ask("GET", f"{API}/v1/half")


def test_users_may_what_the_hub_says(server: JupyterClient) -> None:
    reads, runs = "ann:read", "bob:run"
    assert server.ask("GET", f"{API}/handshake", token=reads).json["user"] == {
        "name": "ann",
        "scopes": ["read"],
        "groups": ["analysts"],
    }
    assert server.ask("GET", f"{API}/v1/version", token=reads).status == 200
    refused = server.ask("POST", f"{API}/v1/impact", {}, token=reads)
    assert (refused.status, refused.json["error"]["code"]) == (403, "E_TOKEN_SCOPE")
    assert server.ask("POST", f"{API}/v1/impact", {}, token=runs).status == 200


def test_sessions_belong_to_their_user_and_stream(server: JupyterClient) -> None:
    opened = server.ask("POST", f"{API}/v1/sessions", {"year": 2026}, token="bob:run")
    path = f"{API}/v1/sessions/{opened.json['id']}"
    patch = {"sequence": 1, "changes": {"gov.irs.credits.ctc.amount.base": 3000}}
    assert server.ask("POST", f"{path}/patches", patch, token="eve:run").status == 404
    assert server.ask("POST", f"{path}/patches", patch, token="bob:run").status == 202
    headers = {"Authorization": "token bob:run", "Accept": "text/event-stream"}
    connection, response = server.open("GET", f"{path}/frames", headers=headers)
    with contextlib.closing(connection):
        lines = iter(response.readline, b"")
        data = next(line for line in lines if line.startswith(b"data:"))
        assert json.loads(data[5:])["sequence"] == 1
    assert server.ask("DELETE", path, token="bob:run").status == 204
