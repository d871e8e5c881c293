"""The bottom line: labelled, in a box, or the part of the text that does the job; and what only stands at the end."""

from __future__ import annotations

import pytest

from aggregator.extract import collect
from aggregator.extract.segment import segment
from aggregator.parse import settle
from aggregator.records import Page, Review
from aggregator.site import Site

PLOT = (
    "<p>Two people float over the night side of the world and try to get home. The camera goes where they go, and for "
    "long stretches nobody in the row before me moved, ate or looked at a telephone.</p>"
    "<p>She plays it with her breath and her shoulders, and he with his voice. It is not a film of many words, and the "
    "ones that it has are the least of it, but the sound of the first ten minutes will stay with me.</p>"
)
LINE = "A small miracle of a film, and best seen from the front row."
LAST = f"<p>{LINE}</p>"


def review(body: str, *, lang: str = "en") -> Review:
    html = (
        f"<html lang={lang}><head><title>Gravity (2013)</title></head><body><article class=post>"
        f"<h1 class=entry-title>Gravity (2013)</h1><div class=entry-content>{body}</div></article></body></html>"
    )
    post = segment(Page("https://blog.example/gravity/", html), Site)[1][0]
    return settle(post, collect(post, strict=True), Site)


ENDED = [
    "Verdict: {} 4/5",
    "Verdict: {} My rating: 7.5 / 10.",
    "<b>Verdict:</b> {} <b>★★★★</b>",
    "Overall, {} 4 out of 5 stars.",
]


@pytest.mark.parametrize("line", ENDED)
def test_a_rating_that_ends_the_verdict_is_no_part_of_it(line: str) -> None:
    verdict = review(PLOT + f"<p>{line.format(LINE)}</p>").verdict
    assert verdict is not None
    assert verdict.text.endswith(LINE)


LABELLED = [  # the page, the label, and how the verdict begins
    (PLOT + "<p>tl;dr - Must watch</p>", "tl;dr", "Must watch"),
    (PLOT + f"<p><b>Verdict:</b> {LINE}</p>", "Verdict", LINE),
    (PLOT + f"<p><b>Verdict</b> {LINE}</p>", "Verdict", LINE),
    (PLOT + f"<p>Final Thoughts: {LINE}</p>", "Final Thoughts", LINE),
    (PLOT + f"<p><strong>Bottom line</strong> – {LINE}</p>", "Bottom line", LINE),
    (PLOT + f"<h2>Verdict</h2>{LAST}", "Verdict", LINE),
    (PLOT + f"<h3>Final thoughts</h3>{LAST}<p>4/5</p>", "Final thoughts", LINE),
    (PLOT + f"<p><strong>Conclusion</strong></p>{LAST}", "Conclusion", LINE),
    (PLOT + f"<p>The Verdict:</p>{LAST}", "The Verdict", LINE),
    (PLOT + f"<h2>Verdict</h2><p>4/5</p>{LAST}", "Verdict", LINE),
    (PLOT + f"<h2>Gravity: The Verdict</h2>{LAST}", "The Verdict", LINE),
    (PLOT + f"<p>VERDICT {LINE}</p>", "VERDICT", LINE),
    (PLOT + f"<p>Final Thoughts: {LINE}</p><p>4.5 out of 5 reels</p><p>Thoughts on this film?</p>",
     "Final Thoughts", LINE),
    (f"<p>Verdict: {LINE}</p>" + PLOT, "Verdict", LINE),
    (PLOT + f"<div class=review-summary>{LINE}</div>", None, LINE),
    (PLOT + f"<div class=verdict><h4>Verdict</h4><p>{LINE}</p></div>", "Verdict", LINE),
    (PLOT + f"<div class=bottom-line>{LINE}</div><p>Thanks for reading, and see you on Friday at the usual place.</p>",
     None, LINE),
    (PLOT + f"<p>Overall: {LINE}</p>", "Overall", LINE),
    (PLOT + f"<h2>Is it worth watching?</h2>{LAST}", "Is it worth watching", LINE),
]  # fmt: skip

