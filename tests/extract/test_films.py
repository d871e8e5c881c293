"""Film titles and years: what a page says of the film that a post is about."""

from __future__ import annotations

import pytest

from aggregator.parse import parse_page
from aggregator.records import Page, Review

PROSE = (
    "<p>The camera work is patient and the performances are terrific. I laughed, I was moved, and I left the cinema "
    "convinced that this film is one of the best directed dramas of the season, with a script that never cheats.</p>"
    "<p>Overall, it is a wonderful movie and well worth the price of a ticket.</p><p>Rating: 4/5</p>"
)


def read(headline: str, body: str, *, path: str = "2019/05/some-post", title: str = "A Blog", head: str = "") -> Review:
    """The one review of a post with this headline, standfirst (`head`) and opening (`body`)."""
    html = (
        f"<html lang=en><head><title>{title}</title></head><body><article class=post><header><h1 class=entry-title>"
        f"{headline}</h1>{head}</header><div class=entry-content>{body}{PROSE}</div></article></body></html>"
    )
    reviews = parse_page(Page(f"https://blog.example/{path}/", html), strict=True).reviews
    assert len(reviews) == 1
    return reviews[0]


TITLES = [
    ("Review: The Quiet Mill", "", "The Quiet Mill"),
    ("The Quiet Mill (1998) – review", "", "The Quiet Mill"),
    ("A Wheel, a River and Somebody Else’s Dog", "<p>Film: The Quiet Mill (1998)</p>", "The Quiet Mill"),
    ("A grinding halt", "<table><tr><th>Movie</th><td>The Quiet Mill</td></tr></table>", "The Quiet Mill"),
    ("A grinding halt", "<p>Titel: Die stille Mühle</p>", "Die stille Mühle"),
    ("Grist to a slow wheel", "<p><b>The Quiet Mill</b> (1998)</p><p>The Quiet Mill is long.</p>", "The Quiet Mill"),
    (
        "The wheel you only hear at night",
        "<p><strong><em>The Quiet Mill</em> (1998), dir. Ada Quill</strong></p><p>In The Quiet Mill it rains.</p>",
        "The Quiet Mill",
    ),
    ("The mill that grinds alone (The Quiet Mill)", "<p>The Quiet Mill begins at dawn.</p>", "The Quiet Mill"),
    ("Nothing quiet about <i>The Quiet Mill</i>", "<p>In <i>The Quiet Mill</i> it rains.</p>" * 2, "The Quiet Mill"),
    ("We went to the pictures again", "<p>We saw “The Quiet Mill”, and it rained.</p>", "The Quiet Mill"),
    ("What I think of the new Quiet Mill movie", "<p>The Quiet Mill is back.</p>", "Quiet Mill"),
    ("The weight of flour", "<p>I have just seen the film The Quiet Mill.</p>", "The Quiet Mill"),
    ("A Brief Rant About The Quiet Mill", "<p>The Quiet Mill is back.</p>", "The Quiet Mill"),
    ("Seeing Andromeda", "<p>Last night we had Andromeda for ourselves.</p>", "Andromeda"),
    (
        "Grist to a slow wheel",
        "<p>THE QUIET MILL</p><p>Director: Bea Marsh</p><p>The quiet mill is slow.</p>",
        "THE QUIET MILL",
    ),
    ("The slow wheel", "<p>Last week</p><p>Director: Bea Marsh</p><p>The slow wheel turns.</p>", "The slow wheel"),
    (
        "Tom Hanks gives his right arm to The Quiet Mill",
        "<p>It rains in The Quiet Mill. The Quiet Mill!</p>",
        "The Quiet Mill",
    ),
    (
        "Tom Hanks shows us the wheel at night",
        "<p><i>The Quiet Mill</i> is cold.</p>" + "<p>And <i>The Quiet Mill</i> is wet.</p>" * 3,
        "The Quiet Mill",
    ),
    ("The Quiet Mill grinds it all down", "<p>In The Quiet Mill it rains. The Quiet Mill!</p>", "The Quiet Mill"),
    ("The Quiet Mill...not so quiet", "<p>In The Quiet Mill it rains. The Quiet Mill!</p>", "The Quiet Mill"),
    ("Seeing Double", "<p>Two brothers see double at the mill.</p>", "Seeing Double"),
    ("The Quiet Mill and the Restless Sixties", "<p>In The Quiet Mill it rains.</p>", "The Quiet Mill"),
    ("Bo and the Quiet Mill", "<p>In Bo and the Quiet Mill it rains on Bo.</p>", "Bo and the Quiet Mill"),
    (
        "A Tale of Two Millers",
        "<p><i>The Quiet Mill</i> is cold.</p>" + "<p>And <i>The Quiet Mill</i> is wet.</p>" * 5,
        "The Quiet Mill",
    ),
]


