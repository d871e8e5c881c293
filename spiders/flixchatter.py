"""FlixChatter: whole posts one after another, reviews rated in reels among essays, recaps and questions."""

from aggregator.crawl.spider import BlogSpider


class FlixChatter(BlogSpider):
    name = "flixchatter"
    home = "https://flixchatter.net/"
    language = "en"
    platform = "wordpress"
    scale = "0-5"
