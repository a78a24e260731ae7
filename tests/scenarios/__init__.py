"""What happens between members and the bot, told once and run on every stage."""
