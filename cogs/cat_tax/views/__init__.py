"""What the cat tax says. Everything said to all is said in two languages: the newcomer's and Chinese (or English)."""
