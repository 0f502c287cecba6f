"""Prints who says what in many articles, each as soon as it is read: python batch.py http://127.0.0.1:8000 *.txt"""

import json
import sys
from pathlib import Path
from urllib.request import Request, urlopen


def batch(service, files):
    """An answer or a problem for each file, in their order, while the service works on the next."""
    lines = [json.dumps({"id": file, "text": Path(file).read_text(encoding="utf-8")}) for file in files]
    body = "\n".join(lines).encode()
    with urlopen(Request(f"{service}/v1/quotes/batch", body, {"Content-Type": "application/x-ndjson"})) as answers:
        for line in answers:
            yield json.loads(line)


if __name__ == "__main__":
    service, *files = sys.argv[1:]
    for answer in batch(service, files):
        print(f"{answer.get('id')}:")
        if "quotes" not in answer:
            print(f"  {answer['detail']}")
            continue
        names = {speaker["id"]: speaker["name"] for speaker in answer["speakers"]}
        for quote in answer["quotes"]:
            who = ", ".join(names[each] for each in quote["speaker_ids"])
            print(f"  {who or '?'}: {quote['content']['text']}")
