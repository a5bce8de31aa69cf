"""A folder of Arabic articles in, a cited right-to-left policy brief out."""
