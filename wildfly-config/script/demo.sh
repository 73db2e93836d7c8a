# ./gatehouse demo: a Gatehouse with something behind it. Its servers run on loopback with the rights of whoever starts this.

demo() {
  [ "$GATEHOUSE_HOME" != "$HOME/.gatehouse" ] || GATEHOUSE_HOME=$HOME/.gatehouse-demo
  server_base=$GATEHOUSE_HOME/server
  command -v ssh-keygen >/dev/null || refuse 'the demo needs the ssh client: sudo apt install openssh-client'
  demo_up
  say "$(cat "$GATEHOUSE_HOME/demo-guide.txt")"
  wait_for_end
  stop_targets
}

# A Gatehouse that runs and is filled, with its targets; server_pid and demo_place say where.
demo_up() {
  case $GATEHOUSE_BIND in 127.* | localhost) ;; *) refuse 'the demo stays on loopback: its servers are open to everybody who knows their passwords' ;; esac
  find_jdk
  make_home
  take_home
  build_all
  umask 077
  certificate
  check_ports
  # targets before the server: they must not inherit the lock of the home
  demo_targets
  prepare_base
  start_server
  trap 'kill -TERM "$server_pid" 2>/dev/null; stop_targets' INT TERM HUP
  wait_until_started
  wait_for_ssh
  java "$script/Demo.java" "$GATEHOUSE_HOME" "$GATEHOUSE_HTTPS_PORT" "$GATEHOUSE_SSH_PORT" "$demo_place" ||
    { kill -TERM "$server_pid"; stop_targets; fail 'the demo could not be set up'; }
}

demo_shells=(web database jump jump-2)
demo_telnets=(console switch)

# Each in its own folder below demo_place, which holds its port.
demo_targets() {
  local name
  say 'Starting four OpenSSH servers and two telnet servers on loopback'
  demo_place=$(mktemp -d)
  chmod 711 "$demo_place"
  for name in "${demo_shells[@]}"; do
    "$here/verify/targets/sshd.sh" start "$demo_place/$name" deploy:deploy-secret operator:operator-secret 9>&- >/dev/null
  done
  "$here/verify/targets/telnetd.sh" start "$demo_place/console" deploy:deploy-secret 9>&- >/dev/null
  TELNETD_STYLE=device "$here/verify/targets/telnetd.sh" start "$demo_place/switch" deploy:deploy-secret 9>&- >/dev/null
}

stop_targets() {
  local name
  for name in "${demo_shells[@]}"; do
    "$here/verify/targets/sshd.sh" stop "$demo_place/$name"
  done
  for name in "${demo_telnets[@]}"; do
    "$here/verify/targets/telnetd.sh" stop "$demo_place/$name"
  done
}
