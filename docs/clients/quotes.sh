#!/bin/sh
# Prints who says what in an article, as CSV: sh quotes.sh http://127.0.0.1:8000 article.txt
curl --silent --show-error --fail-with-body "$1/v1/quotes" \
  --header 'Content-Type: text/plain; charset=utf-8' --header 'Accept: text/csv' --data-binary "@$2"
