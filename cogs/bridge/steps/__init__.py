"""What happens at bridges."""
