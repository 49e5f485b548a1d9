import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


@every_workflow
def test_every_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: +(.+)", path.read_text())
    assert used
    pinned = re.compile(r"[\w/-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
    assert [action for action in used if not pinned.fullmatch(action)] == []


@every_workflow
def test_a_workflow_may_only_read_unless_a_job_says_otherwise(path: Path) -> None:
    workflow: dict[str, Any] = yaml.safe_load(path.read_text())
    assert workflow["permissions"] == {"contents": "read"}
    written = {name: job.get("permissions", {}) for name, job in workflow["jobs"].items()}
    assert {name for name, permissions in written.items() if permissions} <= {"deploy", "record"}


@every_workflow
def test_every_job_ends_in_time(path: Path) -> None:
    jobs: dict[str, Any] = yaml.safe_load(path.read_text())["jobs"]
    assert all(job["timeout-minutes"] <= 20 for job in jobs.values())
