"""A blog never seen before: `scrapy crawl any -a home=URL`."""

from aggregator.crawl.spider import BlogSpider


class Any(BlogSpider):
    name = "any"
