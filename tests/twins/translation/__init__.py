"""Twins of the services that translate."""

from tests.twins.translation.libretranslate import Asked, LibreTranslateTwin

__all__ = ["Asked", "LibreTranslateTwin"]
