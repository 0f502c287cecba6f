"""HTTP: the only folder that imports Flask; routes hand plain data to the service and tell what comes back."""
