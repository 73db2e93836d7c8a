# ./gatehouse test: what CI runs is what a developer runs.

run_tests() {
  local what=${1:-all}
  find_jdk
  make_test_place
  case $what in
    all) test_unit && (test_real it) && test_real e2e ;;
    unit) test_unit ;;
    it | e2e) test_real "$what" "${2:-}" ;;
    *) refuse "there is no kind of test '$what'; see ./gatehouse help" ;;
  esac
}

# Everything that tests write lies in one folder, whose name is short: sockets lie there, too. The uid of the peers must get through it.
make_test_place() {
  test_place=$(mktemp -d "${TMPDIR:-/tmp}/gh-test.XXXX")
  chmod 711 "$test_place"
  export TMPDIR=$test_place
  trap remove_test_place EXIT
}

# What a failed run left is kept to be looked at.
remove_test_place() {
  local code=$?
  if [ $code -eq 0 ]; then
    rm -rf "$test_place" || true
  else
    say "what the tests wrote is kept in $test_place"
  fi
  return $code
}

# The gates and everything that needs only the JVM (and, for connectors, their real servers).
test_unit() {
  test_tools
  find_node
  say "== formatting, compilation with every warning an error, unit tests, architecture"
  shown_maven spotless:check package || fail "a check failed; the reason is above"
  touch "$ear"
}

# The product as it runs, with real clients. test_real it|e2e [CLASS]
test_real() {
  test_tools
  build_all
  local pattern=${2:-} inside=()
  case $1 in
    it)
      : "${pattern:=*IT}"
      prepare_inside
      say "== inside the server: $pattern"
      ;;
    e2e)
      : "${pattern:=*E2E}"
      say "== real clients against the whole product: $pattern"
      ;;
  esac
  shown_maven verify -pl verify -am -DskipTests=false -Dsurefire.failIfNoSpecifiedTests=false -Dtest=NONE -Dit.test="$pattern" "${inside[@]}" ||
    fail "a test failed; the reason is above"
  slowest
}

# A home for the server that Arquillian starts and stops; its tests are called over plain HTTP, which the product only redirects.
prepare_inside() {
  local ports options
  mapfile -t ports < <(free_ports 4)
  GATEHOUSE_HOME=$(mktemp -d)/home
  server_base=$GATEHOUSE_HOME/server
  GATEHOUSE_HTTP_PORT=${ports[0]} GATEHOUSE_HTTPS_PORT=${ports[1]} GATEHOUSE_SSH_PORT=${ports[2]} GATEHOUSE_MANAGEMENT_PORT=${ports[3]}
  make_home
  (umask 077 && certificate && prepare_base)
  sed -i '/name="https-only"/d; /name="known-hosts-only"/d' "$server_base/configuration/standalone.xml"
  options=$(jvm_options | tr '\n' ' ')
  inside=("-Dgatehouse.server=$server" "-Dgatehouse.it.home=$GATEHOUSE_HOME" "-Dgatehouse.it.jvm=$options"
    "-Dgatehouse.it.https.port=$GATEHOUSE_HTTPS_PORT" "-Dgatehouse.it.management.port=$GATEHOUSE_MANAGEMENT_PORT")
}

# free_ports COUNT: ports that nobody listens on, all different
free_ports() {
  local port
  shuf -i 20000-31999 | while read -r port; do
    port_open 127.0.0.1 "$port" || echo "$port"
  done | head -n "$1"
}

# Maven without the noise of downloads, with the lines that say what was tested
shown_maven() {
  find_maven
  maven_environment
  (cd "$here" && "$maven" -B -ntp "-Dtest.place=$test_place" "$@" 2>&1) | sed -u 's/\x1b\[[0-9;]*m//g' | grep --line-buffered -vE '^\[INFO\] (---|Building|Copying|Changes|Nothing|Deleting|skip|Rule|Compiling|$)|^\[INFO\] *$|^\[INFO\] -+<'
}

slowest() {
  say "== the ten slowest test classes"
  find "$here" -path '*/target/*-reports/TEST-*.xml' -print0 |
    xargs -0 sed -n 's/.*<testsuite .* name="\([^"]*\)" time="\([^"]*\)".*/\2 \1/p' | sort -rn | sed -n 1,10p
}

# Programs that tests use. Servers are never installed; they are unpacked (verify/targets/peers.sh).
test_tools() {
  local missing=()
  command -v ssh >/dev/null || missing+=(openssh-client)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v unshare >/dev/null || missing+=(util-linux)
  command -v git >/dev/null || missing+=(git)
  [ ${#missing[@]} -gt 0 ] || return 0
  local sudo=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || refuse "the tests need these packages: sudo apt-get install ${missing[*]}"
    sudo=(sudo -n)
  fi
  say "Installing what the tests need: ${missing[*]}"
  "${sudo[@]}" bash "$script/install.sh" "${missing[@]}" || fail "could not install ${missing[*]}"
}
