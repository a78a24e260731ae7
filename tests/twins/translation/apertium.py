"""Apertium's own web service from the system's packages, as a process: no twin, the thing itself.

It takes 250 MB once it has translated both ways, so the processes of one test session share one.
"""

import fcntl
import http.client
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.kit.process import free_port

COMMAND = "apertium-apy"
MODES = Path("/usr/share/apertium/modes")
PATIENCE = 60.0
"""Seconds for it to start, on a busy machine."""

_BEHIND = 'setsid "$@" >output.txt 2>&1 </dev/null & echo $!'
"""A session of its own: it ends with all that it started, and whoever starts it may end before it."""


@dataclass(frozen=True, slots=True)
class RunningApertium:
    """Where it is reached."""

    address: str


def missing() -> str:
    """Why it cannot be started here; empty when it can."""
    if shutil.which(COMMAND) is None:
        return f"{COMMAND} is not installed (apt-get install apertium-apy apertium-eng-spa; .ci/run does)"
    if not (MODES / "eng-spa.mode").is_file():
        return "apertium-eng-spa is not installed (apt-get install apertium-eng-spa; .ci/run does)"
    return ""


@contextmanager
def shared_apertium(folder: Path) -> Generator[RunningApertium]:
    """One for all who name the same folder: the first starts it, the last ends it.

    Who uses it holds a shared lock on a file, which the system takes away from those who crash.
    """
    folder.mkdir(exist_ok=True)
    running = folder / "running.json"
    with (folder / "users").open("w") as users:
        with _alone(folder):
            fcntl.flock(users, fcntl.LOCK_SH)
            if not running.exists():
                running.write_text(json.dumps(_started(folder)), "utf-8")
            process, port = json.loads(running.read_text("utf-8"))
        try:
            yield RunningApertium(f"http://127.0.0.1:{port}")
        finally:
            with _alone(folder), suppress(BlockingIOError):
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                running.unlink()
                _ended(process)


@contextmanager
def _alone(folder: Path) -> Generator[None]:
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _started(folder: Path) -> tuple[int, int]:
    """Its process and its port."""
    port = free_port()
    # It runs on the system's Python: what of ours is in the environment must not get into it.
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [shutil.which("sh") or "sh", "-c", _BEHIND, "sh", COMMAND, "--port", str(port), str(MODES)]
    environment = kept | {"LC_ALL": "C.UTF-8"}
    told = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=True)  # noqa: S603  # ours
    process = int(told.stdout)
    ends = time.monotonic() + PATIENCE
    while not _answers(port):
        if time.monotonic() > ends:
            _ended(process)
            output = (folder / "output.txt").read_text("utf-8", "replace")
            raise RuntimeError(f"{COMMAND} did not start:\n{output[-2000:]}")
        time.sleep(0.05)
    return process, port


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/listPairs")
        return bool(json.loads(connection.getresponse().read())["responseData"])
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        connection.close()


def _ended(process: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)