IN_OTHER_LANGUAGES = [
    ("de", "Fazit", "Ein kleines Wunder, das man in der ersten Reihe sehen sollte."),
    ("fr", "En résumé", "Un petit miracle, à voir du premier rang et si possible deux fois."),
    ("es", "Veredicto", "Un pequeño milagro que hay que ver desde la primera fila del cine."),
    ("it", "In conclusione", "Un piccolo miracolo da vedere dalla prima fila, e se si può due volte."),
    ("pt", "Veredito", "Um pequeno milagre que se deve ver da primeira fila do cinema."),
    ("nl", "Conclusie", "Een klein wonder dat je vanaf de eerste rij moet zien."),
    ("pl", "Podsumowanie", "Mały cud, który najlepiej oglądać z pierwszego rzędu."),
]

UNLABELLED = [
    PLOT + LAST,
    PLOT + f"<p>{LINE}</p><p>4/5</p>",
    PLOT + f"<p>{LINE}</p><p>★★★★</p><p>What did you think of it?</p>",
    PLOT + f"<p>{LINE}</p><p>Have you seen it? Let me know in the comments below.</p>",
    PLOT + f"<p>{LINE}</p><p>Rating: B+</p><p>Thanks for reading!</p>",
    PLOT + f"<p>{LINE}</p><p>Tags: space, survival, debris</p>",
    PLOT + f"<p>{LINE}</p><p>Image source: the distributor</p>",
    PLOT + f"<p>{LINE}</p><ul><li><a href=/a>Elysium</a></li><li><a href=/b>Moon</a></li></ul>",
    PLOT + f"<p>{LINE}</p><p>Directed by: Alfonso Cuarón</p><p>Starring: Sandra Bullock</p>",
    PLOT + f"<p>{LINE}</p><h3>Trailer</h3>",
    PLOT + f"<p>{LINE}</p><div class=sharedaddy>Share this: a very long list of places to share it on.</div>",
    PLOT + f"<p>{LINE}</p><div class=related-posts><p>Elysium is a film that wants to say something too.</p></div>",
    PLOT + f"<p>{LINE}</p><div class=comments><p>I did not like it one bit, I must say, and I left.</p></div>",
    PLOT + f"<p>{LINE}</p><p>Originally posted on another site of mine.</p>",
    PLOT + f"<p>{LINE}</p><p>Next review: Elysium »</p>",
    PLOT + f"<p>{LINE}</p><p>Mo Hardy is a film critic and the author of two books on piers.</p>",
    PLOT + f"<p>{LINE}</p><p>One more thing: the popcorn at the quay is salted again.</p>",
]  # fmt: skip

CUT = [  # a body, what the verdict holds, and what it does not
    (PLOT + "<p>Overall, this is one for the ages. I shall go again on Friday.</p><p>The cinema was the old one on the "
     "quay, and it has new seats.</p>", "Overall, this is one", "new seats"),
    (PLOT + f"<h2>Verdict</h2>{LAST}<p>4/5</p>", LINE, "4/5"),
    (PLOT + f"<h2>Verdict</h2>{LAST}<h2>Cast</h2><p>Sandra Bullock and nobody else that matters.</p>", LINE, "Bullock"),
    (PLOT + f"<p>Verdict: {LINE}</p>", LINE, "Verdict"),
    (PLOT + "<p>Verdict: " + "It is long and good. " * 60 + "</p>", "It is long and good", "§"),
    (PLOT + "<p>" + "Then there is the matter of the fire extinguisher, which I liked. " * 20
     + "All in all, a small miracle of a film.</p>", "All in all, a small miracle of a film.", "extinguisher"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "label", "begins"), LABELLED)
def test_labelled(body: str, label: str | None, begins: str) -> None:
    verdict = review(body).verdict
    assert verdict is not None
    assert (verdict.label, verdict.explicit, verdict.text[: len(begins)]) == (label, True, begins)


@pytest.mark.parametrize(("language", "label", "text"), IN_OTHER_LANGUAGES)
@pytest.mark.parametrize("shape", ["<p><b>{}:</b> {}</p>", "<h2>{}</h2><p>{}</p>"])
def test_labelled_in_other_languages(language: str, label: str, text: str, shape: str) -> None:
    verdict = review(PLOT + shape.format(label, text), lang=language).verdict
    assert verdict is not None
    assert (verdict.label, verdict.text) == (label, text)


