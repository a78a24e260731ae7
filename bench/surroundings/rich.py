"""Stands before the test tools' rich on every subject's path: structlog and httpx load it wherever it is installed.

An operator's environment has none, and neither has a bare library's.
"""

raise ImportError("not installed where a bot runs")
