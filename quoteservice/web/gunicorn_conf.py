"""gunicorn's settings: one pipeline loaded before the fork, its memory shared by workers that answer one at a time."""

import gc
import os
import sys
from typing import Any

from quoteservice.settings import SettingInvalid, Settings
from quoteservice.web.logs import logging_config
from quoteservice.web.worker import THIS

try:
    _settings = Settings.from_environment(os.environ)
except SettingInvalid as error:
    sys.exit(str(error))

wsgi_app = "quoteservice.web.wsgi:app"
bind = _settings.bind
workers = _settings.workers
worker_class = "sync"
preload_app = True
timeout = _settings.timeout
graceful_timeout = _settings.graceful_timeout
max_requests = _settings.max_requests
max_requests_jitter = _settings.max_requests_jitter
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - the heartbeat must not wait for a disk
control_socket_disable = True
logconfig_dict = logging_config(_settings.log_level)


def post_worker_init(worker: Any) -> None:
    """Let a long request show that the worker lives, and see that it is to stop."""
    # A worker that has had its share of requests is not `alive` either, but nothing hurries it.
    THIS.beat = worker.notify
    THIS.stopping = lambda: not worker.alive and worker.nr < worker.max_requests


def when_ready(server: object) -> None:
    """Keep the collector off the shared pages and tell the operator, once, how to post an article."""
    gc.collect()
    gc.freeze()
    sys.stdout.write(
        f"quoteservice is ready: curl -H 'Content-Type: text/plain' --data-binary @article.txt http://{bind}/quotes\n"
    )
    sys.stdout.flush()
