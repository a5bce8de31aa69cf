"""What stands on the pages, decided before any markup: one module per kind of page matter."""
