"""No search for garbage where there is hardly any."""

import gc

import pytest

from brief.uncollected import uncollected


def test_garbage_is_not_looked_for_meanwhile_and_looked_for_again_behind() -> None:
    """The search is off within, and on again however the work ends."""
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    """Whoever looks for no garbage at all is left so."""
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
