"""What admins do: settings, clubs; and what everyone does with their accounts."""
