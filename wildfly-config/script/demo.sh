# ./gatehouse demo: a Gatehouse with something behind it. Its servers run on loopback with the rights of whoever starts this.

demo() {
  [ "$GATEHOUSE_HOME" != "$default_home" ] || GATEHOUSE_HOME=$default_home-demo
  server_base=$GATEHOUSE_HOME/server
  command -v ssh-keygen >/dev/null || refuse 'the demo needs the ssh client: sudo apt install openssh-client'
  demo_up
  say "$(cat "$GATEHOUSE_HOME/demo-guide.txt")"
  wait_for_end
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
  wait_until_started
  wait_for_ssh
  java "$script/Demo.java" "$GATEHOUSE_HOME" "$GATEHOUSE_HTTPS_PORT" "$GATEHOUSE_SSH_PORT" "$demo_place" ||
    { kill -TERM "$server_pid"; fail 'the demo could not be set up'; }
}

demo_shells=(web database jump jump-2)
demo_telnets=(console switch)

# Each in its own folder below demo_place, which holds its port and its host key: a later start of the same home finds them again.
# While they run the folder is outside of the home, because the uid that runs them could not enter that; then it is kept there.
demo_targets() {
  local name known=$GATEHOUSE_HOME/demo-targets
  say 'Starting four OpenSSH servers and two telnet servers on loopback'
  demo_place=$(cat "$known" 2>/dev/null || true)
  if [ ! -e "$demo_place" ] && [ ! -L "$demo_place" ]; then
    demo_place=$(mktemp -d /var/tmp/gatehouse-demo.XXXXXX)
    [ ! -d "$GATEHOUSE_HOME/demo-servers" ] || mv -T "$GATEHOUSE_HOME/demo-servers" "$demo_place"
    echo "$demo_place" >"$known"
  fi
  require_own_place
  chmod 711 "$demo_place"
  trap end_targets EXIT
  for name in "${demo_shells[@]}"; do
    SSHD_PORT=$(known_port "$name") "$here/verify/targets/sshd.sh" start "$demo_place/$name" \
      deploy:deploy-secret operator:operator-secret 9>&- >/dev/null
  done
  TELNETD_PORT=$(known_port console) "$here/verify/targets/telnetd.sh" start "$demo_place/console" deploy:deploy-secret 9>&- >/dev/null
  TELNETD_PORT=$(known_port switch) TELNETD_STYLE=device \
    "$here/verify/targets/telnetd.sh" start "$demo_place/switch" deploy:deploy-secret 9>&- >/dev/null
}

# Everybody may write to /var/tmp: once what was there is gone, somebody else may have taken the name.
require_own_place() {
  [ -d "$demo_place" ] && [ ! -L "$demo_place" ] && [ -O "$demo_place" ] ||
    refuse "$demo_place, where the demo had its servers, is not its own any more; remove $known, and it makes new ones"
}

# The port that a target had before, nothing at its first start.
known_port() { cat "$demo_place/$1/port" 2>/dev/null || true; }

end_targets() {
  local kept=$GATEHOUSE_HOME/demo-servers
  stop_targets
  [ -d "$demo_place" ] || return 0
  rm -rf "$kept"
  if mv -T "$demo_place" "$kept" 2>/dev/null; then
    rm -f "$GATEHOUSE_HOME/demo-targets"
  else
    say "The files of the demo's servers stay in $demo_place" >&2
  fi
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