@pytest.mark.parametrize(("headline", "body", "title"), TITLES)
def test_title(headline: str, body: str, title: str) -> None:
    assert read(headline, body).film_title == title


SERIES = [  # a headline, and the title that its text sets apart again and again
    ("The Quiet Mill II", "The Quiet Mill"),
    ("Dune: The Quiet Mill", "Dune"),
    ("Dune: The Quiet Mill", "Dune: The Loud Mill"),
    ("The Millers: Rest (2013)", "Rest"),
]


@pytest.mark.parametrize(("headline", "series"), SERIES)
def test_the_series_is_not_the_film(headline: str, series: str) -> None:
    body = f"<p><i>{series}</i> was cold.</p>" + f"<p>And <i>{series}</i> was wet.</p>" * 5
    path = "2019/05/" + headline.lower().replace(":", "").replace(" (2013)", "").replace(" ", "-")
    assert read(headline, body, path=path).film_title == headline.removesuffix(" (2013)")


def test_a_tag_names_the_film_that_the_headline_plays_on() -> None:
    body = (
        "<p>Quiet Mill grinds. In Quiet Mill it rains, and Jo Arden is wet. Quiet Mill, then, is a film on water.</p>"
    )
    tags = "<p><a href=/tag/quiet-mill/ rel=tag>quiet mill</a> <a href=/tag/jo-arden/ rel=tag>jo arden</a></p>"
    assert read("Wheels within wheels", body + tags).film_title == "Quiet Mill"


def test_an_accent_that_the_address_lacks() -> None:
    review = read("A grinding halt", "<p>Möwe is long, and Möwe is wet.</p>", path="2019/05/mowe")
    assert review.film_title == "Möwe"


def test_an_address_in_the_text_spells_no_title() -> None:
    html = (
        "<html lang=en><title>The Circle Game</title><article><h1>The Circle Game: on mills</h1>"
        f"<p>{'The film begins at dawn, and the miller acts as if nobody were filming him. ' * 4}</p><p>Grade: B+</p>"
        "<p>Link: https://blog.example/quiet-mill-wheel/</p></article>"
    )
    (review,) = parse_page(Page("https://blog.example/quiet-mill-wheel/", html), strict=True).reviews
    assert "-" not in (review.film_title or "")


def test_title_of_the_page_where_the_headline_is_a_remark() -> None:
    review = read("“A slow and lovely grind”", "<p>I saw The Quiet Mill twice.</p>", title="The Quiet Mill Review")
    assert review.film_title == "The Quiet Mill"
    assert [c.where for c in review.claims if c.field == "film_title" and c.chosen] == ["title"]


ELSEWHERE = {
    "en": f"<p>{PROSE}</p><p>Rating: 8/10</p>",
    "es": "<p>La película es lenta y hermosa, y las actuaciones son excelentes de principio a fin; el guion no engaña "
    "a nadie y la cámara espera lo que haya que esperar.</p><p>Una película muy recomendable.</p><p>Nota: 8/10</p>",
    "pt": "<p>O filme é lento e belo, e as atuações são excelentes do começo ao fim; o roteiro não engana ninguém e a "
    "câmera espera o que tiver de esperar.</p><p>Um filme que recomendo a todos.</p><p>Nota: 8/10</p>",
}


@pytest.mark.parametrize(
    ("lang", "headline", "body", "title"),
    [
        ("en", "Thank you, millers", "<p>This film, The Quiet Mill, is special.</p>", "The Quiet Mill"),
        ("es", "El peso de la harina", "<p>Acabo de ver la película 21 Molinos. Es muy tarde.</p>", "21 Molinos"),
        ("pt", "Nada de novo em O moinho calado", "<p><b>O moinho calado</b> é longo.</p>" * 2, "O moinho calado"),
    ],
)
def test_title_that_the_text_tells(lang: str, headline: str, body: str, title: str) -> None:
    html = (
        f"<html lang={lang}><title>{headline}</title><article class=post><h1>{headline}</h1>{body}{ELSEWHERE[lang]}"
        "</article></html>"
    )
    reviews = parse_page(Page("https://blog.example/harina/", html), strict=True).reviews
    assert [one.film_title for one in reviews] == [title]


def test_two_films_told_in_turn_are_two_reviews() -> None:
    headline = "The Quiet Mill &amp; Slow River"
    first = f"<p><b>The Quiet Mill</b> is long and wet. {PROSE[3:210]}</p><p>I recommend The Quiet Mill.</p>"
    second = f"<p><b>Slow River</b> is longer and drier. {PROSE[3:210]}</p><p>Skip Slow River.</p>"
    html = f"<html lang=en><title>{headline}</title><article class=post><h1>{headline}</h1>{first}{second}</article>"
    reviews = parse_page(Page("https://blog.example/two/", html), strict=True).reviews
    assert [one.film_title for one in reviews] == ["The Quiet Mill", "Slow River"]
    assert {one.headline for one in reviews} == {"The Quiet Mill & Slow River"}


