# Settings from options and environment, and the folders of GATEHOUSE_HOME.

default_home=${HOME:-/var/lib/gatehouse}/.gatehouse
GATEHOUSE_HOME=${GATEHOUSE_HOME:-$default_home}
GATEHOUSE_BIND=${GATEHOUSE_BIND:-127.0.0.1}
GATEHOUSE_HTTP_PORT=${GATEHOUSE_HTTP_PORT:-8080}
GATEHOUSE_HTTPS_PORT=${GATEHOUSE_HTTPS_PORT:-8443}
GATEHOUSE_SSH_PORT=${GATEHOUSE_SSH_PORT:-2222}
GATEHOUSE_SSH_PROXIES=${GATEHOUSE_SSH_PROXIES:-}
GATEHOUSE_SSH_CHACHA20=${GATEHOUSE_SSH_CHACHA20:-false}
GATEHOUSE_MANAGEMENT_PORT=${GATEHOUSE_MANAGEMENT_PORT:-9990}
GATEHOUSE_NAMES=${GATEHOUSE_NAMES:-}
GATEHOUSE_DB_URL=${GATEHOUSE_DB_URL:-}
GATEHOUSE_DB_USER=${GATEHOUSE_DB_USER:-gatehouse}
GATEHOUSE_DB_PASSWORD=${GATEHOUSE_DB_PASSWORD:-}

# read_words MOST ARGUMENT…: options and words in any order; the words, MOST at most, are in the array words then.
read_words() {
  local most=$1 options=()
  shift
  words=()
  while [ $# -gt 0 ]; do
    case $1 in
      --*)
        options+=("${@:1:2}")
        shift
        ;;
      *) words+=("$1") ;;
    esac
    [ $# -eq 0 ] || shift
  done
  [ ${#words[@]} -le "$most" ] || refuse "'${words[$most]}' is one word too many; see ./gatehouse help"
  read_options "${options[@]}"
}

read_options() {
  while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || refuse "the option '$1' is unknown or lacks its value; see ./gatehouse help"
    case $1 in
      --home) GATEHOUSE_HOME=$2 ;;
      --bind) GATEHOUSE_BIND=$2 ;;
      --http-port) GATEHOUSE_HTTP_PORT=$2 ;;
      --https-port) GATEHOUSE_HTTPS_PORT=$2 ;;
      --ssh-port) GATEHOUSE_SSH_PORT=$2 ;;
      --management-port) GATEHOUSE_MANAGEMENT_PORT=$2 ;;
      --names) GATEHOUSE_NAMES=$2 ;;
      --db-url) GATEHOUSE_DB_URL=$2 ;;
      *) refuse "the option '$1' is unknown; see ./gatehouse help" ;;
    esac
    shift 2
  done
  check_settings
}

check_settings() {
  local port
  for port in "$GATEHOUSE_HTTP_PORT" "$GATEHOUSE_HTTPS_PORT" "$GATEHOUSE_SSH_PORT" "$GATEHOUSE_MANAGEMENT_PORT"; do
    [[ $port =~ ^[0-9]{1,5}$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || refuse "'$port' is not a port"
  done
  case $GATEHOUSE_SSH_CHACHA20 in true | false) ;; *) refuse "GATEHOUSE_SSH_CHACHA20 is true or false" ;; esac
  [[ $GATEHOUSE_NAMES =~ ^[A-Za-z0-9.,-]*$ ]] || refuse "GATEHOUSE_NAMES must be DNS names, separated by commas"
  [[ -z $GATEHOUSE_DB_URL || $GATEHOUSE_DB_URL == jdbc:postgresql://* ]] ||
    refuse "GATEHOUSE_DB_URL must look like jdbc:postgresql://host:5432/database"
  case $GATEHOUSE_DB_URL in *[?\&]password=*) refuse "GATEHOUSE_DB_URL is shown in lists of processes and in messages: leave the password out, and set GATEHOUSE_DB_PASSWORD" ;; esac
  case $GATEHOUSE_HOME in /*) ;; *) GATEHOUSE_HOME=$PWD/$GATEHOUSE_HOME ;; esac
  case $GATEHOUSE_HOME/ in "$here"/*) refuse "GATEHOUSE_HOME must not be inside the build tree: rebuilding would endanger your data" ;; esac
  server_base=$GATEHOUSE_HOME/server
}

database() { [ -n "$GATEHOUSE_DB_URL" ] && echo postgresql || echo h2; }

make_home() {
  (umask 077 && mkdir -p "$GATEHOUSE_HOME"/{server,logs,database,tls}) || fail "cannot write to $GATEHOUSE_HOME"
  chmod 700 "$GATEHOUSE_HOME"
}

# One line of a Java properties file; values are never part of a command line, where other users could read them.
property() {
  local value=${2//\\/\\\\}
  case $value in *$'\n'*) refuse "the value of $1 must be one line" ;; esac
  case $value in *[!\ -~]*) value=$(ascii "$value") ;; esac
  printf '%s=%s\n' "$1" "$value"
}

# Such files are read as ISO 8859-1: everything else is written as \uXXXX, a UTF-16 unit each.
ascii() {
  local high low
  printf '%s' "$1" | iconv -f UTF-8 -t UTF-16BE | od -An -v -tx1 -w2 | while read -r high low; do
    # shellcheck disable=SC2059 # one byte by its number
    if [ "$high" = 00 ] && [ $((16#$low)) -lt 128 ]; then printf "\\x$low"; else printf '\\u%s' "$high$low"; fi
  done
}

write_properties() {
  {
    property gatehouse.home "$GATEHOUSE_HOME"
    property gatehouse.bind "$GATEHOUSE_BIND"
    property gatehouse.ssh.port "$GATEHOUSE_SSH_PORT"
    property gatehouse.ssh.proxies "$GATEHOUSE_SSH_PROXIES"
    property gatehouse.ssh.chacha20 "$GATEHOUSE_SSH_CHACHA20"
    property gatehouse.http.port "$GATEHOUSE_HTTP_PORT"
    property gatehouse.https.port "$GATEHOUSE_HTTPS_PORT"
    property gatehouse.hosts "$(host_pattern)"
    property gatehouse.tls.keystore "$GATEHOUSE_HOME/tls/server.p12"
    property gatehouse.tls.password "$(cat "$GATEHOUSE_HOME/tls/password")"
    property gatehouse.database "$(database)"
    if [ -n "$GATEHOUSE_DB_URL" ]; then
      property gatehouse.db.url "$GATEHOUSE_DB_URL"
      property gatehouse.db.user "$GATEHOUSE_DB_USER"
      property gatehouse.db.password "$GATEHOUSE_DB_PASSWORD"
    fi
    property jboss.bind.address "$GATEHOUSE_BIND"
    property jboss.http.port "$GATEHOUSE_HTTP_PORT"
    property jboss.https.port "$GATEHOUSE_HTTPS_PORT"
    property jboss.management.http.port "$GATEHOUSE_MANAGEMENT_PORT"
    property jboss.server.log.dir "$GATEHOUSE_HOME/logs"
  } >"$server_base/gatehouse.properties"
}
