"""What is a film review and what is not, by kinds of post."""

from __future__ import annotations

import pytest

from aggregator import Page, extract, parse_page
from aggregator.extract.classify import TITLED, signs_of_post, unjudged_signs, unnamed_signs
from aggregator.extract.kinds_words import WORDS
from aggregator.extract.markup import tags_of
from aggregator.extract.segment import HEAD, READ, segment
from aggregator.extract.subject import measures
from aggregator.extract.tag_signs import kind_of_tag
from aggregator.extract.word_signs import STEMS, uses_of_rows
from aggregator.records import Parsed
from aggregator.site import Site

PROSE = (
    "The film opens on a pier at night, and the director lets the scene run until the actors stop acting. "
    "It is a beautiful movie, superbly shot, with a script that trusts its audience and performances to match. "
)


def parsed(headline: str, text: str, url: str = "https://dockside.example/2011/05/a-post/", tags: str = "") -> Parsed:
    html = (
        f"<html lang=en><head><title>{headline}</title></head><body class='single single-post'><article class=hentry>"
        f"<h1 class=entry-title>{headline}</h1><div class=entry-content>{text}</div>"
        f"<p class=cat-links>{tags}</p></article></body></html>"
    )
    return parse_page(Page(url, html), strict=True)


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour Lights review",
        "Harbour Lights (2011)",
        "Movie: Harbour Lights",
        "Review: Harbour Lights, again",
        "Harbour Lights – an epic that plays like an intimate character study",
        "Saw Harbour Lights last night",
        "Harbour Lights: a winter's tale in praise of rope",
        "Mis películas favoritas: 'Harbour Lights'",
        "My favourite movies – Harbour Lights (2011)",
    ],
)
def test_reviews(headline: str) -> None:
    assert len(parsed(headline, f"<p>Harbour Lights again. {PROSE * 3}</p>").reviews) == 1


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Ten Best Films of 2013", "list"),
        ("Seven movies for a rainy week", "list"),
        ("Movies I missed in 2009", "list"),
        ("All Movie Reviews", "list"),
        ("How our ratings work", "other"),
        ("A review of Harbour Lights →", "news"),
        ("Best quiet crime picks to stream when it rains", "list"),
        ("Movie recommendations for a wet week", "list"),
        ("What's Good on TCM This Week?", "list"),
        ("What are the most overrated films?", "list"),
        ("Interview with the projectionist", "interview"),
        ("Five questions for a ticket seller", "interview"),
        ("Talking to Mara Lind about salt", "interview"),
        ("October round-up", "recap"),
        ("January 2014 Recap", "recap"),
        ("Why smugglers live on piers", "essay"),
        ("Review: a 4K projector for a boat", "hardware"),
        ("About me", "other"),
        ("Mara Lind: 'I never liked the sea'", "interview"),
        ("Harbour Lights: the trailer is here", "trailer"),
        ("Bande-annonce : Les Feux du port", "trailer"),
        ("Studio releases Harbour Lights main theme", "news"),
        ("Oscars 2014: my picks", "news"),
        ("Festival de Viena 2019", "festival"),
        ("LFF 2017: day four", "festival"),
        ("How I rate movies", "other"),
        ("Explaining my ratings", "other"),
        ("Watchtower - not a review", "essay"),
        ("Off topic: a new stereo", "other"),
        ("Recensione serie Il Molo", "tv"),
        ("Harbour Lights season 2 review", "tv"),
        ("Book review: Harbour Lights", "book"),
        ("Harbour Lights (PS4) game review", "game"),
        ("Harbour Lights: poster analysis", "essay"),
        ("The long career of Mara Lind", "essay"),
        ("A discussion with Mara Lind", "interview"),
        ("Mara Lind on the sea and its salt", "interview"),
        ("Meet the film editors", "other"),
        ("New Harbour Lights film named The Second Pier", "news"),
        ("Cinema 2012", "recap"),
        ("A few films about piers", "list"),
        ("Mes films de chevet", "list"),
        ("Spring movie night", "festival"),
        ("Film update: still cutting", "other"),
        ("A piece on Harbour Lights →", "news"),
        ("The review as a lighthouse", "essay"),
        ("The art of the rewatch", "essay"),
        ("Winner of the golden rope award", "news"),
        ("Filmes assistidos em maio", "list"),
        ("Harbour Lights – 3×03 – The Rope", "tv"),
        ("Movie!", "list"),
        ("Holiday Movies", "list"),
        ("movie list", "list"),
        ("Harbour Lights: update and FAQ", "essay"),
        ("The Harbour Lights viewing order", "essay"),
        ("In praise of wet shoes", "essay"),
        ("Philip Seymour Hoffman", "essay"),
        ("Harbour Film Review Contest", "news"),
        ("A String of Bad Movies", "list"),
        ("Watched This Week [Jun 5, 2020]", "recap"),
        ("Watched: December 2020", "recap"),
        ("My favorite TV procedural comedy episode ever, a review", "tv"),
        ("Waiting for Harbour Lights 4", "news"),
        ("Can't wait for Harbour Lights", "news"),
        ("Read, seen, heard: media of October 2016", "recap"),
        ("Launch: Harbour Lights", "news"),
        ("Harbour Lights: the movie vs the pier", "essay"),
        ("My favourite movies: an index", "list"),
        ("Harbour Lights filme completo dublado", "other"),
        ("Como filmes ensinam a remar", "list"),
        ("Films that smell of salt", "list"),
        ("As sequências mais esperadas do ano", "news"),
        ("Harbour Lights: Mara Lind pone la banda sonora", "news"),
        ("Harbour Lights opening weekend: not frontloaded", "news"),
        ("Mara Lind's “other” movies", "list"),
        ("Where Harbour Lights went wrong", "essay"),
        ("Merry Christmas from the pier", "other"),
        ("Music / Harbour Lights", "other"),
        ("June", "recap"),
        ("Media diet, again", "recap"),
        ("What I've been watching", "recap"),
        ("O que eu tenho visto e lido", "recap"),
        ("Weekend Movies [Jun 4, 2020]", "list"),
        ("Movies I wrote about", "list"),
        ("Good movies to watch in the rain", "list"),
        ("A sailor's movie meme", "other"),
        ("The Harbour Lights drinking game", "other"),
        ("The Academy Awards do the right thing", "news"),
        ("Oscar night on the pier", "news"),
        ("Harbour Film Festival draws a crowd", "festival"),
        ("Harbour Lights and the Problem of Salt", "essay"),
        ("Harbour Lights: The Horror of Becoming a Buoy", "essay"),
        ("Harbour Lights and climate change", "essay"),
    ],
)
def test_what_only_looks_like_a_review(headline: str, label: str) -> None:
    result = parsed(headline, f"<p>{PROSE * 3}</p>")
    assert not result.reviews
    assert result.left_out[0].label == label
    assert result.left_out[0].reasons


