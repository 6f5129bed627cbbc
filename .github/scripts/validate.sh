#!/usr/bin/env bash
# Marks the findings of a project in a change. PROJECT is its folder, FAIL_ON what makes the check fail.
set -euo pipefail
exec pathwayctl validate --project "$PROJECT" --format github --fail-on "$FAIL_ON"
