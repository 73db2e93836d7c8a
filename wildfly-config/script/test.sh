# ./gatehouse test: what CI runs is what a developer runs.

run_tests() {
  local what=${1:-all}
  find_jdk
  case $what in
    all) test_unit && test_real e2e ;;
    unit) test_unit ;;
    it | e2e) test_real "$what" "${2:-}" ;;
    *) refuse "there is no kind of test '$what'; see ./gatehouse help" ;;
  esac
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
  find_node
  build_ear
  provision
  local pattern=${2:-}
  [ -n "$pattern" ] || case $1 in it) pattern='*IT' ;; e2e) pattern='*E2E' ;; esac
  say "== real clients against the whole product: $pattern"
  shown_maven verify -pl verify -DskipTests=false -Dsurefire.skip=true -Dit.test="$pattern" || fail "a test failed; the reason is above"
  slowest
}

# Maven without the noise of downloads, with the lines that say what was tested
shown_maven() {
  find_maven
  maven_environment
  (cd "$here" && "$maven" -B -ntp "$@" 2>&1) | grep -vE '^\[INFO\] (---|Building|Copying|Changes|Nothing|Deleting|skip|Rule|Compiling|$)|^\[INFO\] *$|^\[INFO\] -+<'
}

slowest() {
  say "== the ten slowest test classes"
  find "$here" -path '*/target/*-reports/TEST-*.xml' -print0 |
    xargs -0 sed -n 's/.*<testsuite .* name="\([^"]*\)" time="\([^"]*\)".*/\2 \1/p' | sort -rn | head -n 10
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
