/* Articles of our own to try the page with; invented people and places. */

export const EXAMPLES = Object.freeze([
  { file: "szelpark", title: "Szélerőműveket építenének Mezőkányán" },
  { file: "vizmu", title: "Fél napra elzárják a vizet Sárosberek belvárosában" },
  { file: "konyvtar", title: "Megmenekült a berecki könyvtár" },
  { file: "kikoto", title: "Kiderült, miért állt le a komp Révfalván" },
  { file: "iskola", title: "Tanár nélkül kezdődhet a tanév Felsőmarócon" },
  { file: "foci", title: "Az utolsó percben egyenlített a Tarnavár" },
]);

/** The example `file` as {text}. */
export async function fetchExample(file) {
  const answer = await fetch(new URL(`../examples/${file}.txt`, import.meta.url));
  if (!answer.ok) throw new Error(`No example ${file}`);
  return { text: await answer.text() };
}
