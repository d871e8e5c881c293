"""The Scrapy door: from a home URL to pages, politely."""
