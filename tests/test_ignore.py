"""«klarsprak: av» comments: what they turn off, and how faults in them are told."""

import pytest

from klarsprak import Finding, Source, Span, ignore


def findings(content: str) -> list[Finding]:
    """A finding of passiv wherever the content says ①, of lang-setning for ②, of lenketekst for ③."""
    rules = {
        "①": ("passiv", "klart-sprak"),
        "②": ("lang-setning", "klart-sprak"),
        "③": ("lenketekst", "digitalt"),
    }
    return [Finding(*rules[c], "low", Span(at, at + 1), c, "") for at, c in enumerate(content) if c in rules]


def kept(content: str, format: str | None = "html") -> str:
    left, problems = ignore.apply(Source("x", content), findings(content), format)
    assert problems == []
    return "".join(f.text for f in left)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("① ②", "①②", id="no comment"),
        pytest.param("① <!-- klarsprak: av --> ① ② ③", "①", id="all rules to the end"),
        pytest.param("<!-- klarsprak: av passiv --> ① ②", "②", id="one rule"),
        pytest.param("<!-- klarsprak: av passiv, lang-setning --> ① ② ③", "③", id="several"),
        pytest.param("<!-- klarsprak: av passiv (sitert, begge) --> ① ③", "③", id="reason"),
        pytest.param("<!-- klarsprak: av (sitat fra loven) --> ① ③", "", id="reason alone"),
        pytest.param("<!-- klarsprak: av klart-sprak --> ① ② ③", "③", id="priority"),
        pytest.param("<!-- klarsprak: av --> ① <!-- klarsprak: på --> ①", "①", id="on again"),
        pytest.param("<!-- klarsprak: av --> ① <!-- klarsprak: paa --> ①", "①", id="paa"),
        pytest.param(
            "<!-- klarsprak: av --> ① <!-- klarsprak: pa\u030a --> ①", "①", id="å of two code points"
        ),
        pytest.param("<!--KLARSPRAK:AV-->①<!--klarsprak:På-->①", "①", id="capitals and no spaces"),
        pytest.param("<!-- klarsprak: av --> ① ② <!-- klarsprak: på passiv --> ① ②", "①", id="one on again"),
        pytest.param("<!-- klarsprak: av passiv --> ① <!-- klarsprak: på --> ①", "①", id="all on again"),
        pytest.param("<!-- klarsprak: på --> ①", "①", id="on without off"),
        pytest.param("<!-- klarsprak: av frist --> ①", "①", id="without effect"),
        pytest.param("<!-- klarsprak: neste -->\n① ②\n①", "①", id="next line"),
        pytest.param("<!-- klarsprak: neste passiv -->\n① ②\n①", "②①", id="next line, one rule"),
        pytest.param(
            "<!-- klarsprak: neste linje passiv (grunn) -->\n① ②\n①", "②①", id="next line, in words"
        ),
        pytest.param("<!-- klarsprak: neste linje -->\r\n① ②\r\n①", "①", id="next line, CRLF"),
        pytest.param("<!-- klarsprak: neste -->\n\n  ①\n①", "①", id="next line with something on it"),
        pytest.param("<!-- klarsprak: neste --> ①\n①\n①", "①①", id="not its own line"),
        pytest.param("① <!-- klarsprak: neste -->", "①", id="next line at the end"),
        pytest.param("<!-- klarsprak:\n av passiv\n --> ① ②", "②", id="over several lines"),
        pytest.param("<!-- klarspråk: av --> ①", "①", id="not our name"),
        pytest.param("<!-- klarsprak: av", "", id="never closed"),
        pytest.param("<script>'<!-- klarsprak: av -->'</script> ①", "①", id="in a script"),
    ],
)
def test_html(content: str, expected: str) -> None:
    assert kept(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("<!-- klarsprak: av -->\n\n①\n\n<!-- klarsprak: på -->\n\n①", "①", id="region"),
        pytest.param("```html\n<!-- klarsprak: av -->\n```\n①", "①", id="in a fence"),
        pytest.param("> ~~~\n> <!-- klarsprak: av -->\n> ~~~\n①", "①", id="in a quoted fence"),
        pytest.param("Skriv `<!-- klarsprak: av -->`. ①", "①", id="in code"),
        pytest.param("Skriv `` ` <!-- klarsprak: av --> ``. ①", "①", id="in code with two ticks"),
        pytest.param("`a` <!-- klarsprak: av --> `b` ①", "", id="between codes"),
        pytest.param("```\nx\n```\n<!-- klarsprak: av -->\n①\n```\ny\n```", "", id="between fences"),
        pytest.param("{/* klarsprak: neste linje */}\n①\n①", "①", id="mdx"),
    ],
)
def test_markdown(content: str, expected: str) -> None:
    assert kept(content, "markdown") == expected


def test_plain_text_has_no_comments() -> None:
    assert kept("<!-- klarsprak: av --> ①", "plain") == "①"


def test_the_start_of_a_finding_counts() -> None:
    content = "abc <!-- klarsprak: av --> def <!-- klarsprak: på --> ghi"
    over, inside = Span(0, len(content)), Span(content.index("def"), len(content))
    made = [Finding("passiv", "klart-sprak", "low", span, "", "") for span in (over, inside)]
    left, _ = ignore.apply(Source("x", content), made, "html")
    assert [f.span for f in left] == [over]


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("av passivv", 'line 2: unknown rule "passivv"; did you mean "passiv"?'),
        ("neste linje pasiv, frist", 'line 2: unknown rule "pasiv"; did you mean "passiv"?'),
        ("aav", 'line 2: unknown word after «klarsprak:» "aav"; did you mean "av"?'),
        ("", 'line 2: unknown word after «klarsprak:» ""; known: av, neste, på'),
    ],
)
def test_faults_tell_line_and_nearest_name(comment: str, problem: str) -> None:
    content = f"\n<!-- klarsprak: {comment} --> ①\n①"
    left, problems = ignore.apply(Source("x", content), findings(content), "markdown")
    assert problems == [problem]
    assert len(left) == 2, "a comment that names no known rule turns nothing off"
