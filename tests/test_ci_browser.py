"""The scripts that install what the tests need ask nobody anything."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / ".ci"
FAKES = {
    "sed": "echo debian",
    "id": "echo 1000",
    # As sudo does: what was exported to it is gone.
    "sudo": '[ "$1" = -n ] && exit 0\nexec env -i PATH="$PATH" LOG="$LOG" "$@"',
    "apt-get": 'echo "$1 ${DEBIAN_FRONTEND:-asks}" >>"$LOG"',
}


@pytest.mark.skipif(os.name == "nt", reason="a script for Debian")
@pytest.mark.parametrize("script", ["browser", "office"])
def test_apt_is_told_to_ask_nothing_also_through_sudo(script: str, tmp_path: Path) -> None:
    for name, body in FAKES.items():
        fake = tmp_path / name
        fake.write_text(f"#!/bin/sh\nLOG={tmp_path}/log\n{body}\n", encoding="utf-8")
        fake.chmod(0o755)
    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["/bin/sh", SCRIPTS / script], env=environment, check=True, capture_output=True)
    assert (tmp_path / "log").read_text("utf-8").splitlines() == [
        "update asks",
        "install noninteractive",
    ]
