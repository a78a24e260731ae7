"""Heavy work, done in processes of their own."""
