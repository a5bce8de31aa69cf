"""What every test gets."""

from hypothesis import settings

# CI machines are slow and uneven, so a deadline would fail tests at random; the same examples
# each time make a red run repeatable.
settings.register_profile("brief", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("brief")
