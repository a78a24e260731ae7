"""The cat tax: who introduces themselves is asked for a picture of their cat, by a cat that is a spy."""