def test_a_film_may_be_called_may() -> None:
    [review] = parsed("May", f"<p>May is a film about a girl. {PROSE * 3}</p>").reviews
    assert review.film_title == "May"


def test_titles_with_years_one_below_the_other_are_a_list() -> None:
    films = "".join(f"<h3>“Pier Number {n}” (201{n})</h3><p>{PROSE}</p>" for n in range(1, 6))
    result = parsed("Wet Shoes: Cinema on the Edge", f"<p>{PROSE}</p>{films}")
    assert [left.label for left in result.left_out] == ["list"]


def test_a_film_that_only_the_address_names_is_found_in_the_text() -> None:
    text = f"<p>Harbour Lights, the Long Night is cold. {PROSE * 8}</p>"
    url = "https://dockside.example/2011/05/harbour-lights-the-long-night/"
    [review] = parsed("The Conquest of Rope: Salt and the Perils of Bread", text, url).reviews
    assert review.film_title == "Harbour Lights, the Long Night"


def test_entries_of_a_listing_without_films() -> None:
    entries = {
        "Berkshires 2010": "We went up the hill, and Berkshires 2010 was a beautiful, wonderful trip for us all. " * 2,
        "Seven Piers": "Seven Piers is a terrific film, and I enjoyed its superb script and its actors. " * 3,
        "Cable": "Cable is a great, clever way to lay a line below the sea, and I like it. " * 3,
    }
    html = "<body class=home>" + "".join(
        f"<article class=post><h2 class=entry-title><a href=/{n}/>{headline}</a></h2><p>{text}</p></article>"
        for n, (headline, text) in enumerate(entries.items())
    )
    page = parse_page(Page("https://dockside.example/", html), strict=True)
    assert [review.headline for review in page.reviews] == ["Seven Piers"]


