#!/bin/bash
# Serves the province's side; without a database of its own it makes a private PostgreSQL cluster in the data folder.
# usage: province.sh DIEMDANH_PROVINCE DATA ADDR:PORT [DATABASE_URL]
set -euo pipefail
province=$1 data=$2 listen=$3 database=${4:-}
cluster=$data/postgresql
socket=$data/socket

# PostgreSQL does not run as root: then it gets Debian's own account, and the way to its folder.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_cluster() {
    local programs
    programs=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1)
    mkdir -p "$socket"
    if [ ! -e "$cluster/PG_VERSION" ]; then
        mkdir -p "$cluster"
        [ "$(id -u)" -ne 0 ] || chown postgres "$cluster" "$socket"
        # The server finds its way through the folder; what is in it stays private file by file.
        chmod go+x "$data"
        as_server "$programs/initdb" -D "$cluster" -U diemdanh -A trust -E UTF8 >/dev/null
    fi
    # Whoever reaches the socket may do everything: only its owner and root do, and nothing listens on the network.
    as_server chmod 700 "$socket"
    as_server "$programs/pg_ctl" -D "$cluster" -s -w -l "$cluster/log" \
        -o "-k $socket -c unix_socket_permissions=0700 -c listen_addresses=''" start </dev/null
    # shellcheck disable=SC2064  # what is known now is what has to be stopped
    trap "$(declare -f as_server); as_server $programs/pg_ctl -D $cluster -s -m fast stop" EXIT
    "$programs/createdb" -h "$socket" -U diemdanh diemdanh 2>/dev/null || true
}

mkdir -p "$data"
data=$(cd "$data" && pwd) cluster=$data/postgresql socket=$data/socket
if [ -z "$database" ]; then
    start_cluster
    database="postgresql://diemdanh@/diemdanh?host=$socket"
fi
if [ ! -e "$data/keys/sign.key" ]; then
    (umask 077 && "$province" init --data "$data" --json >"$data/keys.json")
    # Plain http is for this machine only; of any other address the officer has to say the https name.
    case $listen in 127.*|localhost:*) "$province" settings --data "$data" --url "http://$listen" >/dev/null ;; esac
fi
settings=$("$province" settings --data "$data" | head -n 1)

key() { tr -d '\n' <"$data/keys.json" | sed -E "s/.*\"$1\" *: *\"([^\"]*)\".*/\1/"; }

cat <<END

  Province    http://$listen/        token $(key token)
  Carry       http://$listen/carry   for the phone that brings a bundle

  Into each box ("Gửi đi" on /admin, or: diemdanh province set 'LINE'); the QR is on http://$listen/settings

    $settings

  Register a box with:  $province box add NAME --key RWQ… --data $data
  Database    $database
  Data        $data   (delete $data to begin again)

END
# Not as an argument, which everybody on the machine can read: there may be a password in it.
DATABASE_URL=$database "$province" serve --data "$data" --listen "$listen" &
server=$!
trap 'kill -TERM $server' TERM INT
wait $server || wait $server
