#!/usr/bin/env bash
# Says what a pull request changes in the plan: in one comment, which later runs update, or, where commenting is
# not allowed (as from a fork), on the page of the job. It never makes the job fail.
# PROJECT is the project's folder, AUDIENCE who reads it. GitHub sets the other variables.
set -euo pipefail

field() { # a field of the event, such as pull_request.number
    python3 -c '
import json, os, sys
found = json.load(open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8"))
for name in sys.argv[1].split("."):
    found = found[name]
print(found)' "$1"
}

number="$(field pull_request.number)"
base="$(field pull_request.base.sha)"
marker="<!-- pathwayctl: what changes in $PROJECT -->"
text="$(mktemp)"
trap 'rm -f "$text"' EXIT

printf '%s\n' "$marker" > "$text"
if ! pathwayctl diff "$base" --project "$PROJECT" --format markdown --audience "$AUDIENCE" >> "$text" 2>&1; then
    # A project with errors has no dates to compare, and a new one nothing to compare with.
    printf '\nNothing could be compared. If the history is missing, check out with fetch-depth: 0.\n' >> "$text"
fi
if [ "$(wc -c < "$text")" -gt 60000 ]; then # GitHub takes 65,536 letters
    head -c 60000 "$text" | iconv -c -f UTF-8 -t UTF-8 > "$text.short" && mv "$text.short" "$text"
    printf '\n\nThe rest is too long for a comment.\n' >> "$text"
fi

comments="repos/$GITHUB_REPOSITORY/issues/$number/comments"
own() { # the number of the comment that an earlier run has written
    gh api --paginate "$comments" |
        MARKER="$marker" python3 -c '
import json, os, sys
text, at, found = sys.stdin.read(), 0, []
while text[at:].strip():
    page, end = json.JSONDecoder().raw_decode(text[at:].lstrip())
    at = len(text) - len(text[at:].lstrip()) + end
    found += [one["id"] for one in page if (one["body"] or "").startswith(os.environ["MARKER"])]
print(found[0] if found else "")'
}
if earlier="$(own)"; then
    if [ -n "$earlier" ]; then
        gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$earlier" --field "body=@$text" > /dev/null && exit 0
    else
        gh api --method POST "$comments" --field "body=@$text" > /dev/null && exit 0
    fi
fi
echo "The comment could not be written, so what changes is on the page of this job."
cat "$text" >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"
