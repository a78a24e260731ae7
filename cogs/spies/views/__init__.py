"""What is said about spies."""
