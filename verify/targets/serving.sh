# What the servers of this folder share; read by their scripts.

throwaway_uid=61321

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

library_path() { echo "$1/usr/lib/x86_64-linux-gnu:$1/usr/lib/aarch64-linux-gnu:$1/lib/x86_64-linux-gnu:$1/lib/aarch64-linux-gnu"; }

# begin_on PORT WORDS LAUNCH: runs LAUNCH with a port, which begins a server in the background whose output goes to log, and prints the
# port once the server says WORDS there. PORT is empty for a free one. In the server's folder; keeps pid and port.
begin_on() {
  local wanted=$1 words=$2 launch=$3 port
  # a port that was free may be somebody's by now
  for _ in 1 2 3; do
    port=${wanted:-$(free_port)}
    : >log
    "$launch" "$port"
    echo $! >pid
    if says "$words"; then
      echo "$port" | tee port
      return
    fi
    kill -TERM -- "-$(cat pid)" 2>/dev/null || true
    grep -q 'Address already in use' log || break
  done
  tail -n 5 log >&2
  echo "$(basename "$0"): the server did not start in $PWD" >&2
  exit 1
}

# By its own word: whoever answers on the port may be somebody else.
says() { comes grep -q "^$1" log; }

# comes COMMAND…: waits until it succeeds; not when the server ends before
comes() {
  for _ in $(seq 1800); do
    ! "$@" || return 0
    kill -0 "$(cat pid)" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}

# Its own session: the server and what it started.
stop() {
  local pid
  pid=$(cat "$1/pid" 2>/dev/null) || return 0
  kill -TERM -- "-$pid" 2>/dev/null || true
  rm -f "$1/pid"
}
