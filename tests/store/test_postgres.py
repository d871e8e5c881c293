"""Connections that only read: one moment, no writing, and no wait for a server that has gone and come back."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic, sleep

import pytest
from sqlalchemy import text
from sqlalchemy.exc import InternalError

from aggregator.store import Store, StoreUnreachable, open_store, queries, read_web
from aggregator.store.limited import LimitedStore, QueryTooLong
from aggregator.store.watch import Watch
from store_samples import many, take_in

COUNT = text("SELECT count(*) FROM site")
OPEN = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'")

pytestmark = pytest.mark.parametrize("any_store", ["postgresql"], indirect=True)


@pytest.fixture
def reader(any_store: Store) -> Iterator[Store]:
    """The same database, only read."""
    with open_store(any_store.engine.url.render_as_string(hide_password=False), read_only=True) as opened:
        yield opened


def add(store: Store, name: str) -> None:
    with store.write() as writer:
        writer.site_id(name)


def open_transactions(store: Store) -> int:
    with store.read() as connection:
        return int(connection.execute(OPEN).scalar_one())


def test_a_transaction_sees_one_moment(any_store: Store, reader: Store) -> None:
    with reader.read() as connection:
        before = connection.execute(COUNT).scalar_one()
        add(any_store, "fimo")
        assert connection.execute(COUNT).scalar_one() == before
    with reader.read() as connection:
        assert connection.execute(COUNT).scalar_one() == before + 1


def test_one_transaction_after_the_other_over_one_connection(any_store: Store, reader: Store) -> None:
    with reader.engine.connect() as connection:
        with connection.begin():
            assert connection.execute(COUNT).scalar_one() == 0
        add(any_store, "fimo")
        with connection.begin():
            assert connection.execute(COUNT).scalar_one() == 1
            assert connection.execute(COUNT).scalar_one() == 1


def test_nothing_is_written(reader: Store) -> None:
    with pytest.raises(InternalError, match="read-only"), reader.read() as connection:
        connection.execute(text("DELETE FROM site"))
    with reader.read() as connection:
        assert connection.execute(COUNT).scalar_one() == 0


def test_no_transaction_stays_open(any_store: Store, reader: Store) -> None:
    with reader.read() as connection:
        connection.execute(COUNT)
    until = monotonic() + 5  # its end was sent, and no one waited for it
    while (found := open_transactions(any_store)) and monotonic() < until:
        sleep(0.01)
    assert found == 0


def test_rows_are_streamed(any_store: Store, reader: Store) -> None:
    take_in(any_store, *many(3))
    assert [row.id for row in queries.iter_reviews(reader)] == [1, 2, 3]


def test_statements_are_prepared_and_their_plans_kept(any_store: Store, reader: Store) -> None:
    take_in(any_store, *many(3))
    for _ in range(12):
        assert queries.film(reader, 1) is not None
    with reader.read() as connection:
        counted = text("SELECT sum(custom_plans), sum(generic_plans) FROM pg_prepared_statements")
        custom, generic = connection.execute(counted).one()
    assert custom > 0
    assert generic > 0


def test_lists_of_any_length_are_one_statement(any_store: Store, reader: Store) -> None:
    take_in(any_store, *many(40))
    ids = [film.id for film, _ in read_web.films_page(any_store, read_web.FilmFilter())]
    for length in range(1, len(ids) + 1):
        assert read_web.films_of(reader, ids[:length]).keys() == set(ids[:length])
    assert read_web.films_of(reader, ()) == {}
    with reader.read() as connection:
        known = connection.execute(
            text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%film_stat%'")
        )
        assert known.scalar_one() == 1


def test_a_connection_that_the_server_closed_is_replaced(any_store: Store, reader: Store) -> None:
    with reader.read() as connection:
        one = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with any_store.read() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid, 3000)"), {"pid": one})
    with reader.read() as connection:
        assert connection.execute(text("SELECT pg_backend_pid()")).scalar_one() != one


def test_a_question_that_took_too_long_spoils_no_other(reader: Store) -> None:
    limited = LimitedStore(reader, 0.2)
    for _ in range(2):
        with pytest.raises(QueryTooLong), limited.read() as connection:
            connection.execute(text("SELECT pg_sleep(2)"))
        with limited.read() as connection:
            assert connection.execute(COUNT).scalar_one() == 0
    limited.close()


def test_options_of_the_address_hold_beside_ours(reader: Store) -> None:
    url = reader.engine.url.update_query_dict({"options": "-c application_name=counted"})
    named = open_store(url.render_as_string(hide_password=False), read_only=True)
    limited = LimitedStore(named, 2)
    with limited.read() as connection:
        assert connection.execute(text("SHOW application_name")).scalar_one() == "counted"
        assert connection.execute(text("SHOW statement_timeout")).scalar_one() == "2s"
    limited.close()
    named.close()


def test_the_watch_sees_a_commit(any_store: Store, reader: Store) -> None:
    watch = Watch(reader)
    before = watch.now()
    assert watch.now() == before
    add(any_store, "flixchatter")
    assert watch.now() != before
    watch.close()


def test_a_server_that_is_not_there_is_said_so(any_store: Store) -> None:
    url = any_store.engine.url.set(port=1).render_as_string(hide_password=False)
    with pytest.raises(StoreUnreachable):
        open_store(url, read_only=True)