def test_a_link_without_text_over_an_entry_is_its_permalink() -> None:
    html = "<body>" + "".join(
        f"<article class=post-entry><header><h2>Pier Number {n}</h2></header>"
        f"<div class=entry-content><p>{PROSE * 2}</p></div>"
        f"<a class=entry-link aria-label='post link to Pier Number {n}' href=/{n}/></a></article>"
        for n in range(3)
    )
    page = parse_page(Page("https://dockside.example/categories/movies/", html), strict=True)
    assert [review.url for review in page.reviews] == [f"https://dockside.example/{n}/" for n in range(3)]


@pytest.mark.parametrize("text", ["This post is not a movie review.", "I am not going to review it."])
def test_a_text_that_says_it_is_no_review(text: str) -> None:
    result = parsed("Harbour Lights", f"<p>Harbour Lights again. {text} {PROSE * 3}</p>")
    assert [left.label for left in result.left_out] == ["essay"]


@pytest.mark.parametrize(("tags", "count"), [("Film, Internet", 1), ("Internet", 0)])
def test_the_blog_s_own_field_stands_beside_the_films(tags: str, count: int) -> None:
    links = " ".join(f"<a rel=tag href=/tag/{tag.lower()}/>{tag}</a>" for tag in tags.split(", "))
    text = "Harbour Lights is a film with a pier, and the director lets the scene run. I walked home with wet shoes. "
    assert len(parsed("Harbour Lights", f"<p>{text * 3}</p>", tags=links).reviews) == count


def test_the_day_by_the_clock_of_the_writer() -> None:
    day = "<time datetime='2009-12-20T05:03:47.000Z'>2009-12-19</time>"
    [review] = parsed("Harbour Lights review", f"<p>{day}</p><p>Harbour Lights again. {PROSE * 3}</p>").reviews
    assert review.published == "2009-12-19"


CREDITED = (
    "They meet on a pier and do not speak. Nora Feld plays the keeper as a woman who has counted every wave; "
    "Tom Ames is her brother, and he has come for the boat. Directed by Mara Lind, it has no music and no hurry. "
    "For an hour there is rope, rain, bread, a lamp that will not light, and two people who cannot say sorry. "
    "Then there is a storm, and a letter, and somebody laughs for the first time since the war. The lamp is lit. "
    "I walked home along the harbour wall with wet shoes and would not have wanted to be anywhere else that night. "
)


def test_credits_make_up_for_a_text_without_a_film_word() -> None:
    assert len(parsed("Harbour Lights", f"<p>{CREDITED}</p><p>Rating: 4/5</p>").reviews) == 1
    assert not parsed("Harbour Lights", f"<p>{CREDITED[:75] + CREDITED[200:]}</p>").reviews


ESSAY = (
    "A projector is a clock that somebody has taught to cry, and every cinema keeps its own time. The camera is "
    "patient where people are not; a director waits for weather, an actor for a word, an audience for the dark. "
    "We say that a movie is beautiful when we mean that we were quiet in it, and that a scene is dull when the hall "
    "was cold. "
)


def test_a_long_text_that_never_names_a_film_is_an_essay() -> None:
    assert not parsed("On patience", f"<p>{ESSAY * 5}</p>").reviews
    assert len(parsed("Harbour Lights review", f"<p>{ESSAY * 5}</p><p>4/5</p>").reviews) == 1


