# Waits until the launcher is gone, however it went, and then stops what it left behind. Its standard input is a pipe
# that only the launcher holds open, so the end of the input is the end of the launcher.
# usage: sh watchdog.sh DATA_FOLDER
trap '' INT HUP TERM
data=$1

while read -r _; do :; done

rm -f "$data/ready"

# A process id is used again some day: only a process with the data folder on its command line is one of ours.
is_ours() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -o args= -p "$1"
  fi 2>/dev/null | grep -qF -- "$data"
}

# Looked up once, at once: a launcher that starts in a moment writes new ones.
services=
old=
postgresql=
for file in "$data"/pids/*; do
  [ -f "$file" ] || continue
  name=${file##*/}
  pid=$(cat "$file" 2>/dev/null) || continue
  old="$old $name:$pid"
  case $name in
    launcher) continue ;;
  esac
  is_ours "$pid" || continue
  case $name in
    postgresql) postgresql=$pid ;;
    *) services="$services $pid" ;;
  esac
done

# stop FIRST_SIGNAL LAST_SIGNAL TENTHS PID...
stop() {
  first=$1 last=$2 patience=$3
  shift 3
  for pid in "$@"; do kill -s "$first" "$pid" 2>/dev/null; done
  for pid in "$@"; do
    while [ "$patience" -gt 0 ] && is_ours "$pid"; do
      sleep 0.1
      patience=$((patience - 1))
    done
    if is_ours "$pid"; then kill -s "$last" "$pid" 2>/dev/null; fi
  done
}

# shellcheck disable=SC2086 # one word per process
stop TERM KILL 150 $services
if [ -n "$postgresql" ]; then
  stop INT QUIT 100 "$postgresql"
  stop QUIT KILL 30 "$postgresql"
fi

for entry in $old; do
  file=$data/pids/${entry%%:*}
  if [ "$(cat "$file" 2>/dev/null)" = "${entry#*:}" ]; then rm -f "$file"; fi
done
