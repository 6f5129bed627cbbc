#!/usr/bin/env bash
# Makes the pages for the public, to be published. PROJECT is the project's folder, SITE the folder of the pages.
set -euo pipefail
exec pathwayctl render --project "$PROJECT" --audience public --format html --output "$SITE"
