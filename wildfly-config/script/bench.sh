# ./gatehouse bench ssh: figures are ratios against peers measured in the same run (docs/benchmarks.md).

bench() {
  [ "${1:-ssh}" = ssh ] || refuse "there is no benchmark '$1'; there is: ssh"
  local place table=$here/docs/benchmarks.md code=0
  place=$(mktemp -d)
  GATEHOUSE_HOME=$place/home
  server_base=$GATEHOUSE_HOME/server
  demo_up
  say 'Measuring: direct, ssh -J, a double hop, Gatehouse with recording on, alternating'
  java "$here/verify/bench/SshBench.java" "$demo_place" "$GATEHOUSE_HOME" "$GATEHOUSE_HTTPS_PORT" "$GATEHOUSE_SSH_PORT" "$server_pid" \
    "$place/table" || code=$?
  kill -TERM "$server_pid"
  wait "$server_pid" || true
  stop_targets
  [ $code = 0 ] || fail 'the benchmark broke off; the reason is above'
  {
    printf '# Benchmarks\n\nWritten by `./gatehouse bench ssh`: four ways to the same OpenSSH server on loopback, alternating, medians. Machines are noisy;\n'
    printf 'only the ratios say something. Peers: %s.\n\n## SSH, %s cores, recording and audit on\n\n' "$(ssh -V 2>&1 | cut -d, -f1)" "$(nproc)"
    cat "$place/table"
  } >"$table"
  rm -rf "$place"
  say "Written to docs/benchmarks.md"
}
