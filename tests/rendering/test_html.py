"""HTML: a page anybody can read, in which data is shown and never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit.errors import InvalidValue, NoRoutine, RequestError
from hipkit.model import Routine, Words
from hipkit.rendering import STYLE, Document, Heading, Item, Items, Paragraph, Table, to_page
from hipkit.rendering.html import escape, write_fragment, write_page
from hipkit.rendering.style import DARK, LIGHT, PAGE_STYLE
from hipkit.rendering.text import clean
from hipkit.testing import routines, sample_catalogue

ALLOWED = (
    "<script>alert(1)</script>",
    "</li></ul><img src=x onerror=alert(1)>",
    "\"><svg onload='alert(1)'>",
    "&lt;b&gt; &amp; &#60; &",
    "</title></style><h1>",
    "<!-- --> <![CDATA[ ]]>",
    "{}{color} %s {remedy}",
)
"""What a record may be called."""
HOSTILE = (
    *ALLOWED,
    "line\r\n\n\tbreaks\x0b\x0c",
    "\x00\x07\x1b[31m\x7f\x9b",
    "\u202eright to left\u2066\u2069\u200e",
    "lone \ud800 and \udfff surrogates",
    "x" * 500,
)
any_text = st.text(max_size=60) | st.sampled_from(HOSTILE)
OURS = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "div", "p", "strong"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
OPEN_ONLY = {"meta"}
ATTRIBUTES = {
    *("lang", "charset", "name", "content", "class", "start", "scope"),
    *("role", "tabindex", "aria-label"),
}


class Reader(HTMLParser):
    """Reads what a browser would: elements in order, with their texts; every tag must be closed."""

    def __init__(self) -> None:
        """Start with nothing open."""
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag and its attributes."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in OPEN_ONLY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, and no other."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep text with the element it is in; what is between the tags is a line break or nothing."""
        if data.strip("\n"):
            self.texts.append((self.open[-1], data.rstrip("\n")))

    def handle_comment(self, data: str) -> None:
        """Refuse what the writer never writes."""
        raise AssertionError(data)

    def texts_in(self, *tags: str) -> list[str]:
        """Return the texts of the elements called one of *tags*."""
        return [text for tag, text in self.texts if tag in tags]

    def values_of(self, name: str) -> list[str | None]:
        """Return the values of every attribute called *name*."""
        return [value for _, found, value in self.attributes if found == name]


def read(html: str) -> Reader:
    """Return what is in *html*, which must be well formed."""
    reader = Reader()
    reader.feed(html.removeprefix("<!doctype html>\n"))
    reader.close()
    assert reader.open == []
    return reader


def levels(reader: Reader) -> list[int]:
    """Return the levels of the headings, in order."""
    return [int(tag[1]) for tag in reader.tags if re.fullmatch(r"h[1-6]", tag)]


@cache
def sample_routine() -> Routine:
    """Return a routine of the hand-made catalogue."""
    return hipkit.build_routine(catalogue=sample_catalogue())


@cache
def refusal() -> NoRoutine:
    """Return a refusal with reasons and changes that would help."""
    with pytest.raises(NoRoutine) as raised:
        hipkit.build_routine(include=["copenhagen-adduction"], level="beginner")
    return raised.value


def _nouns() -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "routine", sample_routine
    yield "exercise", lambda: hipkit.load_catalogue()["clamshell"]
    yield "catalogue", sample_catalogue
    yield "no exercises", lambda: ()
    yield "explanation", lambda: hipkit.explain(sample_routine(), catalogue=sample_catalogue())
    yield "why not", lambda: hipkit.explain(hipkit.build_routine(), "clamshell")
    yield "alternatives", lambda: hipkit.alternatives(hipkit.build_routine(), "glute-bridge-hold")
    yield "evidence", lambda: hipkit.evidence_for("clamshell")
    yield "refusal", refusal
    yield "reason", lambda: refusal().reasons[0]
    yield "protocol", lambda: hipkit.routine_from_protocol("mckay-2020-hip-strengthening", week=1)


NOUNS = dict(_nouns())


@cache
def noun(name: str) -> Any:
    """Return one of the nouns that can be shown."""
    return NOUNS[name]()


# what is in a page