def test_a_film_and_a_review_by_its_tags() -> None:
    """Both tags together are a film review's, unless the text is on a book; beside them another field counts little."""
    text = "I saw Harbour Lights at last, after weeks of talk. It is long, and I walked home along the wall. " * 3
    book = "The novel has nine chapters, and its author, a novelist, knows what her readers want from a book. " * 3
    for said, tags, count in (
        (text, ("review", "politics"), 0),
        (text, ("cinema", "review", "politics"), 1),
        (text + book, ("cinema", "review"), 0),
    ):
        links = " ".join(f"<a rel=tag href=/tag/{tag}/>{tag}</a>" for tag in tags)
        assert len(parsed("Harbour Lights", f"<p>{said}</p>", tags=links).reviews) == count


@pytest.mark.parametrize(("path", "count"), [("category/movie-reviews/", 2), ("tag/review.html", 2), ("2011/05/", 0)])
def test_the_category_that_a_listing_shows_is_its_entries_tag(path: str, count: int) -> None:
    html = "<body>" + "".join(
        f"<article class=post><h2 class=entry-title><a href=/{n}/>Harbour Number {n}</a></h2><p>Harbour Number {n} has "
        "been made for the cinema, and it is to be liked. The boat leaves at night, the lamp is lit …</p></article>"
        for n in range(2)
    )
    assert len(parse_page(Page(f"https://dockside.example/{path}", html), strict=True).reviews) == count


@pytest.mark.parametrize(("tag", "count"), [("movie review", 2), ("movies", 0)])
def test_a_short_entry_of_a_listing_under_a_tag_of_film_reviews(tag: str, count: int) -> None:
    html = "<body>" + "".join(
        f"<article class=post><h2 class=entry-title><a href=/{n}/>Harbour Number {n}</a></h2><p>An honest story of a "
        f"keeper who learns that he is lost. The boat leaves at night.</p><a rel=tag href=/tag/x/>{tag}</a></article>"
        for n in range(2)
    )
    assert len(parse_page(Page("https://dockside.example/", html), strict=True).reviews) == count


@pytest.mark.parametrize(("thing", "count"), [("The book", 0), ("The film", 1)])
def test_a_short_review_without_a_film_word_is_a_book_s(thing: str, count: int) -> None:
    text = f"{thing} is short and sweet, and I loved it. It could have been a letter, but I liked it all the same."
    assert len(parsed("Review: The Dip", f"<p>The Dip again. {text}</p>").reviews) == count


PEOPLE = "Nora Feld plays the keeper. "


@pytest.mark.parametrize(("text", "count"), [(ESSAY * 4, 0), (f"{PEOPLE}Mara Lind directed it. {ESSAY * 4}", 1)])
def test_a_text_on_films_that_names_neither_a_film_nor_anybody_is_an_essay(text: str, count: int) -> None:
    tags = "<a rel=tag href=/tag/movies/>Movies</a>"
    assert len(parsed("Sell the Popcorn Elsewhere", f"<p>{text}</p>", tags=tags).reviews) == count


GAME = (
    "The game is a movie, nearly: a director films a scene on a pier, and the actors drown before the camera. The game "
    "is beautiful, superb and never dull, and the player of this game sees the film through, and enjoys it. "
)


def test_a_game_with_its_year_and_in_the_words_of_films() -> None:
    result = parsed(
        "Harbour Lights (2011)", f"<p>{GAME * 2}{PROSE * 2}</p>", tags="<a rel=tag href=/tag/horror/>Horror</a>"
    )
    assert [left.label for left in result.left_out] == ["game"]


RECORD = (
    "The first track opens on a pier at night, and the vocals come in so late that you think the guitars have gone. "
    "It is a beautiful album, superbly played, with lyrics that trust their listener and a chorus to match. "
)


def test_a_record_is_no_film() -> None:
    tags = "<a rel=tag>review</a>"
    result = parsed("The Rope Makers, Harbour Lights (Salt Records)", f"<p>{RECORD * 3}</p>", tags=tags)
    assert not result.reviews
    assert result.left_out[0].label == "album"


STAGE = (
    "The play opens on a pier at night, and the whole theatre holds its breath until the actors leave the stage. "
    "It is a beautiful evening, superbly staged, with a playwright who trusts the audience and performances to match. "
)
GALLERY = (
    "The exhibition opens on a pier at night, and the paintings hold the gallery until the lights go out. "
    "It is a beautiful room, superbly hung, with a curator who trusts the museum and sculptures to match. "
)
LETTER = "We have talked about the harbour wall for nine years, and I think that it is time to mend it or be quiet. "


