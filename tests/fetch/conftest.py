"""What every test of fetching gets."""

from collections.abc import Iterator

import pytest

from tests.fetch.sites import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site of this machine, empty but for its rules."""
    with serving() as found:
        yield found
