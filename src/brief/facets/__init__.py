"""What a statement tells (its facet), how firmly, and how far an outcome has come.

Facets are judged over a whole document: cue words, the frames of clauses, what stands above,
who speaks about whose act, the place in the article and the statements around each are weighed
together. All words are data (`facet_signs.toml`), and so are the weights (`facet_weights.toml`).
"""

from brief.facets.firmness import certainty, standing
from brief.facets.headings import heading_facets
from brief.facets.judged import Shares, facets, told_facets
from brief.facets.rulings import ruled
from brief.facets.views import is_plain, is_view

__all__ = [
    "Shares",
    "certainty",
    "facets",
    "heading_facets",
    "is_plain",
    "is_view",
    "ruled",
    "standing",
    "told_facets",
]
