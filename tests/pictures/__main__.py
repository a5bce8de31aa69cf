"""Takes the pictures anew: `make pictures`. Look at every one of them before you commit it."""

from tests.pictures.pages import SHOWN, VARIANTS, drawn, golden

for variant in VARIANTS:
    for page in SHOWN:
        place = golden(variant, page)
        place.parent.mkdir(exist_ok=True)
        drawn(variant)[page - 1].save(place, optimize=True)
