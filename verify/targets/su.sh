#!/usr/bin/env bash
# Stands in for su and sudo at a target that runs without root: asks the same questions in the same way, without echo, on the
# terminal, waits after a wrong answer, and starts a shell for the other name, with the rights of whoever started the target.
#
#   su [-] NAME               asks for NAME's password, "NAME-secret"
#   sudo su - NAME            ask for the caller's password, "USER-secret"
#   sudo -u NAME -i
set -euo pipefail

wanted=
for word in "$@"; do
  case $word in su | -*) ;; *) wanted=$word ;; esac
done
[ -n "$wanted" ] || wanted=root
case $(basename "$0") in
  sudo) prompt="[sudo] password for $USER: " answer=$USER-secret refusal='Sorry, try again.' attempts=3 ;;
  *) prompt='Password: ' answer=$wanted-secret refusal='su: Authentication failure' attempts=1 ;;
esac
[ -t 0 ] || { echo "$(basename "$0"): must be run from a terminal" >&2 && exit 1; }
[ "$wanted" != nobody ] || { echo "$(basename "$0"): user $wanted does not exist" >&2 && exit 1; }

for _ in $(seq "$attempts"); do
  stty -echo
  printf '%s' "$prompt"
  read -r given || given=
  stty echo
  printf '\n'
  if [ "$given" = "$answer" ]; then
    sign='$'
    [ "$wanted" != root ] || sign='#'
    exec env -i "TERM=${TERM:-dumb}" "PATH=$PATH" "HOME=$HOME" "USER=$wanted" "LOGNAME=$wanted" "PS1=$wanted@target:\\w$sign " \
      bash --norc --noprofile -i
  fi
  sleep 1
  echo "$refusal" >&2
done
exit 1
