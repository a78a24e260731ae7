"""What happens, step by step: between the cog's declarations and its rules, store and views."""
