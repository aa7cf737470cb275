"""The words: both languages say the same things, in proper Persian, within the messengers' limits."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.words import LOCALES, plain, words
from handlers.screen import Raw
from models.people import Language

ROOT = Path(__file__).parents[1]
FILES = sorted(path.name for path in (LOCALES / "fa").glob("*.ftl"))
LABEL = 20
_SIGNS = re.compile(r"[✅⏳↩️⚠⬜⏸\ufe0f]")
_TAGS = re.compile(r"</?(?:b|code)>")


def messages(language: str, name: str) -> dict[str, ftl.Message]:
    """The messages of one file by key; broken entries and repeated keys fail."""
    resource = FluentParser().parse((LOCALES / language / name).read_text(encoding="utf-8"))
    found: dict[str, ftl.Message] = {}
    for entry in resource.body:
        assert not isinstance(entry, ftl.Junk), f"{language}/{name}: {entry.content}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{language}/{name}: {entry.id.name} twice"
            found[entry.id.name] = entry
    return found


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 (the library's name)
        self.names.add(node.id.name)


def variables(message: ftl.Message) -> set[str]:
    """The variables that a message wants."""
    visitor = _Variables()
    visitor.visit(message)
    return visitor.names


def texts(message: ftl.Message, gap: str = "") -> str:
    """The written text of a message, with ``gap`` for each of its variables."""
    elements = message.value.elements if message.value else []
    return "".join(element.value if isinstance(element, ftl.TextElement) else gap for element in elements)


def everything(language: str) -> Iterator[tuple[str, str, ftl.Message]]:
    """All messages of a language."""
    for name in FILES:
        for key, message in messages(language, name).items():
            yield name, key, message


def test_both_languages_have_the_same_files() -> None:
    assert sorted(path.name for path in (LOCALES / "en").glob("*.ftl")) == FILES


def test_a_key_stands_once_among_all_files() -> None:
    keys = [key for _, key, _ in everything("fa")]
    twice = {key for key in keys if keys.count(key) > 1}
    assert not twice


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_keys_and_variables(name: str) -> None:
    persian, english = messages("fa", name), messages("en", name)
    assert set(persian) == set(english)
    differing = {key for key in persian if variables(persian[key]) != variables(english[key])}
    assert not differing


@pytest.mark.parametrize("language", list(Language))
def test_a_message_reads_as_the_library_says_it(language: Language) -> None:
    """Most are filled in without the library, which is slower; what comes out is the same."""
    bundle = FluentBundle([language.value], use_isolating=False)
    for name in FILES:
        bundle.add_resource(FluentResource((LOCALES / language.value / name).read_text(encoding="utf-8")))
    spoken = words(language)
    for _, key, message in everything(language.value):
        pattern = bundle.get_message(key).value
        if pattern is None:
            continue
        said, errors = bundle.format_pattern(pattern, dict.fromkeys(variables(message), "%s %(s) {name}"))
        assert not errors, key
        again = spoken.say(key, dict.fromkeys(variables(message), Raw("%s %(s) {name}")))
        assert plain(again) == _TAGS.sub("", str(said)), key


@pytest.mark.parametrize("name", FILES)
def test_persian_is_written_with_persian_letters_and_digits(name: str) -> None:
    wrong: list[str] = []
    for key, message in messages("fa", name).items():
        text = texts(message, "نام")
        if re.search("[يكة٠-٩]", text):
            wrong.append(f"{key}: Arabic letters or digits")
        if re.search(r"[0-9]", re.sub(r"<code>.*?</code>|\b(?:BY-[0-9A-Z-]+|E-[0-9A-F]+|[0-9]{6,12})\b", "", text)):
            wrong.append(f"{key}: Latin digits in a sentence")
        if re.search(r"(?<!\u200c)\b(?:می|نمی) (?=[آ-ی]{2,})", text):
            wrong.append(f"{key}: half-space after می")
        if re.search(r"[آ-ی] (?:ها|های|هایی)\b", text):
            wrong.append(f"{key}: half-space before ها")
        if re.search(r" [،؛:؟.](?:\s|$)", text):
            wrong.append(f"{key}: a space before a mark")
    assert not wrong


def test_a_command_in_a_persian_sentence_keeps_its_slash_in_front() -> None:
    """A mark of direction, then a space: a messenger knows a command by the space before it."""
    mark = r'(?<!\{ "\\u200E" \} )'
    wrong = [
        f"{name}: {line.strip()}"
        for name in FILES
        for line in (LOCALES / "fa" / name).read_text(encoding="utf-8").splitlines()
        if re.search(rf"{mark}(?<!<)/[a-z]", line)
    ]
    assert not wrong


@pytest.mark.parametrize("language", ["fa", "en"])
def test_texts_hold_nothing_that_a_messenger_takes_for_markup(language: str) -> None:
    wrong = [
        key
        for _, key, message in everything(language)
        if not key.startswith("joint-") and re.search(r"[*_`\[\]<>]", _TAGS.sub("", texts(message)))
    ]
    assert not wrong


def test_a_persian_text_begins_with_a_persian_letter() -> None:
    wrong = [
        key
        for _, key, message in everything("fa")
        if re.match(r"(?:welcome|home-|problem-|stale|stray|form-not|look-up|verdict-heading|inbox$|review-role)", key)
        and (text := texts(message))
        and message.value is not None
        and isinstance(message.value.elements[0], ftl.TextElement)
        and not re.match("[آ-ی«]", text)
    ]
    assert not wrong


@pytest.mark.parametrize("language", ["fa", "en"])
def test_buttons_are_short(language: str) -> None:
    wrong = {
        key: texts(message)
        for _, key, message in everything(language)
        if key.startswith("button-") and len(_SIGNS.sub("", texts(message)).strip()) > LABEL
    }
    assert not wrong


def _problem_codes() -> Iterator[str]:
    """Every refusal that the models can name: members of enumerations whose class ends in Problem."""
    for path in sorted((ROOT / "models").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Problem") and node.name != "Problem":
                for one in node.body:
                    if isinstance(one, ast.Assign) and isinstance(one.value, ast.Constant):
                        yield str(one.value.value)


def test_every_refusal_has_its_words() -> None:
    known = {key for _, key, _ in everything("fa")}
    assert not {code for code in _problem_codes() if f"problem-{code}" not in known}


def _literal_keys() -> Iterator[tuple[str, str]]:
    """Message keys that are written out in the handlers: first arguments of Part, Word, screen; keys of buttons."""
    for path in sorted((ROOT / "handlers").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = {"Part": 0, "Word": 0, "screen": 0, "Button": 1}.get(node.func.id)
            if place is not None and len(node.args) > place:
                key = node.args[place]
                if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value:
                    yield path.name, key.value


def test_every_key_in_the_conversations_has_its_words() -> None:
    known = {key for _, key, _ in everything("fa")}
    assert not {(name, key) for name, key in _literal_keys() if key not in known}
