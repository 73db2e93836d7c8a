# Building the EAR and provisioning the server, each only when something it is made of is newer, and both at once: the one mostly
# compiles, the other mostly downloads and unpacks.

ear=$here/ear/target/gatehouse.ear
server=$here/wildfly-config/target/server
logs=$here/wildfly-config/target/logs

# Everything that a start needs. One build at a time on a check-out.
build_all() {
  mkdir -p "$logs"
  (
    flock 6
    # what others wrote runs here
    unset GATEHOUSE_MASTER_KEY GATEHOUSE_DB_PASSWORD
    code=0
    if is_ear_old; then find_node; fi
    if is_ear_old || is_server_old; then find_maven; fi
    build_ear &
    (provision) || code=1
    wait $! || code=1
    exit $code
  ) 6>>"$logs/lock" || exit 1
}

is_ear_old() {
  local inputs=(pom.xml .mvn kernel connectors ejb web-war ear)
  newer_than "$ear" "${inputs[@]/#/$here/}"
}

server_inputs=("$here/wildfly-config/pom.xml" "$here/wildfly-config/src/main/server")
is_server_old() { changed "$server.provisioned" "${server_inputs[@]}"; }

# newer_than STAMP PATH…: is anything below the paths newer than the stamp? Build output does not count.
newer_than() {
  local stamp=$1
  shift
  [ -e "$stamp" ] || return 0
  [ -n "$(find "$@" \( -name target -o -name node_modules -o -name dist -o -name schema.d.ts \) -prune -o \( -type f -o -path '*/src/*' \) -newer "$stamp" -print -quit)" ]
}

# Maven's own libraries make new JDKs warn; its colours are noise in a log.
maven_environment() {
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Dstyle.color=never -Dorg.jboss.logging.provider=slf4j"
}

# run_maven NAME ARGUMENT…: shows what is being built; everything else goes into a log, whose errors are shown when it fails
run_maven() {
  local log=$logs/$1.log
  shift
  find_maven
  maven_environment
  (cd "$here" && "$maven" -B -ntp "$@" 2>&1) | tee "$log" | stages || {
    show_errors "$log"
    return 1
  }
}

stages() { sed -un 's/^\[INFO\] Building Gatehouse: \(.*\) [0-9][0-9.]* *\(\[.*\]\)$/  \2 \1/p; s/^ *\[exec\] \(Browser applications: .*\)/  \1/p'; }

show_errors() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | grep -aE '^\[ERROR\]|^ *\[exec\]' | grep -avE 'Re-run Maven|To see the full|Help 1|^\[ERROR\] *$' | tail -n 30 >&2
  say "All of it: $1" >&2
}

build_ear() {
  is_ear_old || return 0
  say 'Building Gatehouse (the first time downloads libraries; later only what changed)'
  "$here/web-war/src/main/ui/build.sh" 2>&1 | tee "$logs/ui.log" | sed -un 's/^Browser/  &/p' &
  run_maven build package -DskipTests -pl ear -am || fail 'the build failed; the reason is above'
  wait $! || fail "the browser applications could not be built; see $logs/ui.log"
  touch "$ear"
}

# `set -e` is off in here, because whoever calls it looks at how it ended.
provision() {
  local database
  if is_server_old; then
    say 'Provisioning WildFly'
    rm -f "$server".configured-*
    run_maven provision package -Pserver -pl wildfly-config || fail 'WildFly could not be provisioned; the reason is above'
    cp -r "$here/wildfly-config/src/main/server/." "$here/wildfly-config/target/extra/." "$server/" || return 1
    seal "$server.provisioned" "${server_inputs[@]}" || return 1
  fi
  database=$(database) || return 1
  if changed "$server.configured-$database" "$here/wildfly-config/src/main/cli" "$script/build.sh"; then
    say "Configuring WildFly for $database"
    configure "$database" || return 1
    seal "$server.configured-$database" "$here/wildfly-config/src/main/cli" "$script/build.sh"
  fi
}

# Stamps hold a hash of what something was made from: a check-out that only touches files does not provision anew.
inputs() {
  {
    grep -E '<(wildfly|postgresql)\.version>' "$here/pom.xml"
    find "$@" -type f -print0 | sort -z | xargs -0 cat
  } | sha256sum
}

# changed STAMP PATH…, seal STAMP PATH…
changed() { [ "$(inputs "${@:2}")" != "$(cat "$1" 2>/dev/null)" ]; }
seal() { inputs "${@:2}" >"$1"; }

# configure DATABASE: standalone-DATABASE.xml, made once so that a start only copies it
configure() {
  local config=$server/standalone/configuration commands=$here/wildfly-config/target/$1.cli
  cp "$config/standalone.xml" "$config/standalone-$1.xml" || return 1
  {
    echo "embed-server --server-config=standalone-$1.xml --std-out=discard"
    cat "$here/wildfly-config/src/main/cli/$1.cli" "$here/wildfly-config/src/main/cli/server.cli"
    echo stop-embedded-server
  } >"$commands" || return 1
  (cd "$here/wildfly-config/target" && "$server/bin/jboss-cli.sh" --file="$commands" --echo-command) >"$commands.log" 2>&1 || {
    tail -n 12 "$commands.log" >&2
    fail "the server could not be configured for $1"
  }
  # the application lies beside the configuration, in GATEHOUSE_HOME/server, so that a rebuild never touches a running one
  sed -i 's|^</server>|    <deployments>\n        <deployment name="gatehouse.ear" runtime-name="gatehouse.ear">\n            <fs-archive path="gatehouse.ear" relative-to="jboss.server.base.dir"/>\n        </deployment>\n    </deployments>\n</server>|' \
    "$config/standalone-$1.xml"
}
