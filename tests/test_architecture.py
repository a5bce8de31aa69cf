"""The house's rules: who may import whom, where heavy libraries live, and where words live."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "brief"
# The ground floor first. A module imports lower floors only; modules of one floor do not know
# each other, but for a package's __init__, which joins its own modules.
FLOORS = (
    "uncollected",
    "errors model identity spread",
    "short whole",
    "judge.questions",
    "judge judge.answers",
    "judge.hearing",
    "judge.encoding judge.forms judge.outside judge.parts judge.record",
    "judge.requests",
    "judge.packing",
    "judge.told",
    "language addresses decoding.script decoding.told terminal",
    "judge.prompts",
    "decoding.order decoding.single_byte quantities.digits quantities.lexemes quantities.spelling",
    "quantities.money",
    "decoding.mojibake quantities.sums",
    "decoding decoding.damage",
    "stored trust typeset weeks",
    "digests keyed lock shelf",
    "approval kept",
    "messages cues identify periods.calendars fonts quantities.numerals morphology",
    "themes",
    "words gazetteer periods.words quantities.units quantities.expressions quantities.around",
    "subjects.lines subjects.words",
    "subjects.phrases",
    "subjects.bare subjects.free",
    "subjects.owners",
    "subjects periods.meaning marks quantities.views",
    "names periods.eras periods.rules quantities.ranges",
    "speakers.articled speakers.words spellings",
    "speakers.callings speakers.places speakers.pointing speakers.whole",
    "speakers.apposed speakers.channels speakers.families speakers.holders speakers.turns",
    "speakers.bounds speakers.full speakers.introduced speakers.nearby",
    "speakers.given",
    "speakers.cues speakers.sentences",
    "speakers.issuers",
    "speakers.mended",
    "speakers periods.counted periods.dated periods.links",
    "periods",
    "speakers.terms quantities.words metadata.frame",
    "quantities.passage",
    "quantities.dates quantities.labels quantities.nouns quantities.qualifiers quantities.sides",
    "quantities.ends",
    "quantities.numbers",
    "quantities.ordinals quantities.pairs",
    "quantities",
    "facets.views",
    "facets.firmness facets.verbs",
    "facets.lexicon",
    "facets.seen",
    "facets.evidence facets.frames facets.headings facets.openings facets.places facets.voices",
    "facets.above facets.cue_words",
    "facets.judged",
    "facets.rulings",
    "facets measures metadata similarity copies.alignment copies.values",
    "figure_words",
    "rivals extract.events.cues",
    "extract.events.signs",
    "figures.cells figures.left figures.named",
    "figures.shapes figures.telling figures.wholes",
    "figures.finding",
    "figures.wording figures.remarks",
    "figures.drawn",
    "figures.ready figures.query",
    "figures.propose",
    "dating",
    "datelines voices",
    "couples editing gist sections.item sections.actors sections.when select copies.differences",
    "same.roots same.quoted",
    "same.told",
    "same.aligned",
    "same.barred same.closer",
    "same.borne_out",
    "same.asides same.beneath same.nouns same.passing same.stages",
    "same.upheld",
    "same",
    "sides",
    "parties disagree.passages disagree.vocabulary",
    "extract.datapoints.clauses extract.datapoints.handing",
    "extract.datapoints.voices",
    "extract.datapoints.place extract.datapoints.attribution",
    "extract.datapoints.phrase extract.datapoints.rows extract.datapoints.when",
    "extract.datapoints.change",
    "extract.datapoints.people extract.datapoints.what",
    "extract.datapoints.whose extract.statements.pointers",
    "extract.statements.bodies extract.statements.doers extract.statements.matters extract.statements.nouns",
    "extract.statements.hanging extract.statements.private extract.statements.times",
    "extract.statements.openings",
    "extract.statements.surroundings",
    "extract.statements.owing extract.statements.parties extract.statements.asked extract.statements.objects",
    "extract.statements.acted_on extract.statements.remarks",
    "extract.statements.halves extract.statements.ordinals extract.statements.owners",
    "extract.statements.introduced extract.statements.scenes extract.statements.setups",
    "extract.statements.answered extract.statements.interviews extract.statements.taken_up",
    "extract.statements.unexplained",
    "extract.statements.spoken extract.statements.retold extract.statements.outside",
    "extract.statements.terms extract.statements.voice extract.statements.whose extract.statements.yearly",
    "extract.statements.clauses extract.statements.needs extract.statements.wording",
    "extract.statements.alone",
    "extract.statements.fuller extract.statements.given",
    "extract.statements.turned",
    "disagree.deniers disagree.states disagree.rows disagree.weight disagree.owned disagree.other_times",
    "disagree.stretches",
    "disagree.acts disagree.against disagree.agents disagree.answers disagree.causes disagree.clefts",
    "disagree.contrary",
    "disagree.contested disagree.contradicted disagree.contrasted disagree.corrections disagree.durations",
    "disagree.disputed disagree.fates disagree.initiators disagree.opposites",
    "disagree.limited disagree.slips disagree.universals disagree.voices",
    "clean.furniture",
    "clean.rows disagree.amounts disagree.arithmetic disagree.certainties disagree.counts disagree.denials",
    "disagree.firsts disagree.headlines disagree.indefinite disagree.measured disagree.names_of_things",
    "disagree.professed disagree.relative_years disagree.roles disagree.sequence disagree.silence",
    "disagree.tenses disagree.terms disagree.times disagree.twins disagree.unnamed_times disagree.weekdays",
    "clean.reasons clean.tails clean.topic disagree.phrasing",
    "clean.stretch",
    "clean.inside",
    "clean.doubtful",
    "extract.events.alike extract.events.leaning extract.events.doubts extract.events.unmet",
    "extract.events.retold extract.events.subjectless extract.events.times",
    "extract.events.alone extract.events.clauses extract.events.senses",
    "extract.events.dated extract.events.drafted extract.events.narrowed",
    "extract.events.things",
    "extract.events.relatives",
    "extract.events.anothers extract.events.attributes extract.events.newest extract.events.possible",
    "extract.events.finer extract.events.moved",
    "extract.events.once",
    "extract.positions.inflected",
    "extract.positions.cues",
    "extract.positions.clauses",
    "extract.positions.demands extract.positions.taken extract.positions.topics",
    "extract.positions.holders",
    "extract.positions.denials extract.positions.nearest extract.positions.sound extract.positions.terms",
    "extract.positions.untaken extract.positions.withheld",
    "extract.positions.frames extract.positions.nouns extract.positions.verbs extract.positions.views",
    "extract.positions.stances",
    "extract.positions.targets extract.positions.labels extract.positions.union",
    "overtaken.as_told overtaken.figures overtaken.forms overtaken.of_its_day overtaken.passages",
    "overtaken.anew",
    "overtaken.acts overtaken.drafts overtaken.limits overtaken.revised overtaken.stages",
    "overtaken.accounts overtaken.scheduled overtaken.signed overtaken.struck",
    "overtaken.tolls overtaken.turns",
    "overtaken too_early",
    "sections.side_by_side sections.timely sections.watched",
    "sections.unjoined",
    "sections.indicators",
    "clean segment extract merge rank united disagree copies figures sections judged judged_pairs lopsided",
    "fuller",
    "charts.style charts.times charts.places offered pages",
    "charts.axis",
    "charts.ink",
    "charts.rows",
    "charts.course",
    "charts.extremes",
    "pages.edition pages.excerpts pages.figures pages.reading",
    "pages.changes",
    "charts printed annex pages.captions pages.cover pages.days pages.disagreements pages.parts",
    "judge.marks",
    "judge.sheet",
    "judge.blanks",
    "judge.wording",
    "judge.filled",
    "judge.lines judge.taken",
    "pages.speech",
    "framed pages.extent pages.listed pages.pictures pages.texts pages.timeline",
    "templating",
    "render",
    "manuscript.blocks",
    "manuscript.pieces manuscript.lines",
    "manuscript.changes manuscript.cover manuscript.figures manuscript.record manuscript.speech",
    "outputs.embedding",
    "manuscript outputs.word.fonts",
    "outputs.word.styles",
    "outputs tabled",
    "outputs.record outputs.reached outputs.spelled outputs.markdown outputs.word.runs",
    "outputs.word.footnotes outputs.word.pictures",
    "outputs.word.body outputs.word.logos",
    "outputs.word.package",
    "outputs.word",
    "outputs.blank outputs.enclosed outputs.letters outputs.parted",
    "outputs.tagged",
    "outputs.lettering",
    "outputs.page outputs.pdf",
    "outputs.fitting outputs.line",
    "outputs.onepage outputs.card",
    "changes.sides",
    "changes.matched changes.doubts changes.figures changes.earlier",
    "changes.items changes.due",
    "changes",
    "config fetch.client fetch.formats",
    "fetch.visit judge.line",
    "judge.endpoint",
    "judge.model",
    "judge.asking",
    "check.issue check.readout check.wording",
    "check.page check.text_layer",
    "check.again",
    "readers.reasons readers.confined readers.lines readers.portable.glyphs readers.word.package",
    "readers.quoted readers.word.seen",
    "readers.portable.strips readers.word.styled",
    "readers.portable.layout",
    "readers.portable.paragraphs",
    "readers.portable readers.word",
    "readers.web.body readers.web.head readers.web.roles readers.web.seen readers.web.tree",
    "readers.web.judging readers.web.lines readers.web.parts",
    "readers.web.signed",
    "readers.web.about",
    "readers.web",
    "readers",
    "read check publish fetch.follow",
    "listing fetch legible",
    "admit background judged_lines",
    "collect",
    "pipeline",
    "by_file judging",
    "seated",
    "build inputs logbook report sheet",
    "protect protect.passwords protect.proof protect.timestamp",
    "protect.encrypt protect.sign",
    "protect.handed protect.signatures protect.signing",
    "editions deliver",
    "deliver.lines deliver.manifest deliver.places deliver.recipients deliver.withdrawn",
    "deliver.news",
    "deliver.letter",
    "deliver.ledger deliver.post",
    "deliver.folder deliver.mail deliver.parcels deliver.share",
    "deliver.accounts deliver.sending protect.locking protect.verify prune",
    "history schedule.programs schedule.when",
    "schedule.due schedule.plan",
    "schedule.actions schedule.cron schedule.embedded schedule.systemd",
    "schedule",
    "status",
    "approve weekly",
    "site.attempts site.editions site.faces site.forms site.users",
    "site.guarded site.sessions site.shelves",
    "site.feed site.pages site.search",
    "site.entrance site.archive",
    "site.serve",
    "site",
    "cli.application",
    "cli.building cli.judge cli.keeping cli.sharing cli.schedule cli.site cli.status cli.weekly",
    "cli",
    "__main__ __init__",
)
FLOOR = {module: number for number, modules in enumerate(FLOORS) for module in modules.split()}
# The only places that may import a heavy library.
HOMES = {
    "argon2": {"site"},
    "apscheduler": {"schedule"},
    "asn1crypto": {"protect"},
    "babel": {"gazetteer", "identify", "messages", "quantities", "schedule", "weeks", "words"},
    "docx": {"outputs", "readers"},
    "feedparser": {"readers"},
    "fontTools": {"outputs", "site"},
    "fsspec": {"deliver"},
    "hijridate": {"periods", "words"},
    "htmldate": {"readers"},
    "httpcore2": {"judge"},
    "httpx2": {"judge"},
    "itsdangerous": {"site"},
    "jinja2": {"render", "site", "templating"},
    "lxml": {"readers"},
    "matplotlib": {"charts"},
    "pagefind_bin": {"site"},
    "PIL": {"check"},
    "numpy": {"rank", "same", "similarity"},
    "openai": {"judge"},
    "pikepdf": {"outputs", "protect"},
    "protego": {"fetch"},
    "py3langid": {"identify"},
    "pyhanko": {"protect"},
    "pyhanko_certvalidator": {"protect"},
    "pypdf": {"check"},
    "pypdfium2": {"check", "outputs", "readers"},
    "starlette": {"site"},
    "structlog": {"logbook"},
    "trafilatura": {"readers"},
    "urllib3": {"fetch", "protect"},
    "uvicorn": {"site"},
    "weasyprint": {"outputs"},
}
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
# A letter behind an escape is still a letter; a range of code points is a script, not a word.
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")
RANGE = re.compile(rf"(?:{ESCAPE.pattern})-(?:{ESCAPE.pattern})")
# Modules whose letters are no words, and why.
ALPHABETS = {
    "language": "folding is defined on code points: which letters the press uses as one",
    "decoding.script": "which letters can open, end or cross a word is a rule of the script",
}


def imports(path: Path) -> Iterator[str]:
    """The dotted names that the module in `path` imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> Iterator[str]:
    """The modules of this package that the module in `path` imports."""
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "brief" and len(parts) > 1:
            inner = ".".join(parts[1:])
            yield inner if inner in MODULES else ".".join(parts[1:-1]) or "__init__"


