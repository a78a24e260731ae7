"""Pure decisions about missions."""
