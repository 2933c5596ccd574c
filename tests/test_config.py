"""What configuration files say, and how their faults are told."""

import pickle
import tomllib
from pathlib import Path

import pytest

import klarsprak
from klarsprak import Severity, catalog, configfile
from klarsprak.config import Override, Settings
from klarsprak.configfile import ConfigError, read_terms
from klarsprak.names import UnknownNameError, rule_names
from klarsprak.toml_lines import line_of


def load(tmp_path: Path, content: str, name: str = ".klarsprak.toml") -> configfile.Config:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return configfile.load(path)


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "ord.txt").write_text(
        "# våre egne\nfellesgodkjenning = felles ja; enighet  # vedtatt\n\nSaksfremlegget =\nnav-kontor\n",
        "utf-8",
    )
    config = load(
        tmp_path,
        """
select = ["klart-sprak", "frist"]
ignore = ["passiv"]
standard = "nn"
profile = "brev"
pipeline = "nb_core_news_sm"
accept = ["Byråd", "samt"]
terms = ["ord.txt"]
fail-on = "low"
exclude = ["arkiv/"]

[rules.lang-setning]
severity = "high"
max-words = 22
""",
    )
    settings = config.settings
    assert settings.select == {"klart-sprak", "frist"}
    assert settings.ignore == {"passiv"}
    assert (settings.standard, settings.profile, settings.pipeline) == ("nn", "brev", "nb_core_news_sm")
    assert settings.accept == {"byråd", "samt"}
    assert settings.terms == {
        "fellesgodkjenning": ("felles ja", "enighet"),
        "saksfremlegget": (),
        "nav-kontor": (),
    }
    assert settings.severity == {"lang-setning": Severity.HIGH}
    assert settings.options == {"lang-setning": {"max_words": 22}}
    assert (config.fail_on, config.exclude, config.root) == ("low", ("arkiv/",), tmp_path.resolve())
    names = {rule.name for rule in settings.rules()}
    assert {"frist", "lang-setning"} <= names
    assert not names & {"passiv", "lenketekst"}


def test_pyproject_is_read_below_its_table(tmp_path: Path) -> None:
    content = '[project]\nname = "x"\nignore = 3\n\n[tool.klarsprak]\nignore = ["passiv"]\n'
    assert load(tmp_path, content, "pyproject.toml").settings.ignore == {"passiv"}


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ('\nselekt = ["passiv"]', 2, 'unknown key "selekt"; did you mean "select"?'),
        ('select = [\n  "frist",\n  "pasiv",\n]', 3, 'unknown rule "pasiv"; did you mean "passiv"?'),
        ("[rules.lang-setting]\nmax-words = 3", 1, 'did you mean "lang-setning"?'),
        (
            "[rules.lang-setning]\n\nmax-word = 3",
            3,
            'unknown option of lang-setning "max-word"; did you mean "max-words"?',
        ),
        ('[rules]\nlang-setning = {max-words = "20"}', 2, "must be a whole number, not '20'"),
        ("[rules.lang-setning]\nmax-words = true", 2, "must be a whole number, not true"),
        ("[rules.lang-setning]\nmax-words = 0", 2, "rules.lang-setning.max-words must be at least 1, not 0"),
        ("[rules.lang-setning]\nmax-words = -3", 2, "must be at least 1, not -3"),
        ("[rules.lang-setning]\n\nnynorsk-extra = -1", 3, "must be at least 0, not -1"),
        ('select = ["frist"]\n\n[tool.klarsprak]\nignore = []', 3, "the keys stand at the top"),
        ("\n[tool.klarsprak.rules.lang-setning]\nmax-words = 20", 2, "leave that line out"),
        ("[tool.ruff]\nline-length = 3", 1, 'unknown key "tool"'),
        ('[rules.lang-setning]\nseverity = "hgih"', 2, 'unknown severity "hgih"; did you mean "high"?'),
        ('accept = "samt"', 1, "accept must be a list of strings"),
        ("accept = [1]", 1, "accept must be a list of strings, not 1"),
        ('profile = "epost"', 1, 'unknown profile "epost"; known: brev, some, web'),
        ('fail-on = "medum"', 1, 'did you mean "medium"?'),
        ('terms = ["finnes-ikke.txt"]', 1, 'term list "finnes-ikke.txt" cannot be read'),
        ('[per-path."brev/**"]\nprofil = "brev"', 2, 'did you mean "profile"?'),
        ('[per-path."brev/**"]\nignore = ["passivv"]', 2, 'did you mean "passiv"?'),
        ('per-path = ["brev"]', 1, "per-path must be a table"),
        ('\n\nselect = ["passiv"', 3, "not valid TOML"),
    ],
)
def test_faults_tell_file_line_and_nearest_name(
    tmp_path: Path, content: str, line: int, message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, content)
    assert str(caught.value).startswith(f"{tmp_path / '.klarsprak.toml'}:{line}: ")
    assert message in str(caught.value)


