"""What the cat tax costs, in a bot that is busy with it: ``python -m bot bench cats``.

The whole bot meets a crowd at a platform's protocol server (``tests/twins``): newcomers of many communities join and
introduce themselves, without a cat and with a picture of one. ``docs/performance.md`` keeps a run.
"""
