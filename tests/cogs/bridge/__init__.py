"""The bridges."""
