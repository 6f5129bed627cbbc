"""The first page, the index of all handouts, and the calendars beside the pages of people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli_commands import Run, runner
from conftest import MakeProject
