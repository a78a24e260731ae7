"""A member's own file."""