AFTER = [  # what may stand below the bottom line
    "<blockquote><p>It is a fine film about fine people, wrote my sister on a card to my aunt.</p></blockquote>",
    "<h3>2 Comments</h3><p>Great film, I have seen it twice and I would go again.</p>",
    "<p>SPOILERS AHEAD</p><p>He is dead from the first shot on, and what we see is what he would have said.</p>",
    "<h2>Spoilers</h2><ul><li>The helmet in the first scene is the one in the last.</li></ul>",
    "<a href=/author/ada><h2>Ada Quill</h2></a><p>Opinionated, verbose and generally pedantic. Loves horror.</p>",
    "<p>Update 2018: The director has said in an interview that the ending is what it looks like.</p>",
    "<p>If you have seen it already go read <a href=/b>The Harbour was awesome and I loved it</a>.</p>",
    "<p>P.S. The book is in the library again, thank you all for asking.</p>",
    "<p>Gravity is now available on three platforms and for rent in our library.</p>",
    "<p>Special shout out to the ushers, who found my scarf.</p>",
]


@pytest.mark.parametrize("after", AFTER)
def test_what_stands_below_the_bottom_line(after: str) -> None:
    line = "Highly recommended, and best seen from the front row."
    verdict = review(f"{PLOT}{LAST}<p>{line}</p>{after}").verdict
    assert verdict is not None
    assert verdict.text == line


ENDS = [  # what ends a text and judges nothing, where no opening announces the bottom line
    "<p>Finally, as a side note for film fans, watch the credits for the name of the projectionist's cat.</p>",
    "<p>Producción: Ada Quill, Bea Marsh, Cleo Thorn, Dora Vance, y la Filmoteca de la ciudad del puerto.</p>",
    "<p>I rated this movie 8/10.</p>",
    "<p>And now to the next film of the year that I saw in the old house by the river:</p>",
]
ENDS += [
    "<p>Thanks so much for stopping by this week, and see you for the next of my film reviews!</p>",
    "<p>That's it for this week's film, my friends, and be good to each other out there.</p>",
    "<p>Until then, keep watching good films and keep your popcorn dry.</p>",
    "<p>Rita is a film student from the harbour town with a weakness for bad puns.</p>",
    "<p>I’m Rita, a thirty-something film lover who writes about what she has seen.</p>",
    "<p>This review was written for a blogathon on films about space and the people in it.</p>",
    "<p>Gravity opens in cinemas on Friday and is a film that you can find on other services.</p>",
    "<p>Next week I'll look at another film from the same shelf, so watch this space.</p>",
]
SIGNED_OFF = [  # language, the bottom line, and what ends the text
    (
        "de",
        "Es ist ein warmer und kluger Film über zwei Menschen in einem Boot, der seine Tränen verdient.",
        "Vielen Dank an den Verleih für die Einladung zu diesem Film.",
    ),
    (
        "de",
        "Es ist ein warmer und kluger Film über zwei Menschen in einem Boot, der seine Tränen verdient.",
        "Der Film läuft ab dem 4. Mai in den deutschen Kinos.",
    ),
    (
        "fr",
        "C’est un film chaleureux et drôle sur deux personnes dans un bateau, qui mérite ses larmes.",
        "Le film sort en salles le 4 mai et puis en DVD.",
    ),
    (
        "fr",
        "C’est un film chaleureux et drôle sur deux personnes dans un bateau, qui mérite ses larmes.",
        "Merci d’avoir lu ce billet sur un film de plus.",
    ),
    (
        "es",
        "Es una película cálida y divertida sobre dos personas en un barco que se gana sus lágrimas.",
        "La película se estrena el 4 de mayo en cines.",
    ),
    (
        "it",
        "È un film caldo e divertente su due persone in una barca che si merita le sue lacrime.",
        "Il film esce nelle sale il 4 maggio e poi in streaming.",
    ),
    (
        "pt",
        "É um filme caloroso e divertido sobre duas pessoas num barco, que merece as suas lágrimas.",
        "O filme estreia nos cinemas no dia 4 de maio.",
    ),
    (
        "nl",
        "Het is een warme en grappige film over twee mensen in een boot, die zijn tranen verdient.",
        "De film draait vanaf 4 mei in de bioscoop.",
    ),
]


@pytest.mark.parametrize(("lang", "line", "end"), SIGNED_OFF)
def test_what_signs_off_a_text(lang: str, line: str, end: str) -> None:
    assert review(f"<p>{line}</p><p>{end}</p>", lang=lang).verdict.text == line


@pytest.mark.parametrize("end", ENDS)
def test_what_ends_a_text_and_judges_nothing(end: str) -> None:
    assert review(f"{PLOT}{LAST}{end}").verdict.text == LINE


