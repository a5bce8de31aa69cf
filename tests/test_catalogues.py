"""The catalogues of every language: what is said in code and templates, all of it and nothing else."""

import ast
import re
import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main
from babel.messages import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from brief.language import available, readable, resource, table
from brief.model import DiscrepancyKind, Facet, Qualifier, Standing
from brief.pages.changes import FOREMOST
from brief.pages.geometry import KINDS
from brief.pages.speech import STANCES
from brief.sections import SECTIONS

PACKAGE = Path(str(resources.files("brief")))
CODE = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted((PACKAGE / "templates").rglob("*.html"))
# Who says sentences of the brief, and who says those of the command line.
SAYERS = {"say", "gettext", "ngettext", "counted", "_plural"}
TERMINAL = (*sorted((PACKAGE / "cli").glob("*.py")), PACKAGE / "report.py", PACKAGE / "terminal.py")
PLACEHOLDER = re.compile(r"%\(\w+\)[sr]|\{\w+(?:![rsa])?\}")
FAMILIES = {
    "kind": set(KINDS),
    "meaning": set(KINDS),
    "standing": {standing.value for standing in Standing},
    "standing means": {standing.value for standing in Standing},
    "stance": {stance.value for stance in STANCES},
    "discrepancy": set(get_args(DiscrepancyKind)),
    "change": set(FOREMOST),
    "qualifier": {qualifier.value for qualifier in Qualifier},
    "scale": {"million", "billion", "trillion"},
}
# Families whose members stand in code or in data, wherever they are used.
OPEN = ("unit", "per", "reason", "note", "removed", "chart")
# What the library of the command line says by the domain of the process.
LIBRARY = {
    "Options",
    "Arguments",
    "Commands",
    "default: {default}",
    "required",
    "Aborted!",
    "Missing command.",
    "No such command {name!r}.",
}


@cache
def catalogue(code: str, name: str) -> Catalog:
    """A catalogue as its file has it."""
    return read_po(BytesIO(resource(code, name)), locale=code)


def messages(code: str, name: str) -> dict[str, Message]:
    """The messages of a catalogue by their id, the singular of counted ones."""
    found = [message for message in catalogue(code, name) if message.id]
    return {one.id if isinstance(one.id, str) else one.id[0]: one for one in found}


def constants(tree: ast.AST) -> Iterator[str]:
    """Every text that code writes out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def calls(tree: ast.AST, names: Collection[str]) -> Iterator[ast.Call]:
    """The calls of functions or methods of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in names:
                yield node


