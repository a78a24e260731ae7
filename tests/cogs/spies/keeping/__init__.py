"""What keeps a line going: nudges, check-ins, streaks."""
