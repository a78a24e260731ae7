"""What is said about missions."""
