# Starting, watching and stopping the server.

# A heap of 512 MiB keeps the process under 800 MiB when idle; GATEHOUSE_JAVA_OPTS comes later and wins. By its own forecast G1 would mark
# the old objects all the time that much passes through, though none are added: 18 % of the processor. A machine that is busy may need more
# than the five minutes after which a start is given up otherwise.
jvm_options() {
  printf '%s\n' -Xms64m -Xmx512m -XX:MaxMetaspaceSize=256m -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=70 \
    -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 \
    -Djava.awt.headless=true -Djboss.modules.system.pkgs=org.jboss.byteman -Djboss.as.management.blocking.timeout=900 \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    --add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED --add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED \
    --add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED --add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED \
    --add-opens=java.base/java.{lang,lang.invoke,lang.reflect,io,net,security,util,util.concurrent}=ALL-UNNAMED \
    --add-opens=java.management/javax.management=ALL-UNNAMED --add-opens=java.naming/javax.naming=ALL-UNNAMED
}

run() {
  find_jdk
  make_home
  take_home
  build_all
  umask 077
  certificate
  check_ports
  wait_for_database
  prepare_base
  say "Starting on $GATEHOUSE_HOME; this takes some 15 seconds"
  start_server
  wait_until_started
  wait_for_ssh
  [ -n "$stopping" ] || greet
  wait_for_end
}

# Set by a signal: from then on the server is on its way to its end.
stopping=

# The lock goes with the JVM, which inherits it: it is free as soon as, and only when, nobody runs on this home.
take_home() {
  exec 9>>"$server_base/lock"
  # whoever asks whether it runs holds it for a moment
  flock -w 2 9 || refuse "Gatehouse is already running on $GATEHOUSE_HOME (./gatehouse status, ./gatehouse stop)"
  # of a server that was killed: its number may be somebody else's by now
  rm -f "$server_base/pid"
}

is_running() {
  [ -e "$server_base/lock" ] || return 1
  ! flock -n "$server_base/lock" true
}

# Each listener has a port of its own that nobody listens on where it will.
check_ports() {
  local name port address
  local -A taken=()
  for name in HTTP HTTPS SSH MANAGEMENT; do
    port=GATEHOUSE_${name}_PORT
    [ -z "${taken[${!port}]:-}" ] || refuse "${taken[${!port}]} and $port are both ${!port}; each needs a port of its own"
    taken[${!port}]=$port
    [ "$(id -u)" = 0 ] || [ "${!port}" -ge "$(unprivileged_from)" ] ||
      refuse "port ${!port} is for root: set $port to one from $(unprivileged_from) on, with a proxy before it, or allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start=${!port}"
    for address in $(listen_addresses "$name"); do
      ! port_open "$address" "${!port}" || refuse "port ${!port} is in use on $address; set $port (or --${name,,}-port) to another one"
    done
  done
}

# The first port that everybody may listen on.
unprivileged_from() { cat /proc/sys/net/ipv4/ip_unprivileged_port_start 2>/dev/null || echo 1024; }

# listen_addresses NAME: where the listener of that name will be reached
listen_addresses() {
  [ "$1" != MANAGEMENT ] || { echo 127.0.0.1 && return; }
  case $GATEHOUSE_BIND in
    0.0.0.0 | ::) echo 127.0.0.1 "$(hostname -I 2>/dev/null || true)" ;;
    *) echo "$GATEHOUSE_BIND" ;;
  esac
}

wait_for_database() {
  [ -n "$GATEHOUSE_DB_URL" ] || return 0
  GATEHOUSE_DB_USER=$GATEHOUSE_DB_USER GATEHOUSE_DB_PASSWORD=$GATEHOUSE_DB_PASSWORD \
    java -cp "$server/modules/org/postgresql/main/postgresql.jar" "$script/DatabaseWait.java" "$GATEHOUSE_DB_URL" || exit 1
}