@pytest.mark.parametrize("name", NOUNS)
def test_a_page_is_whole_and_needs_nothing_from_elsewhere(name: str) -> None:
    """Language, encoding, title and style are in it; no script, link, picture or address to load."""
    page = hipkit.to_html(noun(name))
    assert page.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    found = read(page)
    assert set(found.tags) <= OURS
    assert {name for _, name, _ in found.attributes} <= ATTRIBUTES
    assert found.tags.count("title") == found.tags.count("main") == found.tags.count("style") == 1
    assert "width=device-width, initial-scale=1" in found.values_of("content")
    assert not re.search(r"url\(|@import|expression|javascript", page.partition("</style>")[0])


@pytest.mark.parametrize("name", NOUNS)
def test_a_page_has_one_title_and_no_heading_skips_a_level(name: str) -> None:
    """Whoever listens to the headings finds the way."""
    found = read(hipkit.to_html(noun(name)))
    assert levels(found)[0] == 1
    assert levels(found).count(1) == 1
    assert all(lower - higher <= 1 for higher, lower in pairwise(levels(found)))
    assert found.texts_in("title") == found.texts_in("h1")[:1]
    assert found.texts_in("title")[0].strip()


@pytest.mark.parametrize("name", NOUNS)
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_headings_of_a_fragment_begin_where_they_are_told_to(name: str, level: int) -> None:
    """One element, in the language of the words, with no style and nothing of a page around it."""
    fragment = hipkit.to_html(noun(name), form="fragment", heading_level=level)
    found = read(fragment)
    assert found.tags[0] == "article"
    assert not {"html", "head", "style", "main", "body", "title"} & set(found.tags)
    assert found.attributes[:2] == [("article", "class", "hipkit"), ("article", "lang", "en")]
    assert levels(found)[:1] in ([level], [])
    assert all(1 <= each <= 6 for each in levels(found))
    assert all(lower - higher <= 1 for higher, lower in pairwise(levels(found)))


@pytest.mark.parametrize("name", NOUNS)
def test_html_says_what_markdown_says(name: str) -> None:
    """The same document stands behind both; no part of it is lost on the way."""
    found = read(hipkit.to_html(noun(name), form="fragment"))
    said = " ".join(" ".join(text.split()) for _, text in found.texts)
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", hipkit.to_markdown(noun(name)))
    missing = [
        word
        for line in shown.splitlines()
        for word in re.sub(r"^\s*(#+|-|\d+\.)\s|\*\*|\| ?(---)?", " ", line).split()
        if word not in said
    ]
    assert missing == []


@pytest.mark.parametrize("name", NOUNS)
def test_tables_have_names_and_their_titles_scopes(name: str) -> None:
    """A table can be followed without seeing it, and moved about with a keyboard where it is wide."""
    found = read(hipkit.to_html(noun(name)))
    tables = found.tags.count("table")
    scopes = found.values_of("scope")
    assert len(scopes) == found.tags.count("th")
    assert set(scopes) <= {"col", "row"}
    assert scopes.count("row") == found.tags.count("tr") - tables
    assert found.values_of("role") == ["region"] * tables
    assert found.values_of("tabindex") == ["0"] * tables
    labelled = [tag for tag, name, value in found.attributes if name == "aria-label" and value]
    assert labelled.count("div") == tables
    assert labelled.count("table") + found.tags.count("caption") == tables


def test_exercises_are_counted_in_the_caption_of_their_table() -> None:
    """Text and Markdown say it below the table, as before."""
    found = read(hipkit.to_html(sample_catalogue()))
    assert found.texts_in("caption") == ["8 exercises"]
    assert found.texts_in("h1") == ["Exercises"]
    assert hipkit.to_markdown(sample_catalogue()).endswith(" |\n\n8 exercises")
    assert hipkit.to_text(sample_catalogue()).endswith("\n\n8 exercises")


@given(routines())
def test_every_notice_and_every_stop_is_in_the_page_before_the_first_exercise(
    routine: Routine,
) -> None:
    """Nothing that keeps a person safe is lost on the way to the page."""
    found = read(hipkit.to_html(routine))
    said = [text for _, text in found.texts]
    first = said.index(clean(routine.slots[0].exercise.name))
    for notice in routine.notices:
        assert clean(notice.text) in said
        assert notice.moment == "after" or said.index(clean(notice.text)) < first
    for stop in routine.stops:
        assert said.index(clean(stop)) < first


# what data cannot do