def test_no_rule_has_a_default_that_is_refused(tmp_path: Path) -> None:
    numbers = {
        rule.name: {name.replace("_", "-"): value for name, value in rule.options.items()}
        for rule in catalog().values()
    }
    lines = [
        f"[rules.{name}]\n{option} = {value}"
        for name, options in numbers.items()
        for option, value in options.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]
    assert len(lines) > 3
    for line in lines:
        load(tmp_path, line)


def test_zero_is_sensible_where_it_adds_nothing(tmp_path: Path) -> None:
    config = load(tmp_path, "[rules.lang-setning]\nnynorsk-extra = 0")
    assert config.settings.options == {"lang-setning": {"nynorsk_extra": 0}}


def test_faults_in_pyproject_tell_the_line_too(tmp_path: Path) -> None:
    content = '[tool.other]\nignore = ["x"]\n\n[tool.klarsprak]\nignore = [\n  "passivt",\n]\n'
    with pytest.raises(ConfigError, match=r"pyproject\.toml:6: "):
        load(tmp_path, content, "pyproject.toml")


def test_a_term_list_with_a_broken_line(tmp_path: Path) -> None:
    (tmp_path / "ord.txt").write_text("ord = bedre\n = galt\n", "utf-8")
    with pytest.raises(ConfigError, match=r"ord\.txt:2: no term"):
        load(tmp_path, 'terms = ["ord.txt"]')


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / ".klarsprak.toml"
    path.write_bytes(b"accept = ['\xe5']")
    with pytest.raises(ConfigError, match="UTF-8"):
        configfile.load(path)


def test_the_nearest_file_counts_but_not_beyond_the_repository(tmp_path: Path) -> None:
    inner = tmp_path / "repo" / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".klarsprak.toml").write_text("")
    assert configfile.find(inner) == tmp_path / ".klarsprak.toml"
    (tmp_path / "repo" / ".git").mkdir()
    assert configfile.find(inner) is None
    (tmp_path / "repo" / "pyproject.toml").write_text("[project]\n")
    assert configfile.find(inner) is None, "a pyproject.toml that does not speak of us"
    (tmp_path / "repo" / "pyproject.toml").write_text("[tool.klarsprak]\n")
    assert configfile.find(inner) == tmp_path / "repo" / "pyproject.toml"
    (tmp_path / "repo" / ".klarsprak.toml").write_text("")
    assert configfile.find(inner) == tmp_path / "repo" / ".klarsprak.toml"


def test_per_path_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load(
        tmp_path,
        """
ignore = ["frist"]
accept = ["samt"]
[rules.lang-setning]
max-words = 22

[per-path."brev/**"]
profile = "brev"
ignore = ["passiv"]
accept = ["vedlagt"]

[per-path."*.kladd.md"]
select = ["lang-setning"]
[per-path."*.kladd.md".rules.lang-setning]
max-words = 40
""",
    )
    monkeypatch.chdir(tmp_path)
    plain = config.settings.for_path("side.md")
    assert (plain.profile, plain.ignore, plain.overrides) == ("web", {"frist"}, ())
    letter = config.settings.for_path("brev/a/b.md")
    assert (letter.profile, letter.ignore, letter.accept) == (
        "brev",
        {"frist", "passiv"},
        {"samt", "vedlagt"},
    )
    draft = config.settings.for_path("brev/x.kladd.md")
    assert (draft.profile, draft.select) == ("brev", {"lang-setning"})
    assert draft.options == {"lang-setning": {"max_words": 40}}
    (tmp_path / "brev").mkdir()
    monkeypatch.chdir(tmp_path / "brev")
    assert config.settings.for_path("a.md").profile == "brev", "patterns count from the file's own folder"
    assert config.settings.for_path("../side.md").profile == "web"
    assert config.settings.for_path("../../brev/a.md").profile == "web", "outside of it nothing matches"


def test_the_command_line_wins() -> None:
    override = Override(
        "*", "/", {"standard": "nn", "ignore": frozenset({"passiv"}), "select": frozenset({"frist"})}
    )
    settings = Settings(ignore=frozenset({"lang-setning"}), profile="brev", overrides=(override,))
    typed = settings.from_command_line(
        select=["lang-setning", "passiv"], standard="nb", profile=None
    ).for_path("/a")
    assert (typed.standard, typed.profile) == ("nb", "brev")
    assert [rule.name for rule in typed.rules()] == ["lang-setning"]
    more = settings.from_command_line(ignore=["frist"]).for_path("/a")
    assert more.ignore == {"lang-setning", "passiv", "frist"}


