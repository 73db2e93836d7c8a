#!/usr/bin/env bash
# A real load balancer, unpacked from Debian's packages, in the foreground and never as root.
#
#   balancer.sh check|run haproxy CONFIG
#   balancer.sh check|run nginx CONFIG
set -euo pipefail

targets=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
throwaway_uid=61321

library_path() { echo "$1/usr/lib/x86_64-linux-gnu:$1/usr/lib/aarch64-linux-gnu:$1/lib/x86_64-linux-gnu:$1/lib/aarch64-linux-gnu"; }

# own_paths CONFIG: a copy of it whose temporary files lie beside it, and that logs no access: Debian's nginx has folders of the system
# for both, which are not there
own_paths() {
  local folder here name lines='    access_log off;'
  folder=$(dirname "$(readlink -f "$1")")
  here=$folder/here-$(basename "$1")
  for name in client_body proxy fastcgi uwsgi scgi; do
    lines+="\\n    ${name}_temp_path $folder/$name;"
  done
  sed "s#^http {\$#http {\\n$lines#" "$1" >"$here"
  echo "$here"
}

main() {
  local what=$1 config=$3 tree program arguments as=()
  tree=$("$targets/peers.sh" "$2")
  program=$tree/usr/sbin/$2
  [ -x "$program" ] || program=/usr/sbin/$2
  case $2 in
    haproxy) arguments=(-f "$config")
      [ "$what" = run ] || arguments+=(-c) ;;
    nginx) config=$(own_paths "$config")
      arguments=(-p "$(dirname "$config")" -e stderr -c "$config" -g "daemon off; pid $(dirname "$config")/nginx.pid;")
      [ "$what" = run ] || arguments+=(-t) ;;
  esac
  if [ "$(id -u)" = 0 ]; then
    chown -R "$throwaway_uid:$throwaway_uid" "$(dirname "$config")"
    as=(setpriv "--reuid=$throwaway_uid" "--regid=$throwaway_uid" --clear-groups)
  fi
  exec "${as[@]}" env "LD_LIBRARY_PATH=$(library_path "$tree")" "$program" "${arguments[@]}"
}

case ${1:-} in
  check | run) main "$@" ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
