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
. "$targets/serving.sh"

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

start() {
  local directory=$1 tree uid as=()
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
  begin_on "${SSHD_PORT:-}" 'Server listening on 127.0.0.1 port' launch
}

# launch PORT, with the variables of start
launch() {
  write_config "$1" "$tree"
  [ "$(id -u)" != 0 ] || chown -R "$uid:$uid" .
  setsid "${as[@]}" env "LD_LIBRARY_PATH=$(library_path "$tree")" unshare -Urm "$targets/sshd.sh" inside "$PWD" "$uid" "$tree" \
    </dev/null >log 2>&1 &
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

case ${1:-} in
  start | stop | inside) "$@" ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