def _parts_of(texts: list[str]) -> tuple[Any, ...]:
    one, two, three, four, five, six, seven = texts
    return (
        Heading(one, 1),
        Paragraph(two),
        Items((Item(three, four, (five,)), Item(three)), 3),
        Items((Item(two),), 1),
        Table((one, two), ((six, seven),), three),
        Heading(four, 3),
        Table((one, two), ((six, seven),)),
    )


@given(st.lists(any_text, min_size=7, max_size=7), any_text, any_text)
def test_any_text_is_shown_as_itself_and_adds_no_markup(
    texts: list[str], title: str, language: str
) -> None:
    """Every text comes back from a parser as it was, cleaned; the elements are the writer's own."""
    one, two, three, four, five, six, seven = (clean(text) for text in texts)
    page = write_page([Document(_parts_of(texts))], language, title)
    page.encode("utf-8")
    found = read(page)
    plain = [text and "x" for text in texts]  # what is empty has no element of its own
    assert found.tags == read(write_page([Document(_parts_of(plain))], "en", "x")).tags
    assert found.values_of("lang") == [clean(language)]
    assert found.texts_in("title") == ([clean(title) or one or "hipkit"])
    said = [
        *(one, two, four, three, five, three, two, three, one, two, six, seven),
        *(four, one, two, six, seven),
    ]
    shown = [text for tag, text in found.texts if tag not in ("title", "style")]
    assert "".join("".join(shown).split()) == "".join("".join(said).split())
    assert found.values_of("aria-label") == [
        *[clean(texts[2] or texts[0])] * (1 if texts[2] else 2),  # a caption names its table
        *[four] * 2,
    ]


@given(any_text)
def test_escaping_leaves_one_line_that_reads_as_the_text(text: str) -> None:
    """In an element and in an attribute alike; nothing invisible steers it."""
    escaped = escape(text)
    assert not re.search(
        r"[<>\"'\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", escaped
    )
    found = read(f'<p lang="{escaped}">{escaped}</p>')
    assert found.values_of("lang") == [clean(text)]
    assert "".join(found.texts_in("p")) == clean(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_a_hostile_record_stays_a_record(text: str) -> None:
    """A name, a cue or an easier way of somebody's own is text in a list, whatever is in it."""
    routine = sample_routine()
    slot = routine.slots[0]
    words = evolve(slot.exercise.instructions, cues=(text,), easier_way=text, summary=text)
    exercise = evolve(slot.exercise, name=text, instructions=words)
    hostile = evolve(routine, slots=(evolve(slot, exercise=exercise), *routine.slots[1:]))
    usual = evolve(slot.exercise.instructions, cues=("x",), easier_way="x", summary="x")
    plain = evolve(slot.exercise, name="x", instructions=usual)
    same = evolve(routine, slots=(evolve(slot, exercise=plain), *routine.slots[1:]))
    for made, other in ((hostile, same), (exercise, plain), ([exercise], [plain])):
        found = read(hipkit.to_html(made))
        assert found.tags == read(hipkit.to_html(other)).tags
        assert any(clean(text) in shown for _, shown in found.texts)


def test_a_real_parser_finds_no_fault() -> None:
    """html5lib, which reads as browsers do, has nothing to complain of in any page or fragment."""
    html5lib = pytest.importorskip("html5lib", reason="needs html5lib")
    strict = html5lib.HTMLParser(strict=True)
    for name in NOUNS:
        strict.parse(hipkit.to_html(noun(name)))
        strict.parseFragment(hipkit.to_html(noun(name), form="fragment"))
    strict.parse(write_page([Document(_parts_of(list(HOSTILE[:7])))], HOSTILE[2], HOSTILE[4]))


# titles, forms and arguments


def test_a_title_names_the_page_and_leaves_the_heading() -> None:
    """A browser's tab may say something shorter; the routine still says what it is."""
    found = read(hipkit.to_html(sample_routine(), title="Tuesday <3"))
    assert found.texts_in("title") == ["Tuesday <3"]
    assert found.texts_in("h1")[0].startswith("Hip strength for runners")


def test_a_title_heads_what_has_none() -> None:
    """A list of exercises is called what the page is called."""
    found = read(hipkit.to_html(sample_catalogue(), title="For Tuesday"))
    assert found.texts_in("title", "h1") == ["For Tuesday"] * 2


def test_what_has_no_name_at_all_is_called_hipkit() -> None:
    """A page without a title would be announced by its address."""
    assert read(write_page([Document((Paragraph("x"),))], "en", None)).texts_in("h1") == ["hipkit"]
    assert read(write_page([Document(())], "en", " \n")).texts_in("title") == ["hipkit"]


def test_several_nouns_make_one_page() -> None:
    """The first gives it its title, the others are sections."""
    routine = sample_routine()
    explained = hipkit.explain(routine, catalogue=sample_catalogue())
    found = read(to_page([routine, explained]))
    assert levels(found).count(1) == 1
    assert "Why this routine is as it is" in found.texts_in("h2")
    assert all(lower - higher <= 1 for higher, lower in pairwise(levels(found)))


def test_headings_that_skip_are_brought_up() -> None:
    """Whatever a document of somebody's own says, and never below six."""
    parts = (Heading("a", 2), Heading("b", 4), Heading("c", 9), Heading("d", 12), Heading("e", 1))
    fragment = read(write_fragment(Document(parts), "en", 4))
    assert levels(fragment) == [4, 5, 6, 6, 4]


def test_render_knows_html() -> None:
    """As a page, in the words that were given."""
    routine = sample_routine()
    words = hipkit.load_words()
    other = Words("en-x-other", words.templates)
    assert hipkit.render(routine, "html") == hipkit.to_html(routine)
    assert '<html lang="en-x-other">' in hipkit.render(routine, "html", words=other)
    assert 'lang="en-x-other"' in hipkit.to_html(routine, words=other, form="fragment")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"form": "pages"}, "form: 'pages' is not a word for form; did you mean 'page'?"),
        ({"form": None}, "form: None is not a word for form; choose from page, fragment"),
        ({"title": 3}, "title: expected a text, got 3; leave it out, or name it"),
        ({"heading_level": 0}, "heading_level: headings cannot begin at level 0; use 1 to 4"),
        ({"heading_level": 5}, "heading_level: headings cannot begin at level 5; use 1 to 4"),
        ({"heading_level": True}, "heading_level: headings cannot begin at level True; use 1 to 4"),
    ],
)
def test_wrong_arguments_are_refused(given: dict[str, Any], said: str) -> None:
    """With the nearest right word, or the range."""
    with pytest.raises(RequestError) as raised:
        hipkit.to_html(sample_routine(), **given)
    assert str(raised.value) == said


