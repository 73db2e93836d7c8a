#!/usr/bin/env bash
# A real PostgreSQL on loopback, as an ordinary user, with one database "gatehouse" of the user "gatehouse".
#
#   postgresql.sh start DIR    prints the port; DIR then holds port, pid, log, data, and bin with psql, pg_dump and pg_restore.
#                              A DIR that was stopped before starts again, with its data and its port; one that runs goes on.
#   postgresql.sh stop DIR     as an operator stops it: clients are disconnected, nothing is lost
#   postgresql.sh freeze DIR   nothing answers any more, connections stay open: as when its machine or its network hangs
#   postgresql.sh thaw DIR
#
# Environment: POSTGRESQL_PORT for a DIR that is new, instead of a free one.
# The password of gatehouse and of the superuser postgres is gatehouse-secret.
set -euo pipefail

targets=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
password=gatehouse-secret
. "$targets/serving.sh"

# The newest version's programs, each behind a line that finds its libraries.
write_programs() {
  local tree=$1 programs= name
  # what a machine has installed already is not unpacked again
  for name in /usr/lib/postgresql/*/bin "$tree"/usr/lib/postgresql/*/bin; do
    [ ! -x "$name/initdb" ] || programs=$name
  done
  [ -n "$programs" ] || { echo 'postgresql.sh: the package holds no server' >&2 && exit 1; }
  mkdir -p bin
  for name in initdb postgres psql pg_dump pg_restore; do
    printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s/%s "$@"\n' "$(library_path "$tree")" "$programs" "$name" >"bin/$name"
    chmod 755 "bin/$name"
  done
}

make_database() {
  printf '%s' "$password" >password
  echo "${POSTGRESQL_PORT:-$(free_port)}" >port
  [ "$(id -u)" != 0 ] || chown -R "$throwaway_uid:$throwaway_uid" .
  "${as[@]}" bin/initdb --pgdata=data --username=postgres --pwfile=password --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 \
    --no-sync >initdb.log 2>&1 || { tail -n 5 initdb.log >&2 && exit 1; }
  # it has to survive its clients' bad days, not a power failure
  printf '%s\n' "listen_addresses = '127.0.0.1'" "port = $(cat port)" "unix_socket_directories = ''" 'fsync = off' \
    'shared_buffers = 32MB' 'max_connections = 100' >>data/postgresql.conf
}

start() {
  local directory=$1 tree fresh
  # initdb wants its uid to have a name, and nobody has one everywhere
  as=(unshare -U --map-user=65534 --map-group=65534)
  tree=$("$targets/peers.sh" postgresql)
  mkdir -p "$directory"
  chmod 711 "$directory"
  cd "$directory"
  ! running || { cat port && return; }
  [ "$(id -u)" != 0 ] || as=(setpriv "--reuid=$throwaway_uid" "--regid=$throwaway_uid" --clear-groups "${as[@]}")
  write_programs "$tree"
  fresh=$([ -e data/PG_VERSION ] || echo yes)
  [ -z "$fresh" ] || make_database
  setsid "${as[@]}" bin/postgres -D data </dev/null >>log 2>&1 &
  echo $! >pid
  comes answers || { tail -n 5 log >&2 && echo "postgresql.sh: the server did not start in $directory" >&2 && exit 1; }
  if [ -n "$fresh" ]; then
    ask "create role gatehouse login password '$password'" 'create database gatehouse owner gatehouse' >/dev/null
  fi
  cat port
}

# ask SQL…: as the superuser
ask() {
  local sql
  for sql in "$@"; do
    PGPASSWORD=$password PGCONNECT_TIMEOUT=5 bin/psql -q -X -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(cat port)" -U postgres -c "$sql" postgres
  done
}

running() { [ -s pid ] && kill -0 "$(cat pid)" 2>/dev/null; }

answers() { ask 'select 1' >/dev/null 2>&1; }

stop() {
  local pid
  pid=$(cat "$1/pid" 2>/dev/null) || return 0
  thaw "$1"
  kill -INT "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.1
  done
  rm -f "$1/pid"
}

# every backend is a process of its own
processes() {
  local pid
  pid=$(cat "$1/pid")
  echo "$pid"
  grep -lsE "^PPid:[[:space:]]+$pid$" /proc/[0-9]*/status | cut -d / -f 3
}

freeze() { kill -STOP $(processes "$1"); }

thaw() { kill -CONT $(processes "$1") 2>/dev/null || true; }

case ${1:-} in
  start | stop | freeze | thaw) "$@" ;;
  *) sed -n '2,12s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
