"""Bundles the engine and builds JupyterLab's panels before files are collected."""

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PANELS = "share/jupyter/labextensions/@reformlab/labextension"
BUILD_PANELS = [
    "../node_modules/@jupyter/builder/lib/build-labextension.js",
    "--core-package-file",
    "../node_modules/@jupyterlab/core-meta/core.package.json",
    ".",
]
"""As `npm run build` does in `extension/`."""


class BundleHook(BuildHookInterface[Any]):
    """Runs for the source distribution and for the wheel; a source distribution brings its bundle along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        here = Path(self.root)
        repository = here.parent
        if (repository / "scripts" / "bundle-engine.mjs").exists():
            node = repository / "node_modules" / ".bin" / "node"
            subprocess.run([node, "scripts/bundle-engine.mjs"], cwd=repository, check=True)
            subprocess.run([node, *BUILD_PANELS], cwd=repository / "extension", check=True)
        elif not (here / "reformlab" / "_engine" / "about.json").exists():
            raise FileNotFoundError("reformlab/_engine is missing: build from a checkout, after `npm ci`.")
        places = (here / "install.json", repository / "install.json")
        install = str(next(place for place in places if place.exists()))
        panels = here / "reformlab" / "labextension"
        if self.target_name == "sdist":
            build_data["force_include"][install] = "install.json"
        elif panels.is_dir():
            build_data["shared_data"][str(panels)] = PANELS
            build_data["shared_data"][install] = f"{PANELS}/install.json"
