"""The web server of the process: health, metrics, and the routes that adapters bring."""
