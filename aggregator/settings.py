"""Settings of the crawl and of the operator: the only reader of environment variables."""

from __future__ import annotations

import os
from pathlib import Path

from aggregator import __version__


class SettingsError(ValueError):
    """An environment variable that cannot be understood."""


def _number(name: str, default: float, least: float, most: float, unit: str) -> float:
    """The variable as a number of a unit; raises SettingsError where it is none, or out of bounds."""
    text = os.environ.get(name, "").strip()
    try:
        number = float(text) if text else default
    except ValueError:
        raise SettingsError(f"{name}={text!r} is no number of {unit}") from None
    if not least <= number <= most:
        raise SettingsError(f"{name}={text!r} is not between {least:g} and {most:g} {unit}")
    return number


def _one_of(name: str, words: tuple[str, ...]) -> str:
    """The variable as one of some words, the first by default; raises SettingsError where it is another."""
    word = os.environ.get(name, "").strip().lower() or words[0]
    if word not in words:
        raise SettingsError(f"{name}={word!r} is none of {', '.join(words)}")
    return word


def _reachable(name: str) -> str:
    """The variable as where somebody can be reached; raises SettingsError where it is neither address nor URL."""
    text = os.environ.get(name, "").strip()
    if text and (" " in text or not {"@", "."} & set(text)):
        raise SettingsError(f"{name}={text!r} is no URL or mail address")
    return text


def _names(name: str) -> tuple[str, ...]:
    """The variable as lower-case names, divided by commas."""
    return tuple(part.strip().lower() for part in os.environ.get(name, "").split(",") if part.strip())


_DATA = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "film-review-aggregator"

# What the operator sets.

DATABASE: str = os.environ.get("AGGREGATOR_DATABASE") or f"sqlite:///{_DATA / 'reviews.sqlite'}"
"""AGGREGATOR_DATABASE: any SQLAlchemy URL; by default an SQLite file in the user's data directory."""
DELAY: float = _number("AGGREGATOR_DELAY", 2.0, 0, 3600, "seconds")
"""AGGREGATOR_DELAY: seconds between two requests to one host."""
ALLOW_PRIVATE: tuple[str, ...] = _names("AGGREGATOR_ALLOW_PRIVATE")
"""AGGREGATOR_ALLOW_PRIVATE: hosts that may be crawled although their address is private; none by default."""
CONTACT: str = _reachable("AGGREGATOR_CONTACT")
"""AGGREGATOR_CONTACT: a URL or mail address of the operator, shown to every blog in the user agent."""
ARCHIVE: str = os.environ.get("AGGREGATOR_ARCHIVE", "").strip()
"""AGGREGATOR_ARCHIVE: directory of the WARC files; empty: beside the database; "off": pages are not kept."""
ARCHIVE_HOME: str = str(_DATA / "archive")
"""Where the pages of a database are kept that is no file."""
ARCHIVE_FORMAT: str = _one_of("AGGREGATOR_ARCHIVE_FORMAT", ("zstd", "gzip"))
"""AGGREGATOR_ARCHIVE_FORMAT: how they are compressed: zstd, or gzip, which older tools read."""
ARCHIVE_FILE_SIZE: int = int(_number("AGGREGATOR_ARCHIVE_FILE_SIZE", 256, 1, 100_000, "MB") * 1_000_000)
"""AGGREGATOR_ARCHIVE_FILE_SIZE: MB from which a new file is begun."""
CATALOG: str = os.environ.get("AGGREGATOR_CATALOG") or str(_DATA / "films.catalog")
"""AGGREGATOR_CATALOG: the film catalogue that `aggregator catalog import` builds; films are looked up in it."""
LEASES: str = os.environ.get("AGGREGATOR_LEASES") or str(_DATA / "hosts")
"""AGGREGATOR_LEASES: directory in which all runs on this machine agree who asks which host."""

# What Scrapy reads.

BOT_NAME = "film-review-aggregator"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
USER_AGENT = f"{BOT_NAME}/{__version__}" + (f" (+{CONTACT})" if CONTACT else "")

# Politeness: one request at a time to a host, robots obeyed under our own name.
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = BOT_NAME
CONCURRENT_REQUESTS = 8
DOWNLOADER = "aggregator.crawl.downloader.Downloader"
DOWNLOAD_DELAY = DELAY
COOKIES_ENABLED = False
RETRY_TIMES = 2
RETRY_HTTP_CODES = [408, 429, 500, 502, 503, 504, 522, 524]
RETRY_EXCEPTIONS = [
    "scrapy.exceptions.CannotResolveHostError",
    "scrapy.exceptions.DownloadConnectionRefusedError",
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.DownloadTimeoutError",
    "scrapy.exceptions.ResponseDataLossError",
    OSError,  # a compressed body that is empty
]
RETRY_GIVE_UP_LOG_LEVEL = "WARNING"
REDIRECT_MAX_TIMES = 8
METAREFRESH_MAXDELAY = 10

# Safety: http and https only, certificates verified, sizes and times bounded, no open ports.
DOWNLOAD_HANDLERS = dict.fromkeys(("data", "file", "ftp", "s3")) | dict.fromkeys(
    ("http", "https"), "aggregator.crawl.client.Client"
)
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 2 * DOWNLOAD_MAXSIZE  # a home page alone never makes Scrapy take no more
DOWNLOAD_TIMEOUT = 30
HTTPPROXY_ENABLED = False  # a proxy would resolve names where we cannot check the address
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
EXTENSIONS_BASE = {  # those two are not even imported: the second brings a whole web server along
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.logcount.LogCount": 0,
    "scrapy.extensions.memusage.MemoryUsage": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
    "scrapy.extensions.feedexport.FeedExporter": 0,
    "scrapy.extensions.logstats.LogStats": 0,
}

STATS_CLASS = "aggregator.crawl.counts.Counts"
ASYNCIO_EVENT_LOOP = "uvloop.Loop"  # a fifth off the cost of a request

# Order: posts are asked for, and stored, newest first.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
SCHEDULER_PRIORITY_QUEUE = "scrapy.pqueues.ScrapyPriorityQueue"
WARN_ON_GENERATOR_RETURN_VALUE = False  # it reads a callback's source again for each response
CONCURRENT_ITEMS = 1  # each more costs a task for each answer

SPIDER_MIDDLEWARES = {  # each costs a generator for every answer, and does nothing for us
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,
    "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # PrivateMiddleware refuses what is too long
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
}
DOWNLOADER_MIDDLEWARES = {  # a request passes them downwards, its answer upwards
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # a blog may redirect to its new host
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.stats.DownloaderStats": None,  # writes each request out to know its length
    "aggregator.crawl.robots.RobotsMiddleware": 100,
    "aggregator.crawl.middleware.UnchangedMiddleware": 540,
    "aggregator.crawl.keeping.ArchiveMiddleware": 545,  # before Unchanged stops what is as it was
    "aggregator.crawl.politeness.PolitenessMiddleware": 560,
    "aggregator.crawl.middleware.WallMiddleware": 570,
    "aggregator.crawl.private.PrivateMiddleware": 580,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "aggregator.crawl.middleware.RefreshMiddleware": 585,
}
ITEM_PIPELINES = {"aggregator.crawl.pipeline.IngestPipeline": 300}

FEED_EXPORT_ENCODING = "utf-8"
LOG_LEVEL = "INFO"
LOG_DATEFORMAT = "%H:%M:%S"