@cache
def parsed(path: Path) -> ast.Module:
    """A file of code."""
    return ast.parse(path.read_text("utf-8"))


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - TOML is any of six types
    """Every key and text of a data file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


@cache
def written() -> frozenset[str]:
    """Every text that code and the data of languages write out."""
    said = {text for path in CODE for text in constants(parsed(path))}
    for code in readable():
        for entry in (PACKAGE / "languages" / code).glob("*.toml"):
            said.update(texts(tomllib.loads(entry.read_text("utf-8"))))
    return frozenset(said)


def said_in_templates() -> set[str]:
    """What templates say, without what they put together."""
    found = (re.findall(r'_\("([^"]+)"(?! ~)', path.read_text("utf-8")) for path in TEMPLATES)
    return {text for texts_of_one in found for text in texts_of_one}


def said_in_code() -> set[str]:
    """The sentences of the brief that code says by their whole id."""
    return {
        argument.value
        for path in CODE
        if path not in TERMINAL
        for call in calls(parsed(path), SAYERS)
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def plurals(code: str, name: str) -> set[str]:
    """The plurals of counted messages, which stand beside their singular."""
    return {one.id[1] for one in messages(code, name).values() if not isinstance(one.id, str)}


@pytest.mark.parametrize("code", available())
def test_every_sentence_of_the_brief_is_in_the_catalogue(code: str) -> None:
    """What code and templates say has words in every language a brief is framed in."""
    known = set(messages(code, "messages.po"))
    meant = said_in_templates() | said_in_code() | {name.capitalize() for name in SECTIONS}
    meant |= {f"{family}:{member}" for family, members in FAMILIES.items() for member in members}
    meant |= {f"chart:{name}" for read in readable() for name in table(read, "figures")}
    differ = {text for text in written() if text.startswith("differ: ") and text.endswith("%(what)s")}
    meant |= differ | {text.replace("differ:", "explain:").removesuffix(" %(what)s") for text in differ}
    assert not meant - known - plurals(code, "messages.po")


@pytest.mark.parametrize("code", available())
def test_no_sentence_of_the_catalogue_is_dead(code: str) -> None:
    """What nothing says any more is taken out."""
    known, live = set(messages(code, "messages.po")), {*written(), *said_in_templates()}
    live |= {f"{family}:{member}" for family, members in FAMILIES.items() for member in members}
    live |= {facet.value.capitalize() for facet in Facet} | {name.capitalize() for name in SECTIONS}
    rest = {
        message for message in known - live if not (_family(message) in OPEN and _member(message) in live)
    }
    assert not {message for message in rest if not _told_of(message, live)}


def _family(message: str) -> str:
    return message.partition(":")[0]


def _member(message: str) -> str:
    return message.partition(":")[2]


def _told_of(message: str, live: set[str]) -> bool:
    """Whether a message names or explains a sort of difference, or joins a unit and what it is counted by."""
    if found := re.fullmatch(r"(?:differ|explain): (.+?) (?:of|by|before|in)(?: %\(what\)s)?", message):
        joints = ("of", "by", "before", "in")
        return found[1] in live or any(f"differ: {found[1]} {joint} %(what)s" in live for joint in joints)
    unit, per, rate = _member(message).partition("_per_")
    return bool(per) and _family(message) == "unit" and {unit, rate} <= live


def test_all_languages_say_the_same_sentences() -> None:
    """A message of one catalogue is in all of them, counted there as here."""
    for name in ("messages.po", "command.po"):
        ids = {code: {str(one.id) for one in messages(code, name).values()} for code in available()}
        assert len({frozenset(one) for one in ids.values()}) == 1, name


@pytest.mark.parametrize("name", ["messages.po", "command.po"])
@pytest.mark.parametrize("code", available())
def test_messages_are_whole(code: str, name: str) -> None:
    """No message is empty, has a plural form too few, or forgets or invents a value."""
    found = catalogue(code, name)
    assert found.num_plurals == get_plural(code).num_plurals
    for message in messages(code, name).values():
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        assert all(form.strip() for form in forms), message.id
        assert not message.fuzzy
        if isinstance(message.id, str):
            english = str(messages("en", name)[message.id].string) if ":" in message.id else message.id
            assert sorted(PLACEHOLDER.findall(english)) == sorted(PLACEHOLDER.findall(forms[0])), message.id
            continue
        assert len(forms) == found.num_plurals, message.id
        wanted = set(PLACEHOLDER.findall(" ".join(message.id)))
        # One and two may be said by the word alone, and so may none.
        exempt = {0, 1, 2} if found.num_plurals > 2 else set()
        for number, form in enumerate(forms):
            assert set(PLACEHOLDER.findall(form)) == wanted or (number in exempt), (message.id, form)


def test_no_message_stands_twice() -> None:
    """One id has one place in its file; the later of two would win in silence."""
    for code in available():
        for name in ("messages.po", "command.po"):
            ids = re.findall(r'^msgid "(.+)"$', resource(code, name).decode(), re.MULTILINE)
            assert len(ids) == len(set(ids)), (code, name)


# The command line --------------------------------------------------------------------------


def help_texts() -> Iterator[str]:
    """What the help of every command says, in English as the code has it."""
    for path in CODE:
        if path.parent.name == "cli":
            tree = parsed(path)
            for call in calls(tree, {"Option", "Argument", "Typer"}):
                yield from (
                    str(word.value.value)
                    for word in call.keywords
                    if word.arg == "help" and isinstance(word.value, ast.Constant)
                )
            for node in tree.body:
                if isinstance(node, ast.FunctionDef) and any(
                    "command" in ast.unparse(mark) for mark in node.decorator_list
                ):
                    yield ast.get_docstring(node) or ""


# What is raised, what is noted of a source, and what they are made of.
ERRORS = {"Remark", "Refusal", "_refuse", "BriefError"}


@cache
def errors() -> frozenset[str]:
    """The names of all errors with a sentence for the analyst."""
    found = set(ERRORS)
    classes = [node for path in CODE for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)]
    while (
        more := {one.name for one in classes if any(getattr(base, "id", "") in found for base in one.bases)}
        - found
    ):
        found |= more
    return frozenset(found)


def sentences(path: Path) -> Iterator[ast.expr]:
    """What the errors of a file say, a name for it by what it was last given in the file."""
    given = {
        target.id: node.value
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in calls(parsed(path), errors()):
        if call.args:
            said = call.args[0]
            yield given.get(said.id, said) if isinstance(said, ast.Name) else said


def told_by_errors() -> Iterator[str]:
    """The sentences of errors, whose values are told apart from them."""
    for path in CODE:
        for said in sentences(path):
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield said.value


def test_errors_are_said_by_templates() -> None:
    """No sentence of an error is put together where it is raised: nothing could find its translation."""
    for path in CODE:
        for said in sentences(path) if path.name != "errors.py" else ():
            built = [node for node in ast.walk(said) if isinstance(node, ast.JoinedStr | ast.BinOp)]
            where = f"{path.relative_to(PACKAGE)}, line {said.lineno}"
            assert not built, f"{where}: {ast.unparse(said)}; write a template with its values"


def test_the_command_line_has_words_for_all_it_says() -> None:
    """Help, reports and the errors that have an id are in the catalogues, and nothing else is."""
    said = {
        argument.value
        for path in CODE
        if path in TERMINAL
        for call in calls(parsed(path), {"say", "counted"})
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    meant = said | set(help_texts()) | set(told_by_errors()) | LIBRARY
    for code in available():
        known = set(messages(code, "command.po"))
        assert not meant - known - plurals(code, "command.po")
        assert not known - meant - written()


def test_the_library_says_nothing_that_is_not_translated() -> None:
    """The headings of the command line's library are those that the catalogues know."""
    source = Path(str(typer.core.__file__)).read_text("utf-8")
    assert set(re.findall(r'\b_\("([^"]+)"\)', source)) >= LIBRARY - {"default: {default}"}


@pytest.mark.parametrize("code", available())
def test_the_compiled_catalogue_is_that_of_the_words(code: str) -> None:
    """`command.mo` was compiled from `command.po` as it stands."""
    compiled = read_mo(BytesIO(resource(code, "LC_MESSAGES/command.mo")))
    meant = {_key(one.id): _key(one.string) for one in catalogue(code, "command.po") if one.id}
    assert {_key(one.id): _key(one.string) for one in compiled if one.id} == meant, "compile it again"


def _key(said: object) -> object:
    """A text, or the forms of one, whichever sequence a file gives them in."""
    return said if isinstance(said, str) else tuple(said)  # type: ignore[arg-type]  # a list or a tuple of texts
