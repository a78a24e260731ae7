"""Pure decisions on translating."""
