"""The browser's and the programmer's door: pages, their JSON twins, and the API under /api/v1."""

from aggregator.web.app import create_app, run_on

__all__ = ["create_app", "run_on"]
