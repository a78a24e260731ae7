"""The line between spies."""
