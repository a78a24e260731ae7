"""The translation services that can be asked, each an :class:`~bot.translation.engine.Engine`.

How often and how patiently one is asked is not known here: that is :class:`~bot.translation.guarded.Guarded`.
"""
