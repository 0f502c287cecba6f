"""What the elements of HTML are to an article."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr frame keygen".split())
"""They have no content and no end tag."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section summary table tbody td tfoot th thead tr ul".split()
)
"""A paragraph ends before and behind them."""

ROOTS = frozenset({"html", "head", "body"})
"""Their tags say nothing: what stands behind `</body>` is shown as well."""

NEVER_READ = frozenset(
    "applet audio button canvas datalist iframe map math noembed noframes noscript object option plaintext script "
    "select style svg template textarea title video xmp rp rt".split()
)
"""What a browser does not show as running text."""

ASIDE = frozenset("aside caption dialog figcaption footer form label legend menu nav search".split())
"""What is shown but not said by the article: captions, forms, navigation."""

ARTICLE_OPENS = frozenset({"article", "main", "h1"})
"""A form around one of these is the page's own (ASP.NET), not one to be filled in."""

ENDS_BY: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"td", "th", "tr"}),
    "tbody": frozenset({"td", "th", "tr", "tbody", "thead"}),
    "tfoot": frozenset({"td", "th", "tr", "tbody", "thead"}),
    "option": frozenset({"option"}),
}
"""Start tag → the blocks that it ends when they are the innermost; every block ends a `p`."""
