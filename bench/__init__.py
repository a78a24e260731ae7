"""The benchmark: the bot against its bare libraries, on the same load, from the same protocol server, in one run.

``python -m bot bench`` (or ``python -m bench``) runs it; ``docs/performance.md`` keeps a run and says how to read it.
"""
