"""The bottom line of a review."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aggregator.values.text import fold, sentences, squash


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentence or paragraph that does the job of a bottom line."""

    text: str
    explicit: bool = False  # a label or heading marks it
    label: str | None = None  # that label: "Final Thoughts"


# Language -> labels and headings that mark the bottom line (folded), the surest first.
VERDICT_LABELS = {
    "en": (
        "verdict", "the verdict", "final verdict", "our verdict", "my verdict", "the final verdict", "verdict in brief",
        "final thoughts", "final thought", "my final thoughts", "closing thoughts", "concluding thoughts",
        "bottom line", "the bottom line", "final word", "final words", "the final word", "last word", "the last word",
        "conclusion", "conclusions", "in conclusion", "the conclusion", "final judgement", "final judgment",
        "final analysis", "final assessment", "final impression", "final impressions", "final say",
        "overall", "overall thoughts", "overall impression", "overall impressions", "overall verdict",
        "in short", "in a nutshell", "in brief", "in summary", "to sum up", "to summarize", "to summarise", "summing up",
        "in sum", "the takeaway", "takeaway", "my take", "the short version", "the long and short of it",
        "long story short", "tl dr", "tldr", "tl dr version", "final take", "the wrap up", "wrap up", "wrapping up",
        "should you see it", "should you watch it", "is it worth watching", "worth watching", "worth seeing",
        "worth a watch", "recommendation", "would i recommend it", "who should see it", "review summary", "the upshot",
        "the lowdown", "one line review", "final reel", "parting thoughts", "parting shot", "all in all", "summary",
    ),
    "de": (
        "fazit", "unser fazit", "mein fazit", "das fazit", "kurzfazit", "filmfazit", "gesamtfazit", "schlussfazit",
        "urteil", "das urteil", "mein urteil", "unser urteil", "gesamturteil", "schlusswort", "resumee", "resume",
        "abschliessend", "unterm strich", "kurz und gut", "kurz gesagt", "zusammenfassung", "zusammenfassend",
        "alles in allem", "schlussgedanke", "gesamteindruck", "abschliessende gedanken", "bewertung und fazit",
    ),
    "fr": (
        "verdict", "le verdict", "notre verdict", "mon verdict", "bilan", "le bilan", "mon bilan", "conclusion",
        "en conclusion", "pour conclure", "en resume", "en bref", "bref", "en un mot", "le mot de la fin",
        "mot de la fin", "l avis", "mon avis", "notre avis", "l avis final", "avis final", "ce qu il faut retenir",
        "en somme", "au final",
    ),
    "es": (
        "veredicto", "el veredicto", "mi veredicto", "nuestro veredicto", "veredicto final", "conclusion",
        "conclusiones", "la conclusion", "en conclusion", "conclusion final", "en definitiva", "en resumen", "resumen",
        "resumiendo", "lo mejor y lo peor", "valoracion final", "opinion final", "reflexion final", "en pocas palabras",
        "para concluir", "en suma", "en sintesis",
    ),
    "it": (
        "verdetto", "il verdetto", "verdetto finale", "conclusioni", "conclusione", "in conclusione", "giudizio",
        "giudizio finale", "il giudizio", "in sintesi", "in breve", "commento finale", "considerazioni finali",
        "giudizio complessivo", "tirando le somme", "in definitiva", "il nostro giudizio",
    ),
    "pt": (
        "veredito", "o veredito", "veredicto", "veredito final", "conclusao", "em conclusao", "concluindo",
        "consideracoes finais", "resumindo", "em resumo", "em suma", "resumo da opera", "no fim das contas",
        "palavras finais", "balanco final", "saldo final", "em poucas palavras",
    ),
    "nl": (
        "conclusie", "de conclusie", "oordeel", "het oordeel", "ons oordeel", "eindoordeel", "eindconclusie", "verdict",
        "slotwoord", "tot slot", "samengevat", "samenvatting", "kortom", "slotsom", "al met al",
    ),
    "pl": (
        "podsumowanie", "podsumowujac", "werdykt", "ocena koncowa", "wnioski", "wniosek", "slowem podsumowania",
        "na koniec", "konkluzja", "krotko mowiac", "reasumujac", "slowo koncowe",
    ),
    "sv": (
        "slutsats", "slutsatsen", "omdome", "slutomdome", "sammanfattning", "sammanfattningsvis", "slutord", "betyg och omdome",
        "utlatande", "domen", "kort sagt",
    ),
    "da": ("konklusion", "konklusionen", "dom", "dommen", "opsummering", "samlet vurdering", "kort sagt", "alt i alt"),
    "no": ("konklusjon", "konklusjonen", "dommen", "oppsummering", "oppsummert", "samlet vurdering", "kort sagt", "alt i alt"),
    "fi": ("yhteenveto", "loppupaatelma", "lopuksi", "tuomio", "johtopaatos", "loppusanat", "loppuarvio"),
    "cs": ("verdikt", "zaver", "zaverem", "shrnuti", "celkove hodnoceni", "zaverecne hodnoceni"),
    "hu": ("osszegzes", "itelet", "vegszo", "osszefoglalas", "osszegezve"),
    "ro": ("concluzie", "concluzii", "verdict", "in concluzie", "verdictul"),
    "tr": ("sonuc", "sonuc olarak", "karar", "son soz", "ozetle", "son sozler", "kisacasi"),
    "id": ("kesimpulan", "kesimpulannya", "penutup", "verdict", "kata akhir", "intinya"),
    "ca": ("conclusio", "conclusions", "veredicte", "en conclusio", "en resum", "resumint", "valoracio final"),
    "ru": ("вердикт", "итог", "итоги", "вывод", "выводы", "заключение", "резюме", "в итоге"),
}
_KEYS = {label: weight for row in VERDICT_LABELS.values() for weight, label in enumerate(row)}


def split_label(text: str) -> tuple[str | None, str]:
    """The verdict label that a text opens with, and what follows; (None, text) if it opens with none."""
    return None, text


def opens_bottom_line(text: str, language: str | None = None) -> bool:
    """Whether a paragraph opens as a bottom line does."""
    return False


def trim_verdict(text: str) -> str:
    """At most a few sentences of a bottom line."""
    return squash(text)
