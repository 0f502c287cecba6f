// Prints who says what in an article: node node.mjs http://127.0.0.1:8000 article.txt
import { readFile } from "node:fs/promises";
import { quotes, whoSaidWhat } from "./quotes.mjs";

const [service, file] = process.argv.slice(2);
const text = await readFile(file, "utf8");
for (const { who, what } of whoSaidWhat(text, await quotes(service, text))) {
  console.log(`${who ?? "?"}: ${what}`);
}
