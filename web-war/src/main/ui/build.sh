#!/usr/bin/env bash
# Builds the two browser applications into web-war/target/ui when one of their sources is newer than the last build. ./gatehouse starts
# this beside the Java build, which comes to it later and waits here; Maven alone comes to it by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
target=$PWD/../../../target
mkdir -p "$target"
exec 5>>"$target/ui.lock"
flock 5

# schema.d.ts is made from openapi.json whenever types are checked
newer=(find . \( -name node_modules -o -path ./e2e -o -name schema.d.ts \) -prune -o -type f -newer)
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo 'Browser applications: fetching libraries'
  npm ci --no-audit --no-fund --loglevel=error 5>&-
fi
if [ ! -e "$target/ui.stamp" ] || [ -n "$("${newer[@]}" "$target/ui.stamp" -print -quit)" ]; then
  echo 'Browser applications: building'
  npm run --silent build -- --logLevel warn 5>&-
  touch "$target/ui.stamp"
fi
