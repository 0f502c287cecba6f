"""The page: one HTML document with everything in it, and a policy that lets it fetch nothing."""

from collections.abc import Iterable
from importlib.resources import files

from quoteservice.bulk.extras import extra
from quoteservice.bulk.report.counting import Figures, count
from quoteservice.bulk.report.quotes import Row
from quoteservice.bulk.report.sections import sections
from quoteservice.bulk.report.words import Language, words


def page(rows: Iterable[Row], language: Language = "hu") -> str:
    """The report on a table of quotations as HTML; raises ExtraMissing."""
    jinja2 = extra("jinja2", "report", "The report")
    figures, said = count(rows), words(language)
    template = files(__package__).joinpath("page.html").read_text(encoding="utf-8")
    # What the template marks as safe are the drawings alone, in which matplotlib escapes.
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    told: str = environment.from_string(template).render(
        words=said, summary=_summary(figures, said), sections=sections(figures, said)
    )
    return told


def _summary(figures: Figures, said: dict[str, str]) -> list[tuple[str, str | int]]:
    rows: list[tuple[str, str | int]] = [
        (said["quotations"], figures.quotations),
        (said["quoted_articles"], figures.articles),
        (said["named_speakers"], len(figures.speakers)),
    ]
    if figures.months:
        rows.append((said["period"], f"{min(figures.months)} – {max(figures.months)}"))
    return rows
