"""Speed and memory of the service, always beside the bare parse of the same texts in the same run."""