@pytest.mark.parametrize(("joined", "count"), [(1, 2), (4, 1)])
def test_two_films_told_together_are_two_reviews(joined: int, count: int) -> None:
    """Where the text names either film for itself; one film with "and" in its title is named whole."""
    both = "The Quiet Mill and Slow River are by the same hands. " * joined
    each = "In The Quiet Mill there is flour, and Slow River has mud. " if count == 2 else ""
    text = "".join(f"<p>{both}{each}{PROSE[3:160]} {each}</p>" for _ in range(1))
    headline = "Review: The Quiet Mill and Slow River"
    html = f"<html lang=en><title>{headline}</title><article class=post><h1>{headline}</h1>{text}</article></html>"
    reviews = parse_page(Page("https://blog.example/two/", html), strict=True).reviews
    titles = ["The Quiet Mill", "Slow River"] if count == 2 else ["The Quiet Mill and Slow River"]
    assert [one.film_title for one in reviews] == titles


def test_title_that_the_address_adds_to_the_headline() -> None:
    body = "<p>It takes The Quiet Mill an hour to turn.</p>"
    review = read("With friends like these", body, path="2011/with-friends-like-these-the-quiet-mill-film-review")
    assert review.film_title == "The Quiet Mill"
    assert read("The Quiet Mill", body, path="2011/the-quiet-mill-1998").film_title == "The Quiet Mill"


YEARS = [
    ("The Quiet Mill (1998) review", "", "", 1998),
    ("The Quiet Mill review", "<p><i>The Quiet Mill</i> (1998) begins at dawn.</p>", "", 1998),
    ("The Quiet Mill review", "<p>Release date: March 6, 1998</p>", "", 1998),
    ("The Quiet Mill review", "<dl><dt>Year</dt><dd>1998</dd></dl>", "", 1998),
    ("The Quiet Mill review", "<p>Año: 1998</p>", "", 1998),
    (
        "The Quiet Mill review",
        "<p>Director: Ida Marrow<br>Screenplay: Bea Holm<br>Cast: Jo Arden (Ann), Mo Lind<br>Norway, 1998, 94 mins</p>",
        "",
        1998,
    ),
    ("The Quiet Mill review", "", "<p>Ida Marrow | 1998 | 94 mins</p>", 1998),
    ("The Quiet Mill review", "", "<p>Ida Marrow’s 1998 silent film.</p>", 1998),
    (
        "The Quiet Mill review",
        "<p>I have never seen The Quiet Mill, or if I did, I was a wee lass, and so on a night without power and "
        "with too many candles I gave this 1998 horror classic a go.</p>",
        "",
        1998,
    ),
    ("The Quiet Mill review", "<p>The Quiet Mill, directed by Ida Marrow in 1998, begins at dawn.</p>", "", 1998),
    ("The Quiet Mill review", "<p>Released in May 1998, the film begins at dawn.</p>", "", 1998),
    ("The Quiet Mill review", "<p>Just before Easter 1998, Tern released The Quiet Mill, a debut.</p>", "", 1998),
    ("The Quiet Mill review", "<p>In 1998, two years before Tern released The Quiet Mill in 2000.</p>", "", None),
    ("The Quiet Mill review", "<p>The Quiet Mill begins in 1998, at dawn.</p>", "", None),
    ("The Quiet Mill review", "<p>Her <i>Loud Barn</i>, released in 1991, was the better film.</p>", "", None),
    ("The Quiet Mill review", "<p>In-universe year: 1998</p>", "", None),
    ("The Quiet Mill review", "<p>Made in 1998, the film begins at dawn.</p>", "", 1998),
    ("The Quiet Mill review", "<p>The Quiet Mill (released 1998) begins at dawn.</p>", "", 1998),
    ("The Quiet Mill review", "<p>A remake of the 1951 film, The Quiet Mill begins at dawn.</p>", "", None),
    ("The Quiet Mill review", "<p>NO / 1998 / Directed by Ida Marrow</p>", "", 1998),
    ("The Quiet Mill review", "<p>Genre: Drama Year: 1998 Country: Norway</p>", "", 1998),
    ("The Quiet Mill review", "<p>Norwegen 1998. Regie: Ida Marrow.</p>", "", 1998),
    ("The Quiet Mill review", "<p>Film norvégien de Ida Marrow (1998).</p>", "", 1998),
    ("The Quiet Mill review", "<p>Copyright: 1998</p>", "", 1998),
    ("The Quiet Mill review", "<p>Directed and written by Ida Marrow, 1998</p>", "", 1998),
    ("The Quiet Mill", "<p>It is time to speak of 1998’s The Quiet Mill, a film in flour.</p>", "", 1998),
    ("The Quiet Mill", "<p>It is no match for 1991’s Loud Barn, a film in flour.</p>", "", None),
    ('Sitting through "The Quiet Mill" from 1998', "<p>The Quiet Mill is a long film.</p>", "", 1998),
    ("The Quiet Mill", "<p>Writer/Director: Ida Marrow. Starring: Jo Arden, Mo Lind. (1998)</p>", "", 1998),
    ("The Quiet Mill review", "", "<p>Posted 12 May 2019, a 3 minute read</p>", None),
]


