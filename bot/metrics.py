"""What can be measured from outside, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

registry = CollectorRegistry()
updates = Counter("behinyar_updates", "Updates by what became of them", ["messenger", "outcome"], registry=registry)
handling = Histogram(
    "behinyar_handling_seconds",
    "Time to handle one update, its share of the commit included",
    ["messenger"],
    buckets=(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2),
    registry=registry,
)
waiting = Gauge("behinyar_updates_waiting", "Updates stored and not yet handled", registry=registry)
outbox = Gauge("behinyar_outbox", "Notices by state", ["state"], registry=registry)
oldest = Gauge("behinyar_outbox_oldest_seconds", "Age of the oldest notice that waits", registry=registry)
unbalanced = Gauge(
    "behinyar_circulars_unbalanced", "Closed circulars whose figures do not make up their plan", registry=registry
)
shown = Gauge("behinyar_screens_shown", "Screens that messengers took since the start", registry=registry)
token_known = Gauge("behinyar_token_known", "1 while the messenger knows the token", ["messenger"], registry=registry)
