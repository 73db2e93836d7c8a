# ./gatehouse bench ssh: figures are ratios against peers measured in the same run (docs/benchmarks.md).
# ./gatehouse bench steady: terminals that print all the time; nothing may get lost, nothing may grow.
# ./gatehouse bench policy | menu: parts of the product in one process, on an organisation that is made up in memory.

bench() {
  case ${1:-ssh} in
    ssh) bench_running SshBench docs/benchmarks.md ;;
    steady) bench_running SteadyBench docs/benchmarks-steady.md ;;
    policy) bench_alone policy PolicyBench 'The decision point' ;;
    menu) bench_alone menu MenuBench 'The interactive menu' ;;
    *) refuse "there is no benchmark '$1'; there are: ssh, steady, policy, menu" ;;
  esac
}

# bench_alone NAME CLASS TITLE: writes docs/benchmarks-NAME.md
bench_alone() {
  local place classes jars
  find_jdk
  build_ear
  provision
  place=$(mktemp -d)
  jars=$(find "$server/modules/system/layers/base" \( -path '*/jakarta/*' -o -path '*/org/jboss/logging/*' -o -path '*/org/infinispan/*' \) -name '*.jar' | paste -sd :)
  classes=$here/ejb/target/classes:$here/kernel/target/classes$(printf ":$here/connectors/%s/target/classes" spi ssh telnet)
  java -Xmx1g -cp "$classes:$jars" "$here/verify/bench/$2.java" "$place/table" || { rm -rf "$place"; fail 'the benchmark broke off; the reason is above'; }
  {
    printf '# Benchmark: %s\n\nWritten by `./gatehouse bench %s` on %s cores, in one process, on an organisation that is made up in memory\n' "$1" "$1" "$(nproc)"
    printf '(`verify/bench/%s.java` says how). Machines are noisy: read the figures beside each other.\n\n## %s\n\n' "$2" "$3"
    cat "$place/table"
  } >"$here/docs/benchmarks-$1.md"
  rm -rf "$place"
  say "Written to docs/benchmarks-$1.md"
}

# bench_running CLASS FILE: against a demo that it starts and stops
bench_running() {
  local place code=0
  place=$(mktemp -d)
  GATEHOUSE_HOME=$place/home
  server_base=$GATEHOUSE_HOME/server
  demo_up
  say 'Measuring'
  java "$here/verify/bench/$1.java" "$demo_place" "$GATEHOUSE_HOME" "$GATEHOUSE_HTTPS_PORT" "$GATEHOUSE_SSH_PORT" "$server_pid" \
    "$place/table" || code=$?
  kill -TERM "$server_pid"
  wait "$server_pid" || true
  stop_targets
  [ $code = 0 ] || { rm -rf "$place" "$demo_place"; fail 'the benchmark broke off; the reason is above'; }
  {
    "words_of_$1"
    cat "$place/table"
  } >"$here/$2"
  rm -rf "$place" "$demo_place"
  say "Written to $2"
}

words_of_SshBench() {
  printf '# Benchmarks\n\nWritten by `./gatehouse bench ssh`: four ways to the same OpenSSH server on loopback, alternating, medians behind a round that is not counted. Machines\n'
  printf 'are noisy; only the ratios say something. Peers: %s. [What the figures say](benchmarks-analysis.md).\n\n## SSH, %s cores, recording and audit on\n\n' "$(ssh -V 2>&1 | cut -d, -f1)" "$(nproc)"
}

words_of_SteadyBench() {
  printf '# Benchmark: terminals that print all the time\n\nWritten by `./gatehouse bench steady` on %s cores, which clients, Gatehouse and the target share: each terminal prints\n' "$(nproc)"
  printf '200 lines of 100 bytes a second and is recorded. Heap is what a full collection leaves.\n\n'
}
