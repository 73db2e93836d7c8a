# Backup, restore, upgrade. The master key is never part of a backup: with it beside them, sealed secrets would be open. Neither are the keys of
# TLS: whoever reads a backup must not be able to pass for this server.

warn_about_master_key() {
  say
  say "The master key is NOT in it. Keep $GATEHOUSE_HOME/keys/master.key somewhere else, safe:"
  say 'without it nobody can read the secrets and recordings of this backup, with it everybody can.'
  say 'The TLS certificate and its key are not in it either: a restored home makes its own, which browsers have to be told to trust.'
}

# server_setting NAME: as the running server was told
server_setting() {
  local value
  value=$(sed -n "s/^${1//./\\.}=//p" "$server_base/gatehouse.properties")
  # a character of two UTF-16 units
  while [[ $value =~ \\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2}) ]]; do
    value=${value/"${BASH_REMATCH[0]}"/"$(printf '\\U%08x' $((0x10000 + ((0x${BASH_REMATCH[1]} - 0xd800) << 10) + 0x${BASH_REMATCH[2]} - 0xdc00)))"}
  done
  printf '%b\n' "$value"
}

backup() {
  local file=${1:-} work part
  [ -n "$file" ] || refuse 'say where to: ./gatehouse backup FILE.tar.gz'
  [ ! -e "$file" ] && [ ! -L "$file" ] || refuse "$file exists already"
  [ -d "$(dirname "$file")" ] && [ -w "$(dirname "$file")" ] || refuse "there is no folder $(dirname "$file") that can be written to"
  [ -d "$GATEHOUSE_HOME/database" ] || refuse "there is no Gatehouse in $GATEHOUSE_HOME"
  umask 077
  work=$(mktemp -d)
  # a name that nobody knows before, and a file that was not there: whoever else may write to the folder could have put a link in its place
  part=$(mktemp "$file.XXXXXXXX.part") || fail "the archive could not be written to $file"
  # shellcheck disable=SC2064 # the folder and the file of now
  trap "rm -rf $(printf '%q %q' "$work" "$part")" EXIT
  mkdir "$work/database"
  # the database first: recordings only grow, so every one that it names is in the archive
  "dump_$(backed_up_database)" "$work/database"
  # exit 1: a recording grew while it was read, which is no harm: it is whole up to its last chunk
  tar -czf "$part" --warning=no-file-changed -C "$work" database -C "$GATEHOUSE_HOME" $(cd "$GATEHOUSE_HOME" && ls -d recordings 2>/dev/null) || [ $? = 1 ] ||
    fail "the archive could not be written to $file"
  mv -T "$part" "$file"
  say "Backed up to $file ($(du -h "$file" | cut -f1))"
  warn_about_master_key
}

backed_up_database() { if is_running; then server_setting gatehouse.database; else database; fi; }

dump_h2() {
  local name
  if ! is_running; then
    cp "$GATEHOUSE_HOME"/database/gatehouse.mv.db "$1/" || fail 'there is no database yet'
    return
  fi
  name=$(date +%Y%m%d-%H%M%S)-$$.zip
  mkdir -p "$GATEHOUSE_HOME/requests"
  printf '%s\n' "$name" >"$GATEHOUSE_HOME/requests/.backup"
  mv "$GATEHOUSE_HOME/requests/.backup" "$GATEHOUSE_HOME/requests/backup"
  for _ in $(seq 1500); do
    if [ -e "$GATEHOUSE_HOME/backups/$name" ]; then
      mv "$GATEHOUSE_HOME/backups/$name" "$1/gatehouse.zip"
      return
    fi
    [ ! -e "$GATEHOUSE_HOME/backups/$name.failed" ] || fail "the database refused: $(cat "$GATEHOUSE_HOME/backups/$name.failed")"
    sleep 0.2
  done
  fail 'the server did not answer within five minutes'
}

dump_postgresql() {
  command -v pg_dump >/dev/null || refuse 'pg_dump is needed: sudo apt install postgresql-client'
  with_postgresql pg_dump --format=custom --schema=gatehouse --file="$1/gatehouse.pgdump" || fail 'pg_dump failed'
}

