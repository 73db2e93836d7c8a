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
  local file=${1:-} work part content
  [ -n "$file" ] || refuse 'say where to: ./gatehouse backup FILE.tar.gz'
  [ ! -e "$file" ] && [ ! -L "$file" ] || refuse "$file exists already"
  [ -d "$(dirname "$file")" ] && [ -w "$(dirname "$file")" ] || refuse "there is no folder $(dirname "$file") that can be written to"
  [ -d "$GATEHOUSE_HOME/database" ] || refuse "there is no Gatehouse in $GATEHOUSE_HOME"
  find_jdk
  umask 077
  work=$(mktemp -d)
  # a name that nobody knows before, and a file that was not there: whoever else may write to the folder could have put a link in its place
  part=$(mktemp "$file.XXXXXXXX.part") || fail "the archive could not be written to $file"
  # shellcheck disable=SC2064 # the folder and the file of now
  trap "rm -rf $(printf '%q %q' "$work" "$part")" EXIT
  mkdir "$work/database"
  content=(-C "$work" database)
  # the database first: recordings only grow, so every one that it names is in the archive
  "dump_$(backed_up_database)" "$work/database"
  # exit 1: a recording grew while it was read, which is no harm: it is whole up to its last chunk
  [ ! -d "$GATEHOUSE_HOME/recordings" ] || content+=(-C "$GATEHOUSE_HOME" recordings)
  tar -czf "$part" --warning=no-file-changed "${content[@]}" || [ $? = 1 ] || fail "the archive could not be written to $file"
  add_seal "$part"
  mv -T "$part" "$file"
  say "Backed up to $file ($(du -h "$file" | cut -f1))"
  warn_about_master_key
}

# The seal (BackupSeal.java) says that an archive is as it was made, and when. Whoever can write to where it lies has no master key.
add_seal() {
  local code=0
  if has_master_key; then java "$script/BackupSeal.java" add "$1" "$GATEHOUSE_HOME" || code=$?; else code=2; fi
  case $code in
    0) ;;
    2) say 'The archive is NOT sealed, for the master key is not at hand: a restore cannot tell whether it was changed.' >&2 ;;
    *) fail 'the archive could not be sealed; the reason is above' ;;
  esac
}

has_master_key() { [ -n "${GATEHOUSE_MASTER_KEY:-}" ] || [ -e "$GATEHOUSE_HOME/keys/master.key" ]; }

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
  PGUSER=$user PGPASSWORD=$password PGCONNECT_TIMEOUT=10 "$@" --dbname="$(libpq_address "$url")"
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

# check_seal ARCHIVE: before anything of it is read. sealed says afterwards whether the archive has a seal of this master key.
check_seal() {
  local code=0 made
  made=$(java "$script/BackupSeal.java" check "$1" "$GATEHOUSE_HOME") || code=$?
  sealed=
  case $code in
    0) sealed=yes && say "Made on $made, and not changed since." ;;
    2) exit 2 ;;
    3) unsealed='has no seal: an earlier version made it, or it was made without the master key, or somebody took the seal away' ;;
    4) unsealed='is sealed under another master key than the one that is here' ;;
    5) refuse "$1 was changed since it was made, and nothing of it is restored; take another copy" ;;
    *) fail "$1 cannot be read; the reason is above" ;;
  esac
}

# For an archive without a seal, once its content looks like a backup: whoever restores it has to know where it comes from.
require_trust() {
  [ -z "$sealed" ] || return 0
  [ "${GATEHOUSE_RESTORE_UNSEALED:-}" = true ] ||
    refuse "$1 $unsealed.
  Nobody can tell whether it was changed, and nothing of it is restored. If you know that it is as you made it, restore it with
  GATEHOUSE_RESTORE_UNSEALED=true"
  say "$1 $unsealed. It is restored as it is, for GATEHOUSE_RESTORE_UNSEALED is true: nobody can tell whether it was changed." >&2
}

# What is unpacked is what the seal was made for, also when somebody changes the file meanwhile.
archive_content() { if [ -n "$sealed" ]; then java "$script/BackupSeal.java" read "$1" "$GATEHOUSE_HOME"; else cat "$1"; fi; }

# unpack_members ARCHIVE LIST FOLDER NAME…: those that are there
unpack_members() {
  local archive=$1 list=$2 folder=$3 name members=()
  shift 3
  for name; do
    if grep -qE "^$name(/|\$)" "$list"; then members+=("$name"); fi
    if grep -qE "^\./$name(/|\$)" "$list"; then members+=("./$name"); fi
  done
  archive_content "$archive" | tar -xz -C "$folder" --no-same-owner "${members[@]}" || fail "$archive cannot be unpacked; nothing of it is restored"
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
  local file=${1:-} name kind list fresh
  [ -n "$file" ] || refuse 'say which: ./gatehouse restore FILE.tar.gz'
  [ -f "$file" ] || refuse "there is no file $file"
  file=$(readlink -f "$file")
  ! is_running || refuse 'Gatehouse is running; stop it first'
  has_master_key || refuse "put the master key that belongs to this backup at $GATEHOUSE_HOME/keys/master.key first (mode 0600)"
  for name in database recordings; do
    [ -z "$(ls -A "$GATEHOUSE_HOME/$name" 2>/dev/null)" ] ||
      refuse "$GATEHOUSE_HOME/$name is not empty; restore into a fresh home (--home DIR) or move it away"
  done
  find_jdk
  check_seal "$file"
  list=$(mktemp)
  # shellcheck disable=SC2064 # the file of now
  trap "rm -f $(printf '%q' "$list")" EXIT
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
  require_trust "$file"
  make_home
  take_home
  umask 077
  # beside what it becomes: it is all there or not at all, however this ends
  rm -rf "$GATEHOUSE_HOME"/.restore.*
  fresh=$(mktemp -d "$GATEHOUSE_HOME/.restore.XXXXXX")
  # shellcheck disable=SC2064 # the file and the folder of now
  trap "rm -rf $(printf '%q %q' "$list" "$fresh")" EXIT
  unpack_members "$file" "$list" "$fresh" "database/gatehouse.$kind" recordings
  "restore_${kind/./_}" "$fresh/database"
  for name in recordings database; do
    [ ! -d "$fresh/$name" ] || mv -T "$fresh/$name" "$GATEHOUSE_HOME/$name" || fail "$GATEHOUSE_HOME/$name cannot be put in its place"
  done
  say "Restored to $GATEHOUSE_HOME; start it with ./gatehouse run --home '$GATEHOUSE_HOME'"
  say "It makes a TLS certificate of its own: browsers and scripts have to be told to trust $GATEHOUSE_HOME/tls/ca.pem anew."
}

restore_zip() {
  (cd "$1" && jar -xf gatehouse.zip gatehouse.mv.db && rm gatehouse.zip && [ -e gatehouse.mv.db ]) || fail 'the database cannot be unpacked'
}

restore_mv_db() { :; }

# All of it or nothing, so that it can be tried again.
restore_pgdump() {
  with_postgresql pg_restore --clean --if-exists --no-owner --single-transaction "$1/gatehouse.pgdump" || fail 'pg_restore failed'
  rm "$1/gatehouse.pgdump"
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
