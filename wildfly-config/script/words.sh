# How the script speaks: progress on standard output, trouble on standard error.

say() { printf '%s\n' "$*"; }

# Something failed: exit 1.
fail() {
  printf 'gatehouse: %s\n' "$*" >&2
  exit 1
}

# The person has to do something first: exit 2.
refuse() {
  printf 'gatehouse: %s\n' "$*" >&2
  exit 2
}

# Runs it without what bash itself says of a process that was killed meanwhile: with its line number and command, that helps nobody.
quietly() {
  local code=0
  { "$@" || code=$?; jobs; } >/dev/null 2>&1
  return "$code"
}

# 32 random bytes in hexadecimal
random_hex() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

# Is somebody listening? port_open HOST PORT
port_open() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }
