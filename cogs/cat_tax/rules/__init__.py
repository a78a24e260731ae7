"""Pure decisions of the cat tax."""