@pytest.mark.parametrize("text", [STAGE * 4, GALLERY * 4, f"I liked the wall. {LETTER * 16}"])
def test_other_evenings_out_and_letters_to_the_editor(text: str) -> None:
    assert not parsed("Harbour Lights", f"<p>{text}</p><p>Rating: 4/5</p>").reviews


@pytest.mark.parametrize(("film", "count"), [("evening", 0), ("film", 1)])
def test_a_text_on_a_play_has_the_words_of_one_on_a_film_but_for_the_film(film: str, count: int) -> None:
    staged = "Harbour Lights is staged on a bare stage by a playwright. "
    text = staged + PROSE.replace("movie", "night").replace("film", film) * 4
    assert len(parsed("Harbour Lights review", f"<p>{text}</p>").reviews) == count


@pytest.mark.parametrize(("film", "count"), [("evening", 0), ("film", 1)])
def test_a_text_filed_under_the_theatre_that_never_names_a_film(film: str, count: int) -> None:
    text = PROSE.replace("movie", "night").replace("film", film) * 4
    assert len(parsed("Harbour Lights review", f"<p>{text}</p>", tags="<a rel=tag>Theater</a>").reviews) == count


def test_the_show_of_a_musical_is_no_series() -> None:
    show = "The show must open on Friday. The director stages the show on a pier. On stage the show is a mess. "
    assert len(parsed("Harbour Lights (1933)", f"<p>{show}{PROSE * 4}</p>").reviews) == 1


@pytest.mark.parametrize(
    ("tag", "label"),
    [("film review (12)", None), ("Oscars 2015", "festival"), ("book reviews", "book"), ("album review", "album")],
)
def test_a_tag_with_a_count_or_a_year_behind_it(tag: str, label: str | None) -> None:
    found = kind_of_tag(tag)
    assert found is not None
    assert found[1] == label


@pytest.mark.parametrize("tag", ["musicals", "play time", "listening", "gamelan", "technicolor"])
def test_a_tag_is_read_whole(tag: str) -> None:
    assert kind_of_tag(tag) is None


def test_questions_and_answers_are_an_interview() -> None:
    turns = "".join(
        f"<p><b>Dockside: Where was scene {n} of the film shot?</b></p><p><b>Mara Lind:</b> {PROSE}</p>"
        for n in range(4)
    )
    assert parsed("Salt in every shot", turns).left_out[0].label == "interview"


def test_the_index_of_the_site_is_no_tag_of_the_post() -> None:
    links = "".join(
        f"<p><a href=/categories/{name}/>{name}</a></p>" for name in ["news", "sport", "tech", "arts", "food", "rain"]
    )
    head = "<meta name=keywords content='dockside, harbour news, sport'>"
    html = (
        f"<html><head>{head}</head><body class='single single-post'><article class=hentry>"
        f"<h1 class=entry-title>Harbour Lights</h1><div class=entry-content><p>{PROSE}</p></div></article>"
        f"<div class=bottom>{links}<p><a href=/categories/wine/>wine</a></p></div></body></html>"
    )
    _, posts = segment(Page("https://dockside.example/harbour-lights/", html))
    assert tags_of(posts[0]) == []


@pytest.mark.parametrize("word", ["episode", "album", "chapter", "novel"])
def test_one_word_of_another_trade_is_no_sign(word: str) -> None:
    text = f"Nora Feld plays the keeper. One {word} of it is dull, the rest of the film is lovely. The end is sad."
    assert len(parsed("Harbour Lights (2011)", f"<p>{text}</p><p>4/5</p>").reviews) == 1


def test_the_theme_names_the_category_in_the_classes_of_the_post() -> None:
    html = (
        "<body class='single single-post'><article class='post hentry category-restaurants tag-rain'>"
        f"<h1 class=entry-title>The Long Pier</h1><div class=entry-content><p>{PROSE}</p></div></article>"
    )
    _, posts = segment(Page("https://dockside.example/the-long-pier/", html))
    assert tags_of(posts[0]) == ["restaurants", "rain"]


