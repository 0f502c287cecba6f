"""What an operator sees: one line when the service is ready, and JSON lines without a word of the article."""

import json
import os
import re
import subprocess
import sys

import requests

from benchmarks.server import free_port

ARTICLE = "„Nagyon titkos” – mondta Kő Pál."


def test_one_line_says_how_to_post_and_the_log_keeps_quiet_about_the_article() -> None:
    environment = {**os.environ, "QUOTESERVICE_BIND": f"127.0.0.1:{free_port()}", "QUOTESERVICE_WORKERS": "1"}
    command = [sys.executable, "-m", "quoteservice", "serve"]
    service = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    line = service.stdout.readline()
    url = re.search(r"curl -H 'Content-Type: text/plain' --data-binary @article.txt (\S+)$", line)[1]
    answer = requests.post(url, ARTICLE.encode(), headers={"Content-Type": "text/plain"}, timeout=60)
    service.terminate()
    rest, log = service.communicate(timeout=60)
    assert answer.json()["quotes"][0]["content"]["text"] == "Nagyon titkos"
    assert line.startswith("quoteservice is ready: ")
    assert rest == ""
    (entry,) = [json.loads(each) for each in log.splitlines()]
    assert (entry["event"], entry["status"], entry["characters"]) == ("request", 200, len(ARTICLE))
    assert "itkos" not in log


def test_a_missing_model_ends_the_start_with_one_sentence() -> None:
    environment = {**os.environ, "QUOTESERVICE_BIND": f"127.0.0.1:{free_port()}", "QUOTESERVICE_MODEL": "nincs_ilyen"}
    command = [sys.executable, "-m", "quoteservice", "serve"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "The model nincs_ilyen is not installed.\n")
