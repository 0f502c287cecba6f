"""Speed and memory of the service, always beside the bare parse of the same texts in the same run."""

import quoteservice.document  # noqa: F401  first, because it says how many threads numpy's products get