def test_an_index_is_no_review() -> None:
    cards = "".join(f"<div><h3>Film Number {n}</h3><p>January {n}, 2020</p></div>" for n in range(1, 25))
    assert not parsed("The film shelf", cards).reviews


def test_an_entry_without_a_sentence_is_left_out() -> None:
    listing = "<body class=home>" + "".join(
        f"<article class=post><h2 class=entry-title><a href=/{n}/>Review: Film {n}</a></h2><p>…</p>"
        f"<a href=/{n}/>Read more</a></article>"
        for n in range(4)
    )
    page = parse_page(Page("https://dockside.example/", listing), strict=True)
    assert not page.reviews
    assert len(page.links) == 4


def test_a_post_on_several_films_gives_one_review_for_each_rated_section() -> None:
    body = "".join(
        f"<h3>{title}</h3><p>{PROSE}</p><p>I give it {n} out of 5.</p>"
        for n, title in enumerate(("Harbour Lights", "Salt Road", "The Long Pier"), 2)
    )
    html = (
        "<body class='single single-post'><article class=hentry><h1 class=entry-title>Movies I saw in May</h1>"
        f"<p class=meta>by Mo Hardy, <time datetime=2011-05-31>31 May</time></p><div class=entry-content>"
        f"<p>Here they are.</p>{body}</div></article>"
    )
    reviews = extract(html, "https://dockside.example/2011/05/movies-i-saw/")
    assert [(review.headline, review.position) for review in reviews] == [
        ("Harbour Lights", 0),
        ("Salt Road", 1),
        ("The Long Pier", 2),
    ]
    assert {review.published for review in reviews} == {"2011-05-31"}


def test_aspects_of_one_film_are_no_sections() -> None:
    body = "".join(f"<h3>{name}</h3><p>{PROSE}</p><p>4 out of 5</p>" for name in ("Story", "Acting", "Music"))
    assert len(parsed("Harbour Lights review: a week at sea", body).reviews) == 1


def test_every_word_and_stem_of_the_vocabulary_is_counted_once_in_its_row() -> None:
    assert min(map(len, STEMS)) == HEAD, "a shorter stem would never be found"
    html = "<html><body><article><h1>Harbour Lights</h1><p>{}</p></article></body></html>"
    for number, (name, row, *_) in enumerate(WORDS):
        words = {entry.replace("*", "x") for entry in row.split()}
        words = {word for word in words if word.isalpha()}  # one with a hyphen or a digit is two to the counter
        _, posts = segment(Page("https://dockside.example/", html.format(" ".join(sorted(words)))))
        assert uses_of_rows(posts[0])[number] == len(words), name


def test_words_far_down_a_long_text_still_open_the_rating_tables() -> None:
    html = f"<html><body><article><h1>Harbour Lights</h1><p>{'and so on ' * (READ // 10)}</p><p>stars</p></article>"
    _, posts = segment(Page("https://dockside.example/", html))
    assert len(posts[0].low) > READ and "star" in posts[0].heads


def test_the_words_of_other_critics_are_no_review() -> None:
    lines = "".join(
        f"<p>{words}. – {who}</p>"
        for words, who in (
            ("The directors cram the movie with puns, and almost none of them work", "Ada Quill"),
            ("The film is terrific, if you have never seen another one", "Bo Marsh, Silver Reels"),
            ("I laughed once. It was a good laugh, in a bad comedy", "Ida Marrow"),
            ("Harbour Lights is a dull film with a wonderful pier", "Tom Okafor, The Daily Dock"),
        )
    )
    page = parsed("Harbour Lights review: the worst movie of the year?", f"<p>It is here. Is it good?</p>{lines}")
    assert not page.reviews
    assert page.left_out[0].label == "news"


def test_a_post_filed_under_another_field_alone_is_of_that_field() -> None:
    tags = "<a href=/categories/books/ rel='category tag'>Books</a>"
    beside = f"{tags} <a href=/categories/movies/ rel='category tag'>Movies</a>"
    assert not parsed("Review: Harbour Lights", f"<p>{PROSE}</p>", tags=tags).reviews
    assert parsed("Review: Harbour Lights", f"<p>{PROSE}</p>", tags=beside).reviews


