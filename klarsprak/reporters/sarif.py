"""SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import quote

from klarsprak.finding import Finding, Report
from klarsprak.reporters import Context, whole_message
from klarsprak.rulebook import Rule
from klarsprak.source import Problem, Source

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"info": "note", "low": "note", "medium": "warning", "high": "error"}
HOME = "https://github.com/klarsprak/klarsprak"


def render(reports: Iterable[Report], context: Context) -> Iterator[str]:
    """One log with one run; the results stream, what is known only at the end comes last."""
    numbers = {name: number for number, name in enumerate(context.rules)}
    driver = {
        "name": "klarsprak",
        "version": context.version,
        "informationUri": HOME,
        "rules": [_rule(rule, context.help(rule)) for rule in context.rules.values()],
        "properties": {"pipeline": context.pipeline},
    }
    head = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "language": "nb"}
    yield f'{{"$schema": {_json(SCHEMA)}, "version": "2.1.0", "runs": [\n{_json(head)[:-1]},\n"results": ['
    first = True
    for report in reports:
        for result in _results(report, numbers):
            yield ("\n" if first else ",\n") + _json(result)
            first = False
    invocation: dict[str, Any] = {"executionSuccessful": not context.problems}
    if context.problems:
        invocation["toolExecutionNotifications"] = [_notification(problem) for problem in context.problems]
    yield f'],\n"invocations": {_json([invocation])}}}]}}\n'


def _rule(rule: Rule, help: str) -> dict[str, Any]:
    return {
        "id": rule.name,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}. {rule.priority.label}."},
        "help": {"text": help, "markdown": help},
        "helpUri": f"{HOME}/blob/main/docs/regler.md#{rule.name}",
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.priority.value], "severity": rule.severity.value},
    }


def _results(report: Report, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    source = report.source
    seen: Counter[tuple[str, str]] = Counter()
    for finding in report.findings:
        same = (finding.rule, finding.text)
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "level": LEVELS[finding.severity],
            "message": {"text": whole_message(finding)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": _artifact(source.name),
                        "region": _region(source, finding),
                    }
                }
            ],
            "partialFingerprints": {"klarsprak/1": _fingerprint(*same, seen[same])},
            "properties": {"priority": finding.priority, "severity": finding.severity},
        }
        if finding.rule in numbers:
            result["ruleIndex"] = numbers[finding.rule]
        if finding.fixable:
            result["fixes"] = [_fix(source, finding)]
        seen[same] += 1
        yield result


def _region(source: Source, finding: Finding) -> dict[str, Any]:
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": finding.span.start,
        "charLength": finding.span.end - finding.span.start,
    }


def _fix(source: Source, finding: Finding) -> dict[str, Any]:
    start, length = finding.span.start, finding.span.end - finding.span.start
    replacement = {
        "deletedRegion": {"charOffset": start, "charLength": length},
        "insertedContent": {"text": finding.instead[0]},
    }
    change = {"artifactLocation": _artifact(source.name), "replacements": [replacement]}
    return {"description": {"text": f"Skriv «{finding.instead[0]}»."}, "artifactChanges": [change]}


def _fingerprint(rule: str, text: str, number: int) -> str:
    """The same for a finding that has only moved, so that code scanning knows it again."""
    parts = "\0".join((rule, text, str(number))).encode("utf-8", "surrogatepass")
    return blake2b(parts, digest_size=16).hexdigest()


def _artifact(name: str) -> dict[str, str]:
    if os.path.isabs(name):
        return {"uri": Path(name).as_uri()}
    return {"uri": quote(os.fsencode(name.replace(os.sep, "/"))), "uriBaseId": "%SRCROOT%"}


def _notification(problem: Problem) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(problem.path)}}],
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