def test_advice_with_an_apostrophe() -> None:
    end = "<p>The man in the row before me saw the scene with the helmet twice, once on the way out.</p>"
    line = "Don’t miss the last ten minutes."
    assert review(f"<p>Gravity is a wonderful film about two people.</p>{PLOT}{end}<p>{line}</p>").verdict.text == line


def test_no_line_is_joined_across_a_heading() -> None:
    verdict = review(f"{PLOT}<h2>My rating</h2><p>I rated it four of five.</p>").verdict
    assert verdict is None or "telephone" not in verdict.text


def test_all_that_a_heading_stands_above_is_the_verdict() -> None:
    verdict = review(f"{PLOT}<h2>Final thoughts</h2>{LAST}<p>If you like space, this is for you.</p>").verdict
    assert verdict is not None
    assert verdict.text == f"{LINE} If you like space, this is for you."


@pytest.mark.parametrize("body", UNLABELLED)
def test_unlabelled(body: str) -> None:
    verdict = review(body).verdict
    assert verdict is not None
    assert (verdict.text, verdict.explicit, verdict.label) == (LINE, False, None)


@pytest.mark.parametrize(
    "said",
    [
        "Gravity is a wonderful film about the distance between two people.",
        "Gravity, the third of its kind this year, is by far the best of them.",
        "Sadly, <em>Gravity</em> (2013) was a dull and tiresome thing.",
    ],
)
def test_what_the_text_says_of_the_film_by_its_title(said: str) -> None:
    end = "<p>The man in the row before me saw the scene with the helmet twice, once on the way out.</p>"
    assert review(f"<p>{said}</p>{PLOT}{end}").verdict.text == said.replace("<em>", "").replace("</em>", "")
    advice = "Highly recommended, and best seen from the front row."
    assert review(f"<p>{said}</p>{PLOT}<p>{advice}</p>").verdict.text == advice


def test_what_stands_under_the_heading_of_the_plot_is_no_verdict() -> None:
    plot = "<h2>Synopsis</h2><p>A keeper of a lighthouse is sent a bad letter that nobody has written.</p>"
    assert review(f"{plot}<h2>My Review</h2><p>I rated this movie 8/10.</p>").verdict is None
    assert review(f"{PLOT}{LAST}{plot}<h2>Rating</h2><p>8/10</p>").verdict.text == LINE


@pytest.mark.parametrize(("body", "holds", "not_"), CUT)
def test_no_more_than_the_bottom_line(body: str, holds: str, not_: str) -> None:
    verdict = review(body).verdict
    assert verdict is not None
    assert holds in verdict.text
    assert not_ not in verdict.text
    assert len(verdict.text.split()) <= 111


def test_a_label_that_only_gives_a_rating_is_no_verdict() -> None:
    verdict = review(PLOT + f"{LAST}<p>Verdict: 4/5</p>").verdict
    assert verdict is not None
    assert (verdict.text, verdict.explicit) == (LINE, False)


def test_an_excerpt_has_no_bottom_line_unless_one_is_labelled() -> None:
    entry = (
        "<article class='post hentry'><h2 class=entry-title><a href=/{0}/>{0} (2013)</a></h2><div class=entry-summary>"
        "<p>{1} [...]</p><a class=more-link href=/{0}/>Continue reading</a></div></article>"
    )
    texts = [f"Verdict: {LINE}", *["It begins with a train, and a girl who has lost her ticket to the coast."] * 3]
    body = "".join(
        entry.format(name, text) for name, text in zip(("gravity", "moon", "solaris", "her"), texts, strict=True)
    )
    posts = segment(Page("https://blog.example/", f"<html><body><main>{body}</main></body></html>"), Site)[1]
    assert [post.complete for post in posts] == [False] * 4
    found = [settle(post, collect(post, strict=True), Site).verdict for post in posts]
    assert [verdict is not None for verdict in found] == [True, False, False, False]


def test_a_summary_above_another_heading_tells_the_plot() -> None:
    plot = "<h2>Summary</h2><p>A keeper of a lighthouse is sent a letter that nobody has written.</p>"
    assert review(f"{plot}<h2>My Review</h2>{PLOT}{LAST}").verdict.text == LINE
    assert review(f"{PLOT}<h2>Summary</h2>{LAST}").verdict.label == "Summary"
