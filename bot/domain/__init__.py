"""Pure values that everything is said in: frozen, slotted dataclasses on the standard library alone."""
