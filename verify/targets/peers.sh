#!/usr/bin/env bash
# peers.sh [PACKAGE…]: unpacks programs of Debian into a private tree and prints its path. Nothing is installed: an installed server
# would start listening. apt runs with its own lists and cache, and checks signatures and hashes as always.
set -euo pipefail
# the uid that runs the peers must be able to enter, whatever the caller's umask
umask 022

packages=("$@")
[ $# -gt 0 ] || packages=(openssh-server openssh-sftp-server rsync tmux expect busybox git lrzsz)
if [ "$(id -u)" = 0 ]; then
  # peers of a suite that root starts run under another uid, which could not enter root's home
  place=/var/cache/gatehouse-peers
else
  place=${XDG_CACHE_HOME:-$HOME/.cache}/gatehouse/peers
fi
release=$(. /etc/os-release && echo "${ID:-}-${VERSION_CODENAME:-}")
case $release in
  debian-?*) suite=${release#debian-} ;;
  *) echo "peers.sh: the servers that the tests talk to are unpacked from Debian's packages; this is not Debian" >&2 && exit 2 ;;
esac
tree=$place/$release
wanted="${packages[*]}"

mkdir -p "$place"
exec 7>"$place/lock"
flock 7
if grep -qxF -- "$wanted" "$tree/.packages" 2>/dev/null; then
  echo "$tree"
  exit
fi

apt=$place/apt
mkdir -p "$apt"/{etc/apt.conf.d,state/lists/partial,cache/archives/partial} "$tree"
# the machine's own sources say where its mirror is; a machine without any uses Debian's
mirror=$(cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk '/^URIs:/ {print $2; exit}')
[ -n "$mirror" ] || mirror=$(awk '$1 == "deb" {for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) {print $i; exit}}' /etc/apt/sources.list 2>/dev/null || true)
mirror=${mirror:-http://deb.debian.org/debian}
mirror=${mirror%/}
key=/usr/share/keyrings/debian-archive-keyring.gpg
printf 'deb [signed-by=%s] %s %s main\n' "$key" "$mirror" "$suite" "$key" "$mirror" "$suite-updates" \
  "$key" "${mirror%/debian}/debian-security" "$suite-security" >"$apt/etc/sources.list"

# the machine's own list of installed packages is only read: what it has need not be fetched again
options=(-o "Dir::Etc=$apt/etc" -o "Dir::Etc::sourcelist=$apt/etc/sources.list" -o Dir::Etc::sourceparts=-
  -o "Dir::State=$apt/state" -o Dir::State::status=/var/lib/dpkg/status -o "Dir::Cache=$apt/cache"
  -o APT::Install-Recommends=false -o APT::Get::AllowUnauthenticated=false -o Acquire::AllowInsecureRepositories=false
  -o Acquire::Languages=none -o "APT::Sandbox::User=$(id -un)" -o APT::Keep-Downloaded-Packages=true -o Debug::NoLocking=true)
log=$place/fetch.log
{
  apt-get "${options[@]}" -qq -o APT::Update::Error-Mode=any update &&
    apt-get "${options[@]}" -qq -y --reinstall --download-only install "${packages[@]}"
} >"$log" 2>&1 || {
  tail -n 5 "$log" >&2
  echo "peers.sh: could not fetch ${packages[*]}" >&2
  exit 1
}
# each once: what was unpacked before may be running
for package in "$apt"/cache/archives/*.deb; do
  name=$(basename "$package")
  if ! grep -qxF -- "$name" "$tree/.unpacked" 2>/dev/null; then
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$tree" --no-same-owner --no-same-permissions --mode=u+rwX,go+rX,u-s,g-s
    echo "$name" >>"$tree/.unpacked"
  fi
done
chmod -R go+rX "$tree"
echo "$wanted" >>"$tree/.packages"
echo "$tree"
