"""Heavy jobs of the cat tax, for the workers."""
