"""What is said about bridges."""
