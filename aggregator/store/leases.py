"""Who may ask which host, agreed by all machines that crawl into one PostgreSQL database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine, inspect, text

from aggregator.store.engine import address_of, engine_for, plain_errors

NOW = "extract(epoch FROM clock_timestamp())"
"""The server's clock: those of the machines may differ."""
TAKE = f"""
    INSERT INTO host_lease (host, holder, free_at) VALUES (:host, :holder, {NOW} + :seconds)
    ON CONFLICT (host) DO UPDATE SET holder = :holder, free_at = {NOW} + :seconds WHERE host_lease.free_at <= {NOW}
    RETURNING 0"""
WAIT = f"SELECT free_at - {NOW} FROM host_lease WHERE host = :host"
GIVE_BACK = f"UPDATE host_lease SET free_at = {NOW} + :seconds WHERE host = :host AND holder = :holder"
HOLD = f"""
    INSERT INTO host_lease (host, holder, free_at) VALUES (:host, '', {NOW} + :seconds)
    ON CONFLICT (host) DO UPDATE SET free_at = greatest(host_lease.free_at, {NOW} + :seconds)"""


class HostLeases:
    """Rows that say until when a host is asked, or left alone; one that a killed process left ends by itself."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._where = engine.url.render_as_string(hide_password=True)

    def take(self, host: str, holder: str, seconds: float) -> float:
        """Take a host for at most so many seconds; gives 0, or the seconds until it is worth trying again.

        Raises StoreError where the server cannot be asked.
        """
        taken = self._scalar(TAKE, {"host": host, "holder": holder, "seconds": seconds})
        if taken is not None:
            return 0.0
        return max(0.001, float(self._scalar(WAIT, {"host": host}) or 0.0))

    def give_back(self, host: str, holder: str, pause: float) -> None:
        """Let the next one ask the host after a pause from now; nothing where somebody else has taken it meanwhile."""
        self._scalar(GIVE_BACK, {"host": host, "holder": holder, "seconds": pause})

    def hold(self, host: str, seconds: float) -> None:
        """Nobody asks the host for so long, whoever has it."""
        self._scalar(HOLD, {"host": host, "seconds": seconds})

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()

    def _scalar(self, sql: str, values: Mapping[str, Any]) -> Any:
        with plain_errors(self._where), self._engine.connect() as connection:
            result = connection.execute(text(sql), values)
            return result.scalar() if result.returns_rows else None


def shared_leases(url: str) -> HostLeases | None:
    """The leases of a database; None where it is no server, or none that anything was crawled into yet."""
    address = address_of(url)
    if address.get_backend_name() != "postgresql":
        return None
    with plain_errors(address.render_as_string(hide_password=True)):
        engine = engine_for(address, read_only=False)
        if inspect(engine).has_table("host_lease"):
            return HostLeases(engine)
        engine.dispose()
    return None
