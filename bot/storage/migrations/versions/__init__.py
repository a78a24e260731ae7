"""The core's revisions, in the order of their numbers."""
