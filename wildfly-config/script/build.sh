# Building the EAR and provisioning the server, each only when something it is made of is newer.

ear=$here/ear/target/gatehouse.ear
server=$here/wildfly-config/target/server

# newer_than STAMP PATH…: is anything below the paths newer than the stamp? Build output does not count.
newer_than() {
  local stamp=$1
  shift
  [ -e "$stamp" ] || return 0
  [ -n "$(find "$@" \( -name target -o -name node_modules -o -name dist \) -prune -o \( -type f -o -path '*/src/*' \) -newer "$stamp" -print -quit)" ]
}

# Maven's own libraries make new JDKs warn; its colours are noise in a log.
maven_environment() {
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Dstyle.color=never"
}

run_maven() {
  find_maven
  maven_environment
  (cd "$here" && "$maven" -B -q "$@")
}

build_ear() {
  local inputs=(pom.xml .mvn kernel connectors ejb web-war ear)
  newer_than "$ear" "${inputs[@]/#/$here/}" || return 0
  find_node
  say "Building Gatehouse (the first time downloads libraries; later only what changed)"
  run_maven package -DskipTests -pl ear -am || fail "the build failed; the reason is above"
  touch "$ear"
}

provision() {
  local stamp=$here/wildfly-config/target/server
  if changed "$stamp.provisioned" "$here/wildfly-config/pom.xml" "$here/wildfly-config/src/main/server"; then
    say "Provisioning WildFly"
    rm -f "$stamp.configured"
    run_maven package -Pserver -pl wildfly-config || fail "WildFly could not be provisioned; the reason is above"
    seal "$stamp.provisioned" "$here/wildfly-config/pom.xml" "$here/wildfly-config/src/main/server"
  fi
  if changed "$stamp.configured" "$here/wildfly-config/src/main/cli" "$script/build.sh"; then
    configure h2
    configure postgresql
    seal "$stamp.configured" "$here/wildfly-config/src/main/cli" "$script/build.sh"
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
  cp "$config/standalone.xml" "$config/standalone-$1.xml"
  {
    echo "embed-server --server-config=standalone-$1.xml --std-out=discard"
    cat "$here/wildfly-config/src/main/cli/$1.cli" "$here/wildfly-config/src/main/cli/server.cli"
    echo stop-embedded-server
  } >"$commands"
  (cd "$here/wildfly-config/target" && "$server/bin/jboss-cli.sh" --file="$commands" --echo-command) >"$commands.log" 2>&1 || {
    tail -n 12 "$commands.log" >&2
    fail "the server could not be configured for $1"
  }
  # the application lies beside the configuration, in GATEHOUSE_HOME/server, so that a rebuild never touches a running one
  sed -i 's|^</server>|    <deployments>\n        <deployment name="gatehouse.ear" runtime-name="gatehouse.ear">\n            <fs-archive path="gatehouse.ear" relative-to="jboss.server.base.dir"/>\n        </deployment>\n    </deployments>\n</server>|' \
    "$config/standalone-$1.xml"
}
