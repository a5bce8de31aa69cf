"""The archive of approved issues: a static site, and a small server of it behind a login."""
