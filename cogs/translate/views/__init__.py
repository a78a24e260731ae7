"""What is said about translations, and the translations themselves."""