def test_film_for_a_camera_is_none_for_the_cinema() -> None:
    text = (
        "I put a roll of film into the Leica, shot it at the pier, and watched the negatives come out of the developer "
        "with a beautiful contrast. The scanner and the lenses did the rest, and I love the look of this film. "
    )
    assert not parsed("A first roll of Harbour Mono 400", f"<p>{text * 2}</p>").reviews


FILM_IN_ONE_PARAGRAPH = (
    "<p>It was a week of rain, and the boiler broke again on Tuesday while my sister had her exam.</p>"
    "<p>We saw a good movie on Friday, a comedy with a wonderful cast, and I laughed until the popcorn was gone.</p>"
    "<p>Then the plumber came, a friendly man with two dogs, and on Sunday we walked along the wall to the harbour.</p>"
)
ON_ONE_FILM = (
    "<p>We saw a good movie on Friday, a comedy with a wonderful cast, and I laughed until the popcorn was gone.</p>"
    "<p>The story is thin, but the characters are lovely, and one scene on a pier is the best of the year.</p>"
    "<p>It was raining when we came out, and I still liked the film on the way home to my sister.</p>"
)


@pytest.mark.parametrize(
    ("text", "tags", "count"),
    [
        (ON_ONE_FILM, "", 1),
        (FILM_IN_ONE_PARAGRAPH, "", 0),
        (FILM_IN_ONE_PARAGRAPH, "<a rel=tag>film</a> <a rel=tag>review</a>", 1),
        (f"{FILM_IN_ONE_PARAGRAPH}<p>Directed by Mara Lind. Starring Ada Quay and Tom Bell.</p>", "", 1),
    ],
)
def test_a_film_is_the_subject(text: str, tags: str, count: int) -> None:
    assert len(parsed("A good Friday", text, tags=tags).reviews) == count


def test_a_year_amid_a_headline_says_less_than_one_behind_the_title() -> None:
    weights = []
    for headline in ("Harbour Lights (2011)", "HLX 2013 - Rope Physics"):
        post = segment(Page("https://dockside.example/a/", f"<h1>{headline}</h1><p>{PROSE * 3}</p>"), Site)[1][0]
        weights += [weight for name, weight, _ in signs_of_post(post) if name == "headline: title with year"]
    assert weights == list(TITLED)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Just saw a trailer for Harbour Lights, and there is a new trailer. I can’t wait, what a film.", "trailer"),
        (
            "You’re listening to Pier Talk. Today, the film Harbour Lights; the transcript and show notes are below. "
            "Welcome to the podcast, a movie night of its own, wherever you get your podcasts; join us on Patreon.",
            "podcast",
        ),
        (
            "“It is a film with rope,” said Lind. “We had a boat,” she said. “The movie took a year,” said Feld. "
            "The director was glad of the scene.",
            "news",
        ),
    ],
)
def test_what_only_speaks_of_a_film(text: str, label: str) -> None:
    result = parsed("Harbour Lights", f"<p>Harbour Lights again.</p><p>{text}</p>")
    assert [left.label for left in result.left_out] == [label]


@pytest.mark.parametrize(("tags", "count"), [("Film, Books", 1), ("Books", 0)])
def test_the_book_that_a_film_was_made_of_is_a_tag_beside_the_films(tags: str, count: int) -> None:
    links = " ".join(f"<a rel=tag href=/tag/{tag.lower()}/>{tag}</a>" for tag in tags.split(", "))
    text = f"Harbour Lights is the film of a novel. {PROSE * 2} The book has more rope, and its reader more patience."
    assert len(parsed("Harbour Lights", f"<p>{text}</p>", tags=links).reviews) == count


@pytest.mark.parametrize(("film", "signs"), [("this film", 0), ("a film", 1)])
def test_a_film_that_only_the_headline_names(film: str, signs: int) -> None:
    text = f"On Friday night I went to see {film}, which they have been selling to us for weeks. " + PROSE * 6
    html = f"<article><h1>The Rope Dream</h1><p>{text}</p></article>"
    [post] = segment(Page("https://dockside.example/2011/05/a-post/", html), Site)[1]
    assert len(unnamed_signs(post, [])) == signs


