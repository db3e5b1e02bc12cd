"""A JupyterHub to try Reformlab on, without containers. `README.md` says what a real one needs."""

import os
import secrets
import sys
from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821
programs = Path(sys.executable).parent
node_modules = Path(__file__).parents[2] / "node_modules"
folder = Path(os.environ.get("REFORMLAB_HUB", Path(__file__).with_name(".hub"))).resolve()
folder.mkdir(mode=0o700, exist_ok=True)

# Reached from this machine alone, by the proxy; browsers never see the hub's own port.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.ConfigurableHTTPProxy.command = [
    str(node_modules / ".bin" / "node"),
    str(node_modules / "configurable-http-proxy" / "bin" / "configurable-http-proxy"),
]
c.ConfigurableHTTPProxy.pid_file = str(folder / "proxy.pid")
c.JupyterHub.cookie_secret_file = str(folder / "cookie-secret")
c.JupyterHub.db_url = f"sqlite:///{folder / 'hub.sqlite'}"

# For trying out: everybody in the list below logs in with one password, which a real hub replaces.
password = os.environ.get("REFORMLAB_HUB_PASSWORD") or secrets.token_urlsafe(12)
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = password
c.Authenticator.allowed_users = {"ann", "bob", "eve"}
c.JupyterHub.load_groups = {"analysts": {"users": ["ann"]}, "viewers": {"users": ["bob"]}}

# For trying out: a server of each user's own, but all of them run as whoever started the hub.
c.JupyterHub.spawner_class = "jupyterhub.spawner.SimpleLocalProcessSpawner"
c.SimpleLocalProcessSpawner.home_dir_template = str(folder / "homes" / "{username}")
as_root = ["--allow-root"] if os.getuid() == 0 else []
c.Spawner.cmd = [str(programs / "jupyterhub-singleuser"), *as_root]
c.Spawner.default_url = "/lab"
cache = os.environ.get("REFORMLAB_CACHE", str(Path.home() / ".cache" / "reformlab"))
c.Spawner.environment = {"REFORMLAB_CACHE": cache}

# What people may. From here on a real hub keeps everything.
scopes = [f"custom:reformlab:{name}" for name in ("read", "run", "admin")]
read, run, admin = scopes
c.JupyterHub.custom_scopes = {
    read: {"description": "Look at laws and reforms"},
    run: {"description": "Compute households and populations", "subscopes": [read]},
    admin: {"description": "See everybody's jobs", "subscopes": [run]},
}
c.JupyterHub.load_roles = [
    {"name": "reformlab-viewer", "scopes": [read], "groups": ["viewers"]},
    {"name": "reformlab-analyst", "scopes": [run], "groups": ["analysts"]},
]
c.Spawner.oauth_client_allowed_scopes = [*scopes, "read:users:groups!user"]

# Kernels and terminals need `run` too, and nobody installs extensions into everybody's JupyterLab.
c.Spawner.args = [
    "--ServerApp.authorizer_class=reformlab.server_extension.hub_authorizer.HubAuthorizer",
    "--LabApp.extension_manager=readonly",
]

if "REFORMLAB_HUB_PASSWORD" not in os.environ:
    print(f"Log in as ann (analyst), bob (viewer) or eve (neither) with the password {password}", flush=True)
