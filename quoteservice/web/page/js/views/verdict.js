/* What the article has of a claim, in words, with the words that differ marked on both sides. */

import { quotations } from "../claims.js";
import { h } from "../dom.js";
import { percent, t } from "../i18n.js";
import { namesOf } from "../people.js";

/** The verdict as one sentence. */
export function sentenceOf({ verdict }) {
  return t(`verdict.${verdict}`);
}

/** The elements that tell `verdict` on `claim`; `goThere` shows the place in the article. */
export function drawVerdict({ claim, verdict }, article, goThere) {
  const { where, similarity, matched, differences, flags } = verdict;
  const place = where && where !== "quotation" ? t(`where.${where}`) : null;
  const lines = [place, owner(verdict), ...corrections(verdict, article)];
  return [
    h("p", { class: `verdict-word ${verdict.verdict}` }, sentenceOf(verdict)),
    flags.length ? list("notice flags", flags.map((flag) => t(`flag.${flag}`))) : null,
    lines.filter(Boolean).map((line) => h("p", {}, line)),
    matched ? compared(claim, article, verdict) : null,
    differences.length ? list("differences", differences.map(difference)) : null,
    matched ? h("p", { class: "quiet" }, t("verify.similarity", { share: percent(similarity) })) : null,
    matched ? h("button", { type: "button", class: "button plain", on: { click: goThere } }, t("verify.show")) : null,
  ].flat().filter(Boolean);
}

function list(kind, sentences) {
  return h("ul", { class: kind }, sentences.map((sentence) => h("li", {}, sentence)));
}

function owner({ verdict, speaker }) {
  const names = speaker.names.join(", ");
  if (verdict === "absent") return null;
  if (speaker.verdict === "not_asked") return names ? t("owner.told", { names }) : t("owner.unattributed");
  return t(`owner.${speaker.verdict}${names || speaker.verdict === "unattributed" ? "" : ".nobody"}`, { names });
}

/** What the reader has made of the quotations that the service, which knows nothing of that, answers with. */
function corrections({ quote_ids: ids }, article) {
  const isChanged = ({ id, status }) => ids.includes(id) && (status === "corrected" || status === "rejected");
  const changed = article.quotes.filter(isChanged);
  return changed.map((quote) => {
    if (quote.status === "rejected") return t("verify.rejected");
    return t("verify.corrected", { names: namesOf(article, quote) || t("speaker.none") });
  });
}

function compared(claim, article, verdict) {
  const { mine, theirs } = quotations(claim.quote, article.text, verdict);
  const part = (tag) => ({ text, differs }) => (differs ? h(tag, {}, text) : text);
  return h(
    "dl",
    { class: "compared" },
    h("dt", {}, t("verify.mine")),
    h("dd", { lang: "hu" }, mine.map(part("ins"))),
    h("dt", {}, t("verify.theirs")),
    h("dd", { lang: "hu" }, theirs.map(part("del"))),
  );
}

function difference({ kind, article, claim, same_lemma: sameLemma, declared }) {
  const words = t(`difference.${kind}`, { article: article?.text ?? "", claim: claim?.text ?? "" });
  const more = [sameLemma ? t("difference.form") : "", declared ? t("difference.declared") : ""].filter(Boolean);
  return more.length ? `${words} (${more.join(", ")})` : words;
}
