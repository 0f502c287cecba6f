"""Prints who says what in an article: python quotes.py http://127.0.0.1:8000 article.txt"""

import json
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def quotes(service, text):
    """The service's answer for an article, as a dictionary."""
    body = json.dumps({"text": text}).encode()
    with urlopen(Request(f"{service}/v1/quotes", body, {"Content-Type": "application/json"}), timeout=120) as answer:
        return json.load(answer)


def who_said_what(answer):
    """Pairs of a speaker's name, or None, and what they said."""
    names = {speaker["id"]: speaker["name"] for speaker in answer["speakers"]}
    for quote in answer["quotes"]:
        yield ", ".join(names[each] for each in quote["speaker_ids"]) or None, quote["content"]["text"]


if __name__ == "__main__":
    service, file = sys.argv[1:]
    try:
        for who, what in who_said_what(quotes(service, Path(file).read_text(encoding="utf-8"))):
            print(f"{who or '?'}: {what}")
    except HTTPError as error:
        sys.exit(json.load(error)["detail"])