def test_what_is_no_noun_is_refused() -> None:
    """As by every other form."""
    with pytest.raises(RequestError, match="cannot show 3"):
        hipkit.to_html(3)  # type: ignore[arg-type]
    assert not issubclass(RequestError, InvalidValue)


# how it looks


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_is_computed_as_defined() -> None:
    """Black on white has 21, and the grey that just passes is known."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "accent"])
def test_text_can_be_read_on_its_paper(palette: dict[str, str], ink: str) -> None:
    """WCAG AA asks for 4.5; every text has 5.5 at least."""
    assert contrast(palette[ink], palette["paper"]) >= 5.5


def test_the_style_uses_its_palettes_and_no_other_colour() -> None:
    """So that the contrast of all of it was computed."""
    rules = STYLE.split("\n", 2)[2]
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", rules)
    assert set(re.findall(r"var\(--hipkit-(\w+)\)", rules)) == set(LIGHT) == set(DARK)
    text = re.findall(r"(?<![-\w])color: var\(--hipkit-(\w+)\)", rules)
    assert set(text) == {"ink", "quiet", "accent"}


def test_the_style_of_a_fragment_touches_nothing_else() -> None:
    """Every selector is under .hipkit; what is about a page is in the page's own style."""
    bare = re.sub(r"@media [^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}", r"\1", STYLE)
    selectors = [found.strip() for found in re.findall(r"([^{}]+)\{", bare)]
    assert len(selectors) > 15
    assert all(re.match(r"\.hipkit(\s|$)", each) for each in selectors), selectors
    assert STYLE.count("{") == STYLE.count("}")
    assert PAGE_STYLE.count("{") == PAGE_STYLE.count("}")


def test_a_page_knows_paper_and_telephones_and_the_dark() -> None:
    """Items are not torn apart in print, and colours follow what the reader prefers."""
    style = STYLE + PAGE_STYLE
    for rule in ("@page", "@media print", "break-inside: avoid", "prefers-color-scheme: dark"):
        assert rule in style
    assert '<meta name="color-scheme" content="light dark">' in hipkit.to_html(sample_routine())
