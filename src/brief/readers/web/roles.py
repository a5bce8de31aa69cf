"""What an element's tag, role and class say of the text in it: a menu, a caption, a share bar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from brief.readers.reasons import Reason

_TAGS = {
    "nav": Reason.MENU,
    "footer": Reason.PAGE_FOOTER,
    "header": Reason.PAGE_HEADER,
    "aside": Reason.BESIDE,
    "figcaption": Reason.CAPTION,
    "form": Reason.FORM,
    "button": Reason.BUTTON,
    "select": Reason.FORM,
    "option": Reason.FORM,
    "textarea": Reason.FORM,
    "label": Reason.FORM,
    "dialog": Reason.NOTICE,
    "marquee": Reason.TICKER,
    "time": Reason.DATE,
    "menu": Reason.MENU,
}
_ROLES = {
    "navigation": Reason.MENU,
    "menu": Reason.MENU,
    "menubar": Reason.MENU,
    "tablist": Reason.MENU,
    "toolbar": Reason.TOOLS,
    "banner": Reason.PAGE_HEADER,
    "contentinfo": Reason.PAGE_FOOTER,
    "complementary": Reason.BESIDE,
    "search": Reason.FORM,
    "form": Reason.FORM,
    "dialog": Reason.NOTICE,
    "alertdialog": Reason.NOTICE,
    "button": Reason.BUTTON,
}
_NAMING = ("id", "data-component", "data-testid", "data-e2e", "aria-labelledby")
# Words of a class or id, cut at hyphens, underscores and capitals; each opens at such a cut.
_NAMES: dict[Reason, tuple[str, ...]] = {
    Reason.SCREEN_READER: ("screen-reader", "sr-only", "visually-?hidden", "skip", "bypass"),
    Reason.CAPTION: (
        r"(?:\w+-)?(?:captions?|figcaption|v?cap|wp-caption-text)$",
        r"\w*caption(?:-|$)",
        r"(?:img|image|photo|pic|picture|foto)-?(?:desc\w*|title|text|credit\w*|info|source|c)(?:-|$)",
        "photographer",
    ),
    Reason.COMMENTS: (r"comment\w*", "disqus", "respond$", "reply", "replies", "reader-?comments"),
    Reason.SHARE_BAR: (
        r"shar(?:e|ing|edaddy)\w*",
        r"social\w*",
        "addtoany|addthis|a2a|shr|whatsapp",
        "follow(?:-us)?(?:-|$)",
    ),
    Reason.TAGS: (r"tags?(?:$|-(?!line))", r"\w*tags?$", r"tags\w+", "keywords?", "topics?$", "hashtags?"),
    Reason.POINTER: (
        r"related\w*|relat(?:ion|ive)s?$|rel(?:-|$)|relnews|similar\w*|suggest\w*|recommend\w*|recs(?:-|$)",
        "reads?-?(?:also|more|next)|readmore|also|see-?also|you-?may",
        r"more-?(?:from|articles?|news|stor\w+|on|in|about)",
        r"teasers?|promos?(?:-|$)|story-?promo|links?-block|linked-?(?:articles?|news)|internal-?link\w*",
        r"(?:inline|embed\w*)-(?:rel\w*|stor\w+|article\w*|entit\w+|node\w*)",
        "next-?(?:article|story|post|sep|news)|prev(?:ious)?-(?:article|post)|post-navigation",
        "outbrain|taboola|mgid|jp-relatedposts|yarpp|crp",
    ),
    Reason.MOST_READ: (r"most\w*", "trending", r"popular\w*", r"latest\w*", "top-?(?:stories|news|read)"),
    Reason.ADVERTISEMENT: (
        r"ads?(?:-|$)|ad(?:vert\w*|vertis\w+)$|adv(?:ert\w*)?(?:-|$)",
        r"ad(?:label|side|slot|box|unit|container|sense|space|block)\w*",
        r"banners?(?:-|$)|sponsor\w*|leaderboard|gpt|dfp|promo(?:tion|ted)\w*",
    ),
    Reason.NOTICE: (
        r"cookies?|gdpr|consent|pop-?up|modal|paywall|privacy|disclaimer\w*|notification\w*",
        r"newsletter\w*|subscri\w*|sign-?up|signin|login|nl$|app-?(?:download|promo|banner)",
    ),
    Reason.TICKER: (r"ticker\w*", r"breaking\w*", "urgent", "marquee"),
    Reason.POLL: ("polls?(?:-|$|box)", r"vote\w*", "survey", "quiz", "opinion-poll"),
    Reason.MENU: (
        "nav(?:bar|igation|menu)?(?:-|$)",
        r"\w*menu(?:-|$)|menu\w*",
        "bread-?crumbs?|crumbs?|(?:ez-)?toc(?:-|$)|table-of-contents|pagination|pager",
    ),
    Reason.ABOUT: (
        r"by-?line\w*|author\w*|writer(?:-|$|s)|posted|publish(?:ed|-date)\w*",
        r"(?:article|post|entry|news|story|node|item)-?(?:meta|info|dates?|time|details?-?bar|author)\w*",
        "meta(?:-|$|data)|date(?:line)?$|datetime|date-?(?:simple|box|time|published)|timestamp",
        r"views?(?:-count|-counter|count\w*)$|post-views|hits$|reading-?time|rt-reading\w*",
        "kicker|eyebrow|source$",
    ),
    Reason.PULL_QUOTE: ("pull-?quotes?",),
    Reason.NOTE: ("(?:foot|end|editors?-?)?notes?$",),
    Reason.TOOLS: (
        r"tools?(?:-|$|bar\w*)|print(?:-|$|able)|font-?(?:size|resize\w*)|copy-?link",
        r"tts|listen\w*|audio-?(?:player|box)|rating\w*",
    ),
    Reason.VIDEO: ("videos?(?:-|$)", "player", "jwplayer", "gallery", "slider", "carousel", "owl", "swiper"),
    Reason.BESIDE: (
        r"sidebar\w*|side(?:-|$|col\w*|bar\w*)|col-?side|rail|right-?col\w*|left-?col\w*|widgets?(?:-|$)",
    ),
    Reason.PAGE_FOOTER: (r"foot(?:er)?(?:-|$|\w*)", "copy-?rights?", "colophon"),
    Reason.PAGE_HEADER: (
        "top-?(?:bar|header|strip)",
        "masthead",
        "site-header",
        "page-header",
        "site-?branding",
    ),
}
_NAMED = tuple(
    (reason, re.compile(rf"(?:^|(?<=-))(?:{'|'.join(words)})")) for reason, words in _NAMES.items()
)
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CUT = re.compile(r"[\W_]+")
_TITLED = re.compile(r"(?:^|-)\w*(?:title|headline|heading|head)$|(?:^|-)h[1-4]$")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def role(tag: str, attributes: Mapping[str, str]) -> Reason | None:
    """Why the text of an element is no part of an article, or None; the page may still overrule it."""
    said = attributes.get("role")
    if said and (known := _ROLES.get(said.strip().lower())):
        return known
    names = [*attributes.get("class", "").split(), *(attributes.get(key, "") for key in _NAMING)]
    return next((reason for name in names if name and (reason := _named(name))), None) or _TAGS.get(tag)


@lru_cache(maxsize=4096)
def _named(name: str) -> Reason | None:
    plain = _plain(name)
    return next((reason for reason, pattern in _NAMED if pattern.search(plain)), None)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return _CUT.sub("-", _CAPITAL.sub("-", name[:200])).strip("-").lower()


def hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of the element; what only scripts call hidden is shown."""
    if not attributes:
        return tag == "dialog"
    style = attributes.get("style")
    return (
        ("hidden" in attributes and attributes["hidden"] != "until-found")
        or (style is not None and bool(_HIDING.search(style)))
        or (attributes.get("aria-hidden") == "true" and tag not in {"html", "body", "main", "article"})
        or (tag == "dialog" and "open" not in attributes)
    )


def titled(attributes: Mapping[str, str]) -> bool:
    """Whether the element is styled as a title or a heading."""
    names = attributes.get("class", "").split()
    return any(_TITLED.search(_plain(name)) for name in names)
