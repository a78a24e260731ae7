"""Pure decisions about spies."""
