"""The kinds of problems that there are, by HTTP status: the stable end of their `type`, and their title."""

TYPE = "urn:quoteservice:problem:"
KINDS = {
    400: ("bad-request", "The request cannot be understood"),
    401: ("key-required", "A known API key is needed"),
    404: ("not-found", "There is nothing at this address"),
    405: ("method-not-allowed", "This address does not take this method"),
    406: ("not-acceptable", "The answer is not to be had in an accepted media type"),
    413: ("body-too-large", "The body of the request is too large"),
    415: ("unsupported-media-type", "This kind of body is not read"),
    422: ("invalid-request", "Some fields of the request are invalid"),
    429: ("too-many-requests", "This client has made too many requests"),
    500: ("internal-error", "The service failed"),
    503: ("unavailable", "The service cannot answer this now"),
}
