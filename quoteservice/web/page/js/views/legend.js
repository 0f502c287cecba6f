/* What the marks in the article mean, shown with the marks themselves. */

import { h } from "../dom.js";
import { t } from "../i18n.js";
import { drawOn } from "../store.js";

/** Draws the legend into `element`. */
export function legendView(store, element) {
  drawOn(store, ["language"], () => {
    const rows = [
      h("mark", { class: "content direct c-plain" }, t("legend.direct")),
      h("mark", { class: "content indirect c-plain" }, t("legend.indirect")),
      h("mark", { class: "content indirect uncertain c-plain" }, t("legend.uncertain")),
      h("mark", { class: "content direct inner c-plain" }, t("legend.inner")),
      h("span", { class: "cue c-plain" }, t("legend.cue")),
      h("span", { class: "source c-plain" }, t("legend.source")),
    ];
    const list = h("ul", {}, rows.map((row) => h("li", {}, row)));
    element.replaceChildren(h("h2", { id: "legend-title" }, t("legend.title")), list);
  });
}