def test_settings_made_by_hand_are_checked() -> None:
    with pytest.raises(UnknownNameError, match="passiv"):
        Settings(select=frozenset({"pasiv"})).rules()
    with pytest.raises(UnknownNameError, match="max_words"):
        Settings(options={"lang-setning": {"max_word": 1}}).rules()
    with pytest.raises(UnknownNameError, match="lang-setning"):
        Settings(severity={"lang-setninger": Severity.LOW}).rules()


def test_the_key_tells_settings_apart() -> None:
    one = Settings(select=frozenset({"a", "b"}), options={"x": {"n": 1}}, accept=frozenset("æøå"))
    same = Settings(select=frozenset({"b", "a"}), options={"x": {"n": 1}}, accept=frozenset("åøæ"))
    assert one.key() == same.key()
    others = [
        Settings(),
        Settings(select=frozenset({"a"})),
        Settings(profile="brev"),
        Settings(standard="nb"),
        Settings(severity={"x": Severity.LOW}),
        Settings(options={"x": {"n": 2}}),
        Settings(terms={"ord": ("a",)}),
        Settings(pipeline="en"),
        one,
    ]
    assert len({s.key() for s in others}) == len(others)


def test_settings_travel_between_processes() -> None:
    settings = Settings(overrides=(Override("*.md", "/", {"profile": "brev"}),))
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_a_priority_means_its_rules() -> None:
    assert rule_names(["klart-sprak"]) == {r.name for r in catalog().values() if r.priority == "klart-sprak"}


def test_lines_of_keys() -> None:
    lines = [
        "# select = nothing",
        'select = ["a"]',
        "[rules]",
        'passiv.severity = "low"',
        "[rules.'lang-setning']",
        "  max-words = 3",
        '[per-path . "a b/*.md"]',
        "rules.frist = { severity = 'x' }",
    ]
    assert line_of(lines, ("select",)) == 2
    assert line_of(lines, ("rules", "passiv", "severity")) == 4
    assert line_of(lines, ("rules", "lang-setning", "max-words")) == 6
    assert line_of(lines, ("per-path", "a b/*.md")) == 7
    assert line_of(lines, ("per-path", "a b/*.md", "rules", "frist", "severity")) == 8


def test_parts_of_speech_are_not_for_own_lists(tmp_path: Path) -> None:
    (tmp_path / "ord.txt").write_text("sak = a\nerverv <n NOUN> = jobb\n", "utf-8")
    with pytest.raises(ConfigError, match=r"ord\.txt:2: parts of speech"):
        load(tmp_path, 'terms = ["ord.txt"]')


def test_own_terms_may_be_fixed(tmp_path: Path) -> None:
    (tmp_path / "ord.txt").write_text("saksfremlegg <n fiks> = sak <f>\n", "utf-8")
    settings = load(tmp_path, 'terms = ["ord.txt"]').settings
    report = klarsprak.check("Saksfremlegget er klart for alle i kommunen.", settings)
    assert [(f.instead, f.fixable) for f in report.findings if f.text == "Saksfremlegget"] == [
        (("Saken",), True)
    ]


def test_the_documentation_tells_every_key_and_its_example_loads(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "oppsett.md").read_text("utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    (tmp_path / "ord.txt").write_text(page.split("```text\n")[1].split("```")[0], "utf-8")
    config = load(tmp_path, example)
    assert set(tomllib.loads(example)) == set(configfile.KEYS)
    assert all(f"`{key}`" in page for key in configfile.PATH_KEYS)
    assert config.settings.terms["saksfremlegg"] == ("sak", "forslag")
    assert config.settings.terms["virksomhetsområde"] == ()
    text = "Alle kundene våre må ikke bare hensyntas, for vi hensyntok dem også i fjor."
    found = [
        (f.text, f.instead)
        for f in klarsprak.check(text, config.settings).findings
        if f.rule == "kanselliord"
    ]
    assert ("kundene", ("innbyggerne",)) in found
    assert ("hensyntok", ("tok hensyn til",)) in found
    assert config.settings.for_path(str(tmp_path / "brev" / "a.md")).options == {
        "lang-setning": {"max_words": 18}
    }


def test_a_term_that_cannot_be_inflected_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"ord\.txt:2"):
        read_terms(tmp_path / "ord.txt", "kunde <m> = innbygger <m:er>\nkunde <zz> = innbygger\n")
