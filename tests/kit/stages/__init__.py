"""Stages: a platform with a community, and the whole bot of ``bot.bootstrap`` running against it.

``fake`` (rich and plain), ``playground`` (left and right), ``discord`` and ``telegram`` (the unmodified libraries on
protocol twins). A scenario is written against :class:`tests.kit.stage.Stage` and runs on each of them.
"""