def top(name: str) -> str:
    """The first part of a dotted name."""
    return name.partition(".")[0]


def floor(module: str) -> int:
    """The floor of a module, or of the package it belongs to."""
    while module not in FLOOR:
        module, dot, _ = module.rpartition(".")
        assert dot, f"{module!r} has no floor yet: add it to FLOORS"
    return FLOOR[module]


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_downwards(module: str) -> None:
    """A module imports lower floors only, and a package's __init__ its own modules."""
    joins = {name for name in own_imports(MODULES[module]) if name.startswith(f"{module}.")}
    upward = {name for name in own_imports(MODULES[module]) if floor(name) >= floor(module)}
    assert upward <= joins


@pytest.mark.parametrize("module", MODULES)
def test_heavy_libraries_stay_at_home(module: str) -> None:
    """A heavy library is imported only by the modules that own it."""
    heavy = {name for name in map(top, imports(MODULES[module])) if name in HOMES}
    assert not {name for name in heavy if top(module) not in HOMES[name]}


def test_the_command_line_starts_without_heavy_libraries() -> None:
    """What `brief --help` loads holds none of the heavy libraries."""
    program = f"import sys, brief.cli; print(*sorted({set(HOMES)} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert not run.stdout.split()


def plain(line: str, *, escapes: bool) -> str:
    """A line of code with the characters that its `escapes` stand for, ranges of them left out."""
    if not escapes:
        return line
    return ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), RANGE.sub("", line))


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        (r'THE = "\u0627\u0644"', True),
        (r'AND = "\U00000648"', True),
        ('THE = "ال"', True),
        (r'LETTER = "[\u0621-\u064a]"', False),
        (r'COMMA = "\u060c،"', False),
    ],
)
def test_letters_are_seen_behind_escapes(line: str, *, seen: bool) -> None:
    """An escaped letter counts as a letter; punctuation and ranges of the script do not."""
    assert bool(ARABIC.search(plain(line, escapes=True))) is seen


@pytest.mark.parametrize("module", MODULES)
def test_no_arabic_word_in_code(module: str) -> None:
    """Arabic words live in languages/, never in code; docstrings may give an example."""
    text = MODULES[module].read_text("utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.end_lineno:
            lines[node.lineno - 1 : node.end_lineno] = [""] * (node.end_lineno - node.lineno + 1)
    found = [line for line in lines if ARABIC.search(plain(line, escapes=module not in ALPHABETS))]
    assert not found


def test_modules_are_named_by_what_they_do() -> None:
    """No module is a drawer for odds and ends."""
    assert not {part for module in MODULES for part in module.split(".")} & {
        "utils",
        "helpers",
        "common",
        "misc",
    }
