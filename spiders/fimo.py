"""FIMO: films and music, of a recording school; its reviews are one category among news and features."""

from aggregator.crawl.spider import BlogSpider


class Fimo(BlogSpider):
    name = "fimo"
    home = "https://mimo.recordingconnection.com/fimo-home/"
    listing = "archive"
    archive = "/category/film/film-reviews/"
    language = "en"
    platform = "wordpress"
