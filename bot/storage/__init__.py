"""The database itself: engines, drivers and migrations. The core only sees :class:`bot.ports.database.Database`."""
