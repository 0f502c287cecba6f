/* The working article: the answer of the service as a frozen plain object. */

/** The article of `input` that the service answered with `answer`; every quotation is "found". */
export function fromAnswer(input, answer) {
  const quotes = answer.quotes.map((quote) => Object.freeze({ ...quote, status: "found" }));
  const { engine, speakers, warnings } = answer;
  return Object.freeze({ input, text: answer.text ?? input.text, engine, quotes: Object.freeze(quotes), speakers, warnings });
}