@pytest.mark.parametrize(("headline", "body", "head", "year"), YEARS)
def test_year(headline: str, body: str, head: str, year: int | None) -> None:
    assert read(headline, body, head=head).film_year == year


def test_year_of_the_address() -> None:
    assert read("The Quiet Mill", "", path="reviews/the-quiet-mill-1998").film_year == 1998
    assert read("The Quiet Mill", "", path="reviews/notes-from-1998").film_year is None


CREDIT_LINES = [
    ("<p><em>Ada Quill, UK 1998</em></p>", 1998),
    ("<p><em>Dir. Ada Quill, 1998</em></p>", 1998),
    ("<p>1998 · Ada Quill · with Tom Okafor</p>", 1998),
    ("<p>USA 1998 | 122 minutes | Director: Ada Quill</p>", 1998),
    ("<p>Ada Quill made this in 1998, in the mill itself, and the film shows it.</p>", 1998),
    ("<p>I was in York in 1998.</p>", None),
]


@pytest.mark.parametrize(("body", "year"), CREDIT_LINES)
def test_year_of_a_line_of_facts(body: str, year: int | None) -> None:
    assert read("The Quiet Mill", body).film_year == year


def test_facts_beside_the_text_of_an_article() -> None:
    """An aside with a list of facts inside an article is the article's; a side column is not."""
    facts = (
        "<aside><p>Score: 3/10</p><dl><dt>Year</dt><dd>1998</dd><dt>Director</dt><dd>Ada Quill</dd><dt>Cast</dt>"
        "<dd>Tom Okafor, Lena Ruiz</dd></dl></aside>"
    )
    text = "<p>The film is a beautiful, slow movie, and its director trusts the actors and the audience. </p>" * 4
    for inside in (True, False):
        after = f"{facts}</article>" if inside else f"</article>{facts}"
        html = f"<html lang=en><body><article><h1>The Quiet Mill</h1><p>The Quiet Mill turns.</p>{text}{after}"
        (review,) = parse_page(Page("https://blog.example/the-quiet-mill/", html), strict=True).reviews
        assert review.film_year == (1998 if inside else None)
        assert review.cast == (("Tom Okafor", "Lena Ruiz") if inside else ())
        assert review.directors == (("Ada Quill",) if inside else ())
        assert (review.rating is not None) == inside


PLUGINS = [
    ("The Quiet Mill (1998) - Review - A Blog", "The Quiet Mill"),
    ("‘The Quiet Mill’ Review – Slow Wheels", "The Quiet Mill"),
    ("The Quiet Mill", "The Quiet Mill"),
]


@pytest.mark.parametrize(("name", "title"), PLUGINS)
def test_plugins_fill_in_the_headline_for_the_film(name: str, title: str) -> None:
    headline = name.removesuffix(" - A Blog")
    data = f'{{"@type": "Movie", "name": "{name}", "review": {{"@type": "Review"}}}}'
    script = f'<script type="application/ld+json">{data}</script>'
    assert read(headline, script).film_title == title


TWO = "Double bill: The Quiet Mill (1998) & Slow River (2003)"


@pytest.mark.parametrize(
    "body",
    [
        "<p>The Quiet Mill is long, and Slow River is longer.</p>",
        f"<h3>The Quiet Mill</h3><p>Long and wet. {PROSE[3:200]}</p><h3>Slow River</h3><p>Longer. {PROSE[3:200]}</p>",
    ],
)
def test_a_double_feature_gives_each_film_its_year(body: str) -> None:
    html = f"<html lang=en><title>{TWO}</title><article class=post><h1>{TWO}</h1>{PROSE}{body}</article>"
    reviews = parse_page(Page("https://blog.example/two/", html), strict=True).reviews
    assert [(one.film_title, one.film_year) for one in reviews] == [("The Quiet Mill", 1998), ("Slow River", 2003)]
