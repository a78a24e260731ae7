"""What repeating and translating cost: ``python -m bot bench mirror``.

Each part is a process of its own (``bench.mirror.life``): the pipeline alone, one bridge, many bridges, an engine that
stands still, a flood. ``docs/performance.md`` keeps a run.
"""
