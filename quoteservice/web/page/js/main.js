/* Puts store and views together. */

import { keptKey } from "./actions.js";
import { firstLanguage, setLanguage, t, translate } from "./i18n.js";
import { createStore, drawOn, INITIAL } from "./store.js";
import { actsView } from "./views/acts.js";
import { articleView } from "./views/article.js";
import { detailsView } from "./views/details.js";
import { filesView } from "./views/files.js";
import { followView } from "./views/follow.js";
import { inputView } from "./views/input.js";
import { keepingView } from "./views/keeping.js";
import { keysView } from "./views/keys.js";
import { legendView } from "./views/legend.js";
import { speakersView } from "./views/speakers.js";
import { statusView } from "./views/status.js";
import { stripView } from "./views/strip.js";
import { toolsView } from "./views/tools.js";
import { verifyView } from "./views/verify.js";
import { workView } from "./views/work.js";

const VIEWS = [
  [toolsView, "tools"],
  [statusView, "status"],
  [inputView, "input"],
  [stripView, "strip"],
  [articleView, "article"],
  [detailsView, "details"],
  [actsView, "details"],
  [workView, "work"],
  [verifyView, "verify"],
  [filesView, "files"],
  [speakersView, "speakers"],
  [legendView, "legend"],
  [keysView, "keys"],
  [followView, "live"],
  [keepingView, "unkept"],
];

const language = firstLanguage();
await setLanguage(language);
const store = createStore({ ...INITIAL, language, key: keptKey() });
drawOn(store, ["language"], () => {
  translate(document);
  document.title = t("name");
});
for (const [view, id] of VIEWS) view(store, document.getElementById(id));
document.documentElement.dataset.ready = "";
