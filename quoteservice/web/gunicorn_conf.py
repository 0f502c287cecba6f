"""gunicorn's settings: one pipeline loaded before the fork, its memory shared by workers that answer one at a time."""

import os
import sys

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from quoteservice.collector import settle
from quoteservice.settings import SettingInvalid, Settings
from quoteservice.web.logs import logging_config
from quoteservice.web.operation import draining
from quoteservice.web.operation.folder import open_folder
from quoteservice.web.worker import THIS

try:
    _settings = Settings.from_environment(os.environ)
except SettingInvalid as error:
    sys.exit(str(error))

wsgi_app = "quoteservice.web.wsgi:app"
bind = _settings.bind
backlog = _settings.backlog
workers = _settings.workers
worker_class = "quoteservice.web.operation.draining.DrainingWorker"
preload_app = True
timeout = _settings.timeout
graceful_timeout = _settings.graceful_timeout
max_requests = _settings.max_requests
max_requests_jitter = _settings.max_requests_jitter
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - the heartbeat must not wait for a disk
control_socket_disable = True
logconfig_dict = logging_config(_settings.log_level)
_metrics = open_folder(worker_tmp_dir) if _settings.metrics == "on" else None


def post_worker_init(worker: Worker) -> None:
    """Let a long request show that the worker lives, and see that it is to stop."""
    # A worker that has had its share of requests is not `alive` either, but nothing hurries it.
    THIS.beat = worker.notify
    THIS.stopping = lambda: not worker.alive and worker.nr < worker.max_requests


def when_ready(server: Arbiter) -> None:
    """Keep the collector off the shared pages and tell the operator, once, how to post an article."""
    draining.prepare(server)
    settle()
    sys.stdout.write(
        f"quoteservice is ready: curl -H 'Content-Type: text/plain' --data-binary @article.txt http://{bind}/quotes\n"
    )
    sys.stdout.flush()


def post_fork(server: Arbiter, worker: Worker) -> None:
    """Start in the worker what does not outlive a fork."""
    if _settings.tracing == "on":
        from quoteservice.web.operation.tracing import export_from_here  # noqa: PLC0415

        export_from_here()


def child_exit(server: Arbiter, worker: Worker) -> None:
    """Keep what a dead worker counted."""
    if _metrics is not None:
        # prometheus_client must not be imported before the folder is known.
        from quoteservice.web.operation.series import bury  # noqa: PLC0415

        bury(int(worker.pid), _metrics)
