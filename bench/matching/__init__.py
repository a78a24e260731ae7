"""Matching: how long a round takes, how good it is, and a year of rounds."""
