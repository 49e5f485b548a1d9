"""Workflows: few rights, pinned actions, and nothing of a stranger's that could run with them."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
RIGHTS: dict[tuple[str, str], set[str]] = {
    ("publish.yml", "deploy"): {"pages", "id-token"},
    ("review.yml", "say"): {"pull-requests"},
    ("proposals.yml", "propose"): {"contents", "pull-requests", "actions"},
    ("proposals.yml", "refuse"): {"issues"},
    ("links.yml", "tell"): {"issues"},
    ("links.yml", "record"): {"contents"},
    ("release.yml", "release"): {"contents"},
}
OWN_CODE = re.compile(r"bin/claimbook|\.ci/(run|environment)|python|pip |npm |make ")

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def workflow(path: Path) -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = workflow(path)["jobs"]
    return found


def steps(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in jobs(path).items():
        for step in job["steps"]:
            yield name, step


def writing(job: dict[str, Any]) -> set[str]:
    return {right for right, level in job.get("permissions", {}).items() if level == "write"}


@every_workflow
def test_every_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: +(.+)", path.read_text(encoding="utf-8"))
    assert used
    pinned = re.compile(r"[\w/-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
    assert [action for action in used if not pinned.fullmatch(action)] == []


def test_an_action_is_the_same_everywhere() -> None:
    used = {u for p in WORKFLOWS for u in re.findall(r"uses: +(\S+)", p.read_text("utf-8"))}
    names = [action.partition("@")[0] for action in used]
    assert len(names) == len(set(names))


@every_workflow
def test_a_workflow_may_only_read(path: Path) -> None:
    assert workflow(path)["permissions"] == {"contents": "read"}


def test_the_jobs_that_may_write_are_these_and_write_no_more() -> None:
    found = {(p.name, name): writing(job) for p in WORKFLOWS for name, job in jobs(p).items()}
    assert {job: rights for job, rights in found.items() if rights} == RIGHTS


@every_workflow
def test_a_job_that_may_write_runs_no_code_of_the_repository(path: Path) -> None:
    for name, step in steps(path):
        if writing(jobs(path)[name]):
            assert not OWN_CODE.search(step.get("run", "")), (name, step)


@every_workflow
def test_no_value_is_put_into_a_script(path: Path) -> None:
    for _, step in steps(path):
        assert "${{" not in step.get("run", "")
        assert not step.get("shell")


@every_workflow
def test_what_a_stranger_wrote_reaches_no_variable(path: Path) -> None:
    said = re.compile(r"\.(body|title|head_ref|label|message|name|login|email|ref)\b")
    for part in (workflow(path), *jobs(path).values(), *(step for _, step in steps(path))):
        for value in (part.get("env") or {}).values():
            expressions = re.findall(r"\$\{\{(.+?)\}\}", str(value))
            allowed = [e.replace("github.event.repository.name", "") for e in expressions]
            assert not any(said.search(expression) for expression in allowed), value


@every_workflow
def test_no_workflow_runs_for_a_fork_with_rights(path: Path) -> None:
    assert "pull_request_target" not in path.read_text(encoding="utf-8")


def test_a_proposal_is_read_as_data_where_a_token_is_near() -> None:
    review = ROOT / ".github" / "workflows" / "review.yml"
    refs = [s["with"].get("ref") for _, s in steps(review) if "checkout@" in s.get("uses", "")]
    assert refs == ["${{ github.event.repository.default_branch }}"]
    scripts = "\n".join(step.get("run", "") for _, step in steps(review))
    assert not re.search(r"git (checkout|switch|merge|reset|restore|worktree|archive)", scripts)


@every_workflow
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    for _, step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@every_workflow
def test_every_job_ends_in_time(path: Path) -> None:
    longest = 120 if path.name == "links.yml" else 20
    assert all(job["timeout-minutes"] <= longest for job in jobs(path).values())


@every_workflow
def test_every_script_is_valid_bash(path: Path) -> None:
    bash = shutil.which("bash")
    assert bash
    for _, step in steps(path):
        script = step.get("run", "")
        done = subprocess.run(
            (bash, "-n"), input=script, text=True, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
