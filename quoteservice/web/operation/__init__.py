"""What an operator needs around the routes: keys, rate limits, origins, backpressure, metrics, traces."""
