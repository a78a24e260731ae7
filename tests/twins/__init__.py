"""Protocol servers of our own, which the unmodified client libraries talk to over loopback."""
