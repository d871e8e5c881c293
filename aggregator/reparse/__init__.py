"""The archive read again with today's parser, and reviews taken in from the WARC files of any crawler."""

from aggregator.reparse.differences import Differences, FieldDifference
from aggregator.reparse.run import Report, reparse, take_in

__all__ = ["Differences", "FieldDifference", "Report", "reparse", "take_in"]
