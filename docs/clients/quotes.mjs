// Who says what in an article; for browsers and for Node 18 or later.

/** The service's answer for an article; offsets are those of JavaScript strings. */
export async function quotes(service, text) {
  const answer = await fetch(`${service}/v1/quotes`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text, options: { offsets: "utf16" } }),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail);
  return told;
}

/** An array of { who, what }; `what` is cut out of the article by its offsets, `who` is null when unresolved. */
export function whoSaidWhat(text, answer) {
  const names = new Map(answer.speakers.map((speaker) => [speaker.id, speaker.name]));
  return answer.quotes.map((quote) => ({
    who: quote.speaker_ids.map((id) => names.get(id)).join(", ") || null,
    what: quote.content.spans.map(({ start, end }) => text.slice(start, end)).join(" "),
  }));
}