prepare_base() {
  rm -rf "$server_base/configuration" "$server_base/tmp"
  mkdir -p "$server_base/configuration"
  cp "$server"/standalone/configuration/*.properties "$server_base/configuration/"
  cp "$script/logging.properties" "$server_base/configuration/"
  cp "$server/standalone/configuration/standalone-$(database).xml" "$server_base/configuration/standalone.xml"
  cp "$ear" "$server_base/gatehouse.ear"
  write_properties
  rotate_log
  keep_console_log
}

# A fresh server.log for each start, named as the server's own rotation names them.
rotate_log() {
  local logs=$GATEHOUSE_HOME/logs number
  [ -s "$logs/server.log" ] || return 0
  for number in 9 8 7 6 5 4 3 2 1; do
    [ ! -e "$logs/server.log.$number" ] || mv "$logs/server.log.$number" "$logs/server.log.$((number + 1))"
  done
  mv "$logs/server.log" "$logs/server.log.1"
}

# What the last one printed itself, when it ran out of memory for example, is looked for after it was started again.
keep_console_log() { [ ! -s "$GATEHOUSE_HOME/logs/console.log" ] || mv "$GATEHOUSE_HOME/logs/console.log" "$GATEHOUSE_HOME/logs/console.log.1"; }

start_server() {
  local options
  mapfile -t options < <(jvm_options)
  # from before it runs until its number is known
  trap 'stopping=yes' INT TERM HUP
  # shellcheck disable=SC2086 # several options in one variable
  (exec java "${options[@]}" ${GATEHOUSE_JAVA_OPTS:-} \
    "-XX:ErrorFile=$GATEHOUSE_HOME/logs/crash-%p.log" "-Dorg.jboss.boot.log.file=$GATEHOUSE_HOME/logs/boot.log" \
    "-Dlogging.configuration=file:$server_base/configuration/logging.properties" \
    -jar "$server/jboss-modules.jar" -mp "$server/modules" org.jboss.as.standalone \
    "-Djboss.home.dir=$server" "-Djboss.server.base.dir=$server_base" \
    -P="$server_base/gatehouse.properties") </dev/null >"$GATEHOUSE_HOME/logs/console.log" 2>&1 &
  server_pid=$!
  trap 'stopping=yes; kill -TERM "$server_pid" 2>/dev/null' INT TERM HUP
  [ -z "$stopping" ] || kill -TERM "$server_pid"
  echo "$server_pid" >"$server_base/pid" || { give_up && fail "cannot write to $server_base"; }
}

# WFLYSRV0025: started; WFLYSRV0026: started with errors
wait_until_started() {
  local log=$GATEHOUSE_HOME/logs/server.log
  while kill -0 "$server_pid" 2>/dev/null; do
    if grep -q WFLYSRV0025 "$log" 2>/dev/null; then return; fi
    if grep -q WFLYSRV0026 "$log" 2>/dev/null; then
      give_up
      explain_failure "$log"
    fi
    # Ctrl-C ends it, too
    quietly sleep 0.2 || true
  done
  quietly wait "$server_pid" || [ -n "$stopping" ] || explain_failure "$log"
  rm -f "$server_base/pid"
  say 'Gatehouse has stopped.'
  exit 0
}

# Nothing runs in a server whose application failed; beans that wait for it may keep the process from ending by itself.
give_up() {
  kill -TERM "$server_pid" 2>/dev/null || true
  for _ in $(seq 50); do
    kill -0 "$server_pid" 2>/dev/null || break
    quietly sleep 0.2 || true
  done
  kill -KILL "$server_pid" 2>/dev/null || true
  quietly wait "$server_pid" || true
}

# The SSH listener opens after its host keys were read or made, a moment after the rest.
wait_for_ssh() {
  local host=$GATEHOUSE_BIND
  case $host in 0.0.0.0 | ::) host=127.0.0.1 ;; esac
  for _ in $(seq 900); do
    ! port_open "$host" "$GATEHOUSE_SSH_PORT" || return 0
    [ -z "$stopping" ] || return 0
    kill -0 "$server_pid" 2>/dev/null || break
    quietly sleep 0.2 || true
  done
  say "The SSH port $GATEHOUSE_SSH_PORT does not answer; see $GATEHOUSE_HOME/logs/server.log" >&2
}

explain_failure() {
  local log=$1 text problem
  text=$(cat "$log" "$GATEHOUSE_HOME/logs/console.log" 2>/dev/null || true)
  # what Gatehouse itself refuses says what to do
  problem=$(sed -n 's/^Caused by: gatehouse\.kernel\.ProblemException: //p' <<<"$text" | sort -u | tail -n 1)
  [ -z "$problem" ] || fail "$problem"
  case $text in
    *'Cannot assign requested address'*) fail "no network of this machine has the address $GATEHOUSE_BIND; choose another one by GATEHOUSE_BIND" ;;
    *'Address already in use'*) say 'A port is in use already.' >&2 ;;
    *'not resolved locally'*) fail 'the database was made by another version of Gatehouse: start that one, or restore a backup of this one' ;;
    *'FlywayValidateException'*) fail "the database's migrations are not those of this version; see $log" ;;
    *'Database may be already in use'*) say 'Another process has the database open.' >&2 ;;
    *'OutOfMemoryError'*) say 'Memory ran out; raise it by GATEHOUSE_JAVA_OPTS=-Xmx1g.' >&2 ;;
  esac
  printf '%s\n' "$text" | grep -aE '^(Caused by|.* ERROR |.*failure description: ")' | grep -avE 'WFLYCTL0013|WFLYSRV0026|WFLYSRV0021' | cut -c 1-400 | awk '!seen[$0]++' | tail -n 8 >&2 || true
  fail "the start failed; everything is in $log"
}

greet() {
  say
  say "Gatehouse is ready: https://localhost:$GATEHOUSE_HTTPS_PORT"
  say "  SSH        ssh -p $GATEHOUSE_SSH_PORT USER@$([ "$GATEHOUSE_BIND" = 127.0.0.1 ] && echo localhost || uname -n)"
  say "  data       $GATEHOUSE_HOME (back up its master key; nothing can be read without it)"
  [ ! -e "$GATEHOUSE_HOME/tls/ca.pem" ] || say "  trust      $GATEHOUSE_HOME/tls/ca.pem, so that browsers do not warn"
  if [ -s "$GATEHOUSE_HOME/setup-link" ]; then
    say
    say "Set up the first administrator with this link, valid once and for 30 minutes:"
    if is_journal; then say "  it is in $GATEHOUSE_HOME/setup-link"; else say "  $(cat "$GATEHOUSE_HOME/setup-link")"; fi
  fi
  say
  say 'Ctrl-C stops it.'
}

# Does systemd keep what is said? Others read it, and a link is for one person.
is_journal() { [ -n "${JOURNAL_STREAM:-}" ] && [ "$JOURNAL_STREAM" = "$(stat -L -c %d:%i "/proc/$$/fd/1")" ]; }

wait_for_end() {
  local code=0
  quietly wait "$server_pid" || code=$?
  # a signal interrupts the first wait: the server is still closing its sessions then
  while kill -0 "$server_pid" 2>/dev/null; do
    quietly wait "$server_pid" || code=$?
  done
  rm -f "$server_base/pid"
  case $code in
    0 | 130 | 143) say 'Gatehouse has stopped.' ;;
    *) fail "Gatehouse ended unexpectedly (code $code); see $GATEHOUSE_HOME/logs" ;;
  esac
}

stop() {
  is_running || { say "Gatehouse is not running on $GATEHOUSE_HOME"; return; }
  local pid
  pid=$(cat "$server_base/pid" 2>/dev/null) || fail "Gatehouse is just starting; try again"
  kill -TERM "$pid" || fail "process $pid belongs to somebody else"
  flock -w 60 "$server_base/lock" true || fail "process $pid has not ended within a minute"
  say 'Gatehouse has stopped.'
}

# Exit 0: running and ready. 1: running, not ready. 3: not running.
status() {
  is_running || { say "not running on $GATEHOUSE_HOME"; exit 3; }
  local pid port answer
  pid=$(cat "$server_base/pid" 2>/dev/null) || { say "starting on $GATEHOUSE_HOME"; exit 1; }
  port=$(sed -n 's/^jboss.management.http.port=//p' "$server_base/gatehouse.properties")
  say "running on $GATEHOUSE_HOME, process $pid, $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status") MiB"
  say "  https://localhost:$(sed -n 's/^gatehouse.https.port=//p' "$server_base/gatehouse.properties")"
  answer=$(http_get "$port" /prometheus) || true
  if ! is_up database; then
    say '  not ready: the database cannot be reached; the log says why' && exit 1
  elif ! is_up storage; then
    say '  not ready: recordings cannot be written, their disk is full or away; the log says why' && exit 1
  elif [[ $(http_get "$port" /health/ready) == *'"suspend-state","status":"DOWN"'* ]]; then
    say '  not ready: the server is suspended; resume it with jboss-cli (:resume)' && exit 1
  fi
  say '  ready'
}

# is_up WHAT: what the figures in $answer say of it; no figure is no
is_up() { grep -qE "^gatehouse_$1_up(\{[^}]*\})? 1" <<<"$answer"; }

# http_get PORT PATH: the body of a plain GET from loopback
http_get() {
  exec 8<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&8
  timeout 10 cat <&8 | sed '1,/^\r*$/d'
  exec 8>&-
}

setup_link() { request_link setup-link '' setup-link 'an administrator exists already; see ./gatehouse admin-reset'; }

# A link for a locked-out administrator to choose a new password; whoever may read GATEHOUSE_HOME may ask for it.
admin_reset() {
  [ -n "${1:-}" ] || refuse 'say whose password: ./gatehouse admin-reset USERNAME'
  request_link admin-reset "$1" reset-link "there is no active administrator '$1'"
}

# request_link REQUEST CONTENT FILE REFUSAL: the server looks for requests every two seconds; it answers with a file or not at all
request_link() {
  is_running || refuse 'Gatehouse is not running; start it first: ./gatehouse run'
  local link=$GATEHOUSE_HOME/$3
  umask 077
  mkdir -p "$GATEHOUSE_HOME/requests"
  rm -f "$link"
  printf '%s\n' "$2" >"$GATEHOUSE_HOME/requests/.$1"
  mv "$GATEHOUSE_HOME/requests/.$1" "$GATEHOUSE_HOME/requests/$1"
  local patience=150
  while [ $patience -gt 0 ]; do
    [ ! -s "$link" ] || { say 'Valid once and for 30 minutes:' >&2 && cat "$link" && return; }
    # the request is taken away once it is answered: one more look
    [ -e "$GATEHOUSE_HOME/requests/$1" ] || [ $patience -le 2 ] || patience=2
    patience=$((patience - 1))
    sleep 0.2
  done
  [ ! -e "$GATEHOUSE_HOME/requests/$1" ] || fail 'the server did not answer within half a minute; see ./gatehouse status'
  fail "$4"
}
