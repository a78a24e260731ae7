"""The process that has loaded the bot, and forks a command from itself for each that is asked for.

Started by :mod:`tests.kit.warm`: ``python -m tests.kit.forked FOLDER``. It is not ``multiprocessing``'s fork server: a
process of that prepares the tests' main module anew, has no standard input, and ends without what Python does at exit.
"""

import gc
import importlib
import io
import json
import os
import select
import socket
import sys

NAME = "warm"
"""The socket's, in the folder."""
LOADED = ("alembic.command", "bot.start_report", "bot.checking", "bot.translation.pipeline", "uvloop")
"""What most commands load in the end, one after the other."""


def _commands(listening: socket.socket) -> None:
    """Returns in the process of each command that is asked for, and there alone."""
    watchers = 0
    while True:
        ready, _, _ = select.select((listening, sys.stdin), (), ())
        if sys.stdin in ready:  # whoever started this is no more
            raise SystemExit
        asking, _ = listening.accept()
        while watchers and os.waitpid(-1, os.WNOHANG)[0]:
            watchers -= 1
        watchers += 1
        if os.fork() == 0:
            listening.close()
            _watched(asking)
            return
        asking.close()


def _watched(asking: socket.socket) -> None:
    """Forks the command, tells its number and how it ended; returns in the command."""
    first, streams, _, _ = socket.recv_fds(asking, 4, 3)
    with asking.makefile("rb") as rest:
        folder, words, variables = json.loads(rest.read(int.from_bytes(first, "big")))
    command = os.fork()
    if command:
        for stream in streams:
            os.close(stream)
        asking.sendall(b"%d\n" % command)
        _, status = os.waitpid(command, 0)
        asking.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
        os._exit(0)
    asking.close()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = ["bot", *words]
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), "ascii", "surrogateescape")
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), "ascii", "surrogateescape")
    sys.stderr = io.TextIOWrapper(
        io.BufferedWriter(io.FileIO(2, "w", closefd=False)), "ascii", "backslashreplace", line_buffering=True
    )


def main() -> None:
    """Loads the bot as a start does, says so, and serves."""
    bot = importlib.import_module("bot.__main__")
    bot.ajar()
    for name in LOADED:
        importlib.import_module(name)
    importlib.import_module("bot.core.discovery").discover()
    gc.freeze()  # else each command looks through it for garbage, and so has it copied
    with socket.socket(socket.AF_UNIX) as listening:
        os.chdir(sys.argv[1])
        listening.bind(NAME)
        listening.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        _commands(listening)
    bot.main()


if __name__ == "__main__":
    main()