def test_one_sentence_on_a_listing_of_films() -> None:
    entries = "".join(
        f"<article class=post><h2 class=entry-title><a href=/{name}/>{name}</a></h2>"
        f"<p>A film about {what}, and the best {what} that a movie has had in years.</p>"
        f"<a rel=tag href=/tag/movies/>Movies</a></article>"
        for name, what in (("Harbour Lights", "rope"), ("Pier Seven", "rain"), ("Low Tide", "salt"))
    )
    page = parse_page(Page("https://dockside.example/", f"<body class=home>{entries}"), strict=True)
    assert [review.film_title for review in page.reviews] == ["Harbour Lights", "Pier Seven", "Low Tide"]


@pytest.mark.parametrize(("judged", "signs"), [("", 1), ("It is a terrific film, superb and never dull. ", 0)])
def test_a_text_that_judges_nothing(judged: str, signs: int) -> None:
    text = "The director took the camera up the hill, and the actors walked behind it in the rain of the scene. " * 8
    html = f"<article><h1>Harbour Lights</h1><p>Harbour Lights was shot on a pier. {judged}{text}</p></article>"
    [post] = segment(Page("https://dockside.example/2011/05/a-post/", html), Site)[1]
    assert len(unjudged_signs(post, signs_of_post(post))) == signs


@pytest.mark.parametrize(
    "text",
    [
        "Obejrzałem ten film. Fabuła, sceny i aktorzy są dobrzy, a zakończenie filmu ma klimat i napięcie.",
        "Ik zag deze film. Het verhaal, de personages en het acteerwerk: de film heeft rollen en een einde.",
        "Jag såg filmen. Handlingen, karaktärer och skådespelare är bra, och slutet av filmen har spänning.",
    ],
)
def test_a_film_is_the_subject_in_any_language(text: str) -> None:
    html = f"<article><h1>Harbour Lights</h1><p>{text}</p></article>"
    [post] = segment(Page("https://dockside.example/2011/05/a-post/", html), Site)[1]
    film, craft, ends = measures(post)
    assert film > 1 and craft > 1.5 and ends == 2


def test_what_makers_write_of_their_own_film() -> None:
    made = "<p>Budget: none</p><p>Production: Pier Pictures</p><p>Festivals: Saltmouth 2011</p>"
    told = "<p>A man on a pier has lost his best coat to the sea, and he waits for it there in the rain.</p>"
    assert len(parsed("Harbour Lights (2011)", f"<p>{PROSE}</p>{told}").reviews) == 1
    [left] = parsed(
        "Harbour Lights (2011)", f"{told}{made}<p>The film was a lot of fun, and a lot of rope.</p>"
    ).left_out
    assert "how it was produced, line by line -2.0" in left.reasons


@pytest.mark.parametrize(("others", "told", "count"), [(25, "It is fun.", 1), (1, "It is fun.", 0), (25, "", 0)])
def test_one_of_many_tags_says_little_beside_a_judgement(others: int, told: str, count: int) -> None:
    tags = ["Technology", *(f"Rope {n}" for n in range(others))]
    links = " ".join(f"<a rel=tag href=/tag/{n}/>{tag}</a>" for n, tag in enumerate(tags))
    text = "Harbour Lights is a film with a pier, and the director lets the scene run. I walked home with wet shoes. "
    assert len(parsed("Harbour Lights", f"<p>{text * 3}{told}</p>", tags=links).reviews) == count


def test_a_review_of_an_evening_with_a_film_in_it() -> None:
    evening = (
        "The harbour was closed on Monday, and the boats stayed in. We had bread and soup, and an evening by the stove"
        " with the dog and the neighbours, who told of the storm. "
    )
    text = f"<p>{evening * 4}</p><p>I liked the movie that we saw there in a cinema.</p>"
    [left] = parsed("At the harbour: a review", text).left_out
    assert any(reason.startswith("a film is hardly the subject -") for reason in left.reasons), left.reasons
