"""The one mechanism for everything that the bot repeats: routes, copies, and the rule that copies follow.

``routes`` knows the ways that messages take. ``hearing`` turns what happened at a source into *lines*: one for each
original on each route, kept in the database before the event counts as handled. ``delivering`` sends, in each target
chat's order, what is not sent yet, and changes what no longer is as it was. ``desk`` is what cogs see of it.
"""
