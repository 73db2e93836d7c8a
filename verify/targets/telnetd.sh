#!/usr/bin/env bash
# A real telnet server (GNU inetutils' telnetd) on loopback, as an ordinary user, with several accounts that are all that user.
#
#   telnetd.sh start DIR [NAME:PASSWORD…]   prints the port; DIR then holds port, pid, log, home/NAME.
#                                           Without names: deploy:deploy-secret operator:operator-secret
#   telnetd.sh stop DIR
#
# Environment: TELNETD_PORT instead of a free one; TELNETD_STYLE=device: no shell but a switch's prompts, in which "enable" asks for
# the password enable-secret.
# The sign-in is this script's own, for login(1) needs root; the shells have the rights of whoever started this, and HOME inside DIR.
set -euo pipefail

targets=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
# the copy that runs as session.sh stands alone
[ "${1:-}" = session ] || . "$targets/serving.sh"

start() {
  local directory=$1 tree uid login as=()
  shift
  [ $# -gt 0 ] || set -- deploy:deploy-secret operator:operator-secret
  tree=$("$targets/peers.sh" inetutils-telnetd)
  mkdir -p "$directory"
  chmod 711 "$directory"
  cd "$directory"
  uid=$(id -u)
  for login in "$@"; do
    mkdir -p "home/${login%%:*}"
  done
  (umask 077 && printf '%s\n' "$@" >accounts)
  # a copy: the uid without rights may not be able to read where this script lies
  cp "$targets/telnetd.sh" session.sh
  chmod 755 session.sh
  if [ "$uid" = 0 ]; then
    uid=$throwaway_uid
    as=(setpriv "--reuid=$uid" "--regid=$uid" --clear-groups)
    chown -R "$uid:$uid" .
  fi
  begin_on "${TELNETD_PORT:-}" 'listening on' launch
}

# launch PORT, with the variables of start
launch() {
  setsid "${as[@]}" env "LD_LIBRARY_PATH=$(library_path "$tree")" perl -e "$(listener)" "$1" \
    "$tree/usr/sbin/telnetd" -h -E "$PWD/session.sh session ${TELNETD_STYLE:-shell} $PWD" </dev/null >log 2>&1 &
}

# telnetd expects inetd to have accepted the connection.
listener() {
  cat <<'PERL'
use IO::Socket::INET; use POSIX ();
my ($port, @server) = @ARGV;
$SIG{CHLD} = 'IGNORE';
$SIG{$_} = 'DEFAULT' for qw(INT QUIT); # a background process of a script ignores them, and so would every shell below
my $socket = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port, Listen => 128, ReuseAddr => 1) or die "$port: $!\n";
print STDERR "listening on $port\n";
while (1) {
  my $peer = $socket->accept or next;
  unless (fork) {
    POSIX::dup2(fileno($peer), $_) for 0 .. 2;
    $SIG{CHLD} = 'DEFAULT';
    exec @server;
    exit 1;
  }
  close $peer;
}
PERL
}

# What runs on the terminal of each connection.
session() {
  local style=$1 directory=$2 name
  cd "$directory"
  if [ "$style" = device ]; then
    printf '\nUser Access Verification\n\n'
    name=$(sign_in 'Username: ' '% Login invalid') || exit 1
    device
  else
    printf 'GNU/Linux\n\n'
    name=$(sign_in 'gatehouse-target login: ' 'Login incorrect') || exit 1
    printf 'Last login: never\n'
    cd "home/$name"
    exec env -i "TERM=$TERM" "HOME=$PWD" "USER=$name" "LOGNAME=$name" "PS1=$name@telnet:\\w\\$ " PATH=/usr/local/bin:/usr/bin:/bin \
      bash --norc --noprofile -i
  fi
}

# Asks up to three times; prints the name.
sign_in() {
  local prompt=$1 refusal=$2 name password
  for _ in 1 2 3; do
    printf '%s' "$prompt" >/dev/tty
    read -r name || return 1
    password=$(secret 'Password: ') || return 1
    if grep -qxF -- "$name:$password" accounts; then
      echo "$name"
      return
    fi
    printf '%s\n\n' "$refusal" >/dev/tty
  done
  return 1
}

secret() {
  local text
  stty -echo
  printf '%s' "$1" >/dev/tty
  read -r text || return 1
  stty echo
  printf '\n' >/dev/tty
  printf '%s' "$text"
}

device() {
  local sign='>' line
  while printf 'switch-1%s' "$sign" && read -r line; do
    case $line in
      '') ;;
      enable)
        if [ "$(secret 'Password: ')" = enable-secret ]; then sign='#'; else echo '% Access denied'; fi ;;
      disable) sign='>' ;;
      'show privilege') [ "$sign" = '#' ] && echo 'Current privilege level is 15' || echo 'Current privilege level is 1' ;;
      exit | quit | logout) exit 0 ;;
      *) printf "%% Invalid input detected at '^' marker: %s\n" "$line" ;;
    esac
  done
}

case ${1:-} in
  start | stop | session) "$@" ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
