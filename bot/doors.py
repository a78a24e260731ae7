"""Libraries whose front door brings in more than the bot goes there for: megabytes, and a tenth of a start.

A package's ``__init__`` loads all that the package has to offer. What the bot takes from these lies in a module or two,
so their front doors are opened only so far; whoever asks for anything else finds it, and everything is loaded then.
"""

import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec, module_from_spec

_DOORS: Mapping[str, Mapping[str, str]] = {
    "sqlalchemy.ext.asyncio": {  # else the ORM
        "AsyncConnection": "engine",
        "AsyncEngine": "engine",
        "create_async_engine": "engine",
    },
    "prometheus_client": {  # else two servers of its own, and what they stand on
        "CollectorRegistry": "registry",
        "Counter": "metrics",
        "Gauge": "metrics",
    },
    "uvicorn": {"Config": "config", "Server": "server"},  # else its command line
}
"""Packages, and in which of their modules what the bot takes from them lies."""


def ajar() -> None:
    """Opens the front doors of libraries that are not loaded yet only as far as the bot goes in."""
    for package, within in _DOORS.items():
        if package not in sys.modules:
            _leave_ajar(package, within)


def _leave_ajar(package: str, within: Mapping[str, str]) -> None:
    spec = find_spec(package)
    if spec is None or spec.loader is None:
        return
    loader, module = spec.loader, module_from_spec(spec)

    def found(name: str) -> object:
        if name in within:
            value: object = getattr(import_module(f"{package}.{within[name]}"), name)
        elif find_spec(f"{package}.{name}") is not None:
            value = import_module(f"{package}.{name}")
        else:
            vars(module).pop("__getattr__", None)
            loader.exec_module(module)
            value = getattr(module, name)
        vars(module)[name] = value
        return value

    vars(module)["__getattr__"] = found
    sys.modules[package] = module
    parent, _, own = package.rpartition(".")
    if parent:
        setattr(sys.modules[parent], own, module)