# libpq's form of the address: of its parameters only those about TLS mean the same there; the password goes through the environment
libpq_address() {
  local url=${1#jdbc:} parameters
  parameters=$(tr '?&' '\n\n' <<<"$url" | grep -E '^(sslmode|sslrootcert)=' | paste -sd '&' || true)
  echo "${url%%\?*}${parameters:+?$parameters}"
}

with_postgresql() {
  local url=$GATEHOUSE_DB_URL user=$GATEHOUSE_DB_USER password=$GATEHOUSE_DB_PASSWORD
  if [ -z "$url" ]; then
    url=$(server_setting gatehouse.db.url) user=$(server_setting gatehouse.db.user) password=$(server_setting gatehouse.db.password)
  fi
  PGUSER=$user PGPASSWORD=$password "$@" --dbname="$(libpq_address "$url")"
}

# backup_kind LIST: what a backup holds of the database: zip, mv.db or pgdump
backup_kind() {
  local kind
  kind=$(sed -n 's#^\(\./\)\{0,1\}database/gatehouse\.##p' "$1")
  echo "${kind%%$'\n'*}"
}

# Only what a backup holds is unpacked, whatever else an archive brings: files and folders of database and recordings (earlier ones hold tls,
# too, with the key of its CA, which is left). What has another name, or is a link or a device, was not made by a backup.
# list_members ARCHIVE LIST
list_members() {
  local strange
  tar -tzf "$1" >"$2" 2>/dev/null || refuse "$1 is damaged or no archive"
  strange=$(grep -vE '^(\./)?((database|recordings|tls)(/[A-Za-z0-9._-]+)*/?)?$' "$2" || true)
  strange+=$(grep -E '(^|/)\.\.(/|$)' "$2" || true)
  strange+=$(tar -tvzf "$1" | grep -v '^[-d]' || true)
  [ -z "$strange" ] ||
    refuse "$1 was not made by a backup, and nothing of it is restored; it holds: $(printf '%s' "${strange%%$'\n'*}" | tr -c '[:print:]' '?')"
}

# unpack_members ARCHIVE LIST NAME…: those that are there
unpack_members() {
  local archive=$1 list=$2 name members=()
  shift 2
  for name; do
    if grep -qE "^$name(/|\$)" "$list"; then members+=("$name"); fi
    if grep -qE "^\./$name(/|\$)" "$list"; then members+=("./$name"); fi
  done
  tar -xzf "$archive" -C "$GATEHOUSE_HOME" --no-same-owner "${members[@]}" || fail "$archive cannot be unpacked"
}

# A restore replaces what is in the schema: only where there is nothing.
require_empty_postgresql() {
  local there
  command -v pg_restore >/dev/null || refuse 'pg_restore is needed: sudo apt install postgresql-client'
  there=$(with_postgresql psql -XAtqc "select count(*) from information_schema.tables where table_schema = 'gatehouse'") ||
    fail 'the database cannot be asked; the reason is above'
  [ "$there" = 0 ] || refuse "$GATEHOUSE_DB_URL holds a Gatehouse already; restore into an empty database, or remove it first: DROP SCHEMA gatehouse CASCADE"
}

restore() {
  local file=${1:-} name kind list
  [ -n "$file" ] || refuse 'say which: ./gatehouse restore FILE.tar.gz'
  [ -f "$file" ] || refuse "there is no file $file"
  file=$(readlink -f "$file")
  ! is_running || refuse 'Gatehouse is running; stop it first'
  [ -e "$GATEHOUSE_HOME/keys/master.key" ] || [ -n "${GATEHOUSE_MASTER_KEY:-}" ] ||
    refuse "put the master key that belongs to this backup at $GATEHOUSE_HOME/keys/master.key first (mode 0600)"
  for name in database recordings; do
    [ -z "$(ls -A "$GATEHOUSE_HOME/$name" 2>/dev/null)" ] ||
      refuse "$GATEHOUSE_HOME/$name is not empty; restore into a fresh home (--home DIR) or move it away"
  done
  list=$(mktemp)
  # shellcheck disable=SC2064 # the file of now
  trap "rm -f '$list'" EXIT
  list_members "$file" "$list"
  kind=$(backup_kind "$list")
  case $kind in
    pgdump)
      [ -n "$GATEHOUSE_DB_URL" ] || refuse 'this is a backup of PostgreSQL: set GATEHOUSE_DB_URL and friends'
      require_empty_postgresql
      ;;
    zip | mv.db) [ -z "$GATEHOUSE_DB_URL" ] || refuse 'this is a backup of the embedded H2, which cannot be restored into PostgreSQL: unset GATEHOUSE_DB_URL' ;;
    *) refuse "$file is no backup of Gatehouse" ;;
  esac
  find_jdk
  make_home
  umask 077
  unpack_members "$file" "$list" "database/gatehouse.$kind" recordings
  if [ -e "$GATEHOUSE_HOME/database/gatehouse.zip" ]; then
    (cd "$GATEHOUSE_HOME/database" && jar -xf gatehouse.zip gatehouse.mv.db && rm gatehouse.zip && [ -e gatehouse.mv.db ]) || fail 'the database cannot be unpacked'
  fi
  if [ "$kind" = pgdump ]; then
    with_postgresql pg_restore --clean --if-exists --no-owner "$GATEHOUSE_HOME/database/gatehouse.pgdump" || fail 'pg_restore failed'
    rm "$GATEHOUSE_HOME/database/gatehouse.pgdump"
  fi
  say "Restored to $GATEHOUSE_HOME; start it with ./gatehouse run --home '$GATEHOUSE_HOME'"
  say "It makes a TLS certificate of its own: browsers and scripts have to be told to trust $GATEHOUSE_HOME/tls/ca.pem anew."
}

# Before a new version starts on old data: a backup, and a look whether this version knows that schema.
upgrade() {
  ! is_running || refuse 'Gatehouse is running; stop it first'
  find_jdk
  make_home
  take_home
  build_all
  check_schema
  flock -u 9
  (umask 077 && mkdir -p "$GATEHOUSE_HOME/backups")
  backup "$GATEHOUSE_HOME/backups/before-upgrade-$(date +%Y%m%d-%H%M%S).tar.gz"
  say 'Ready: ./gatehouse run migrates the database when it starts.'
}

check_schema() {
  local url=$GATEHOUSE_DB_URL driver=$server/modules/org/postgresql/main/postgresql.jar
  if [ -z "$url" ]; then
    [ -e "$GATEHOUSE_HOME/database/gatehouse.mv.db" ] || refuse "there is no database in $GATEHOUSE_HOME yet; ./gatehouse run makes one"
    url="jdbc:h2:file:$GATEHOUSE_HOME/database/gatehouse;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE;ACCESS_MODE_DATA=r"
    driver=$(echo "$server"/modules/system/layers/base/com/h2database/h2/main/h2-*.jar)
    GATEHOUSE_DB_USER=gatehouse GATEHOUSE_DB_PASSWORD=gatehouse
  fi
  export GATEHOUSE_DB_USER GATEHOUSE_DB_PASSWORD
  java -cp "$driver" "$script/SchemaCheck.java" "$url" "$here/ejb/src/main/resources/db/migration" || exit 1
}
