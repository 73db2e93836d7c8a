#!/usr/bin/env bash
# A real OpenSSH server on loopback, as an ordinary user, with several accounts that are all that user.
#
#   sshd.sh start DIR [NAME:PASSWORD…]   prints the port; DIR then holds port, pid, log, id_ed25519 (a key every account accepts),
#                                        host_ed25519.pub, home/NAME. Without names: deploy:deploy-secret operator:operator-secret
#   sshd.sh stop DIR
#
# Environment: SSHD_PORT instead of a free one; SSHD_OPTIONS: further lines of sshd_config.
# "su" and "sudo" there are su.sh: real ones need root.
# The accounts exist only in a mount namespace; their shells have the rights of whoever started this, and HOME inside DIR.
set -euo pipefail

targets=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
throwaway_uid=61321

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

crypted() { perl -e 'my @c = ("a" .. "z", 0 .. 9); print crypt($ARGV[0], q($6$) . join("", map { $c[rand @c] } 1 .. 12))' "$1"; }

write_accounts() {
  local uid=$1 login name
  shift
  { echo 'root:x:0:0::/:/bin/false'; echo 'nobody:x:65534:65534::/:/bin/false'; } >passwd
  # no group tty: the chown of a terminal to it would fail
  { echo 'root:x:0:'; echo "people:x:$uid:"; } >group
  : >shadow
  for login in "$@"; do
    name=${login%%:*}
    mkdir -p "home/$name"
    # /etc/profile would take su and sudo out of it
    echo "PATH=$PWD/bin:\$PATH" >"home/$name/.bash_profile"
    echo "$name:x:$uid:$uid::$PWD/home/$name:/bin/bash" >>passwd
    echo "$name:$(crypted "${login#*:}"):19000:0:99999:7:::" >>shadow
  done
}

write_config() {
  local port=$1 tree=$2 path
  {
    echo "Port $port"
    echo 'ListenAddress 127.0.0.1'
    echo "HostKey $PWD/host_ed25519"
    echo "HostKey $PWD/host_rsa"
    echo "AuthorizedKeysFile $PWD/authorized_keys"
    printf '%s\n' 'UsePAM no' 'StrictModes no' 'PidFile none' 'UseDNS no' 'PrintMotd no' 'PrintLastLog no' 'MaxStartups 600' \
      'MaxSessions 1000' 'LoginGraceTime 180' 'PermitRootLogin no' 'AcceptEnv LANG LC_* GATEHOUSE_*' 'Subsystem sftp internal-sftp'
    for path in session auth; do
      [ ! -x "$tree/usr/lib/openssh/sshd-$path" ] || echo "Sshd${path^}Path $tree/usr/lib/openssh/sshd-$path"
    done
    [ ! -x "$tree/usr/lib/openssh/sshd-session" ] || echo 'PerSourcePenalties no'
    # rsync and others come with libraries that the machine need not have
    echo "SetEnv PATH=$PWD/bin:$tree/usr/bin:/usr/local/bin:/usr/bin:/bin LD_LIBRARY_PATH=$(library_path "$tree")"
    printf '%s\n' "${SSHD_OPTIONS:-}"
  } >sshd_config
}

library_path() { echo "$1/usr/lib/x86_64-linux-gnu:$1/usr/lib/aarch64-linux-gnu:$1/lib/x86_64-linux-gnu:$1/lib/aarch64-linux-gnu"; }

start() {
  local directory=$1 port tree uid as=()
  shift
  [ $# -gt 0 ] || set -- deploy:deploy-secret operator:operator-secret
  tree=$("$targets/peers.sh")
  mkdir -p "$directory"
  chmod 711 "$directory"
  cd "$directory"
  uid=$(id -u)
  if [ "$uid" = 0 ]; then
    uid=$throwaway_uid
    as=(setpriv "--reuid=$uid" "--regid=$uid" --clear-groups)
  fi
  [ -e host_ed25519 ] || ssh-keygen -q -t ed25519 -N '' -C host -f host_ed25519
  [ -e host_rsa ] || ssh-keygen -q -t rsa -b 3072 -N '' -C host -f host_rsa
  [ -e id_ed25519 ] || ssh-keygen -q -t ed25519 -N '' -C "a key for tests" -f id_ed25519
  cp id_ed25519.pub authorized_keys
  mkdir -p bin
  install -m 755 "$targets/su.sh" bin/su
  install -m 755 "$targets/su.sh" bin/sudo
  write_accounts "$uid" "$@"
  # a port that was free may be somebody's by now
  for _ in 1 2 3; do
    port=${SSHD_PORT:-$(free_port)}
    write_config "$port" "$tree"
    : >log
    [ "$(id -u)" != 0 ] || chown -R "$uid:$uid" .
    setsid "${as[@]}" env "LD_LIBRARY_PATH=$(library_path "$tree")" unshare -Urm "$targets/sshd.sh" inside "$PWD" "$uid" "$tree" \
      </dev/null >log 2>&1 &
    echo $! >pid
    if listens; then
      echo "$port" | tee port
      return
    fi
    kill -TERM -- "-$(cat pid)" 2>/dev/null || true
    grep -q 'Address already in use' log || break
  done
  tail -n 5 log >&2
  echo "sshd.sh: sshd did not start in $directory" >&2
  exit 1
}

# By its own word: whoever answers on the port may be somebody else.
listens() {
  for _ in $(seq 1800); do
    ! grep -q '^Server listening on 127.0.0.1 port' log || return 0
    kill -0 "$(cat pid)" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}

# In the namespace: our accounts instead of the machine's, then back to the uid that has no rights.
inside() {
  local directory=$1 uid=$2 tree=$3 file
  for file in passwd shadow group; do
    mount --bind "$directory/$file" "/etc/$file"
  done
  local sshd=$tree/usr/sbin/sshd
  [ -x "$sshd" ] || sshd=/usr/sbin/sshd
  exec unshare -U "--map-user=$uid" "--map-group=$uid" "$sshd" -D -e -f "$directory/sshd_config"
}

stop() {
  local pid
  pid=$(cat "$1/pid" 2>/dev/null) || return 0
  # its own session: the server and the shells that it started
  kill -TERM -- "-$pid" 2>/dev/null || true
  rm -f "$1/pid"
}

case ${1:-} in
  start | stop | inside) "$@" ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
