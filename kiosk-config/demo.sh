#!/bin/bash
# Serves the demo class, after loading it into a new data folder the first time.
# usage: demo.sh DIEMDANH DATA ADDR:PORT KIOSK_ADDR:PORT
set -euo pipefail
diemdanh=$1 data=$2 listen=$3 kiosk=$4
class=Tests/Fixtures/scenarios/tien-xuan-2024

# Loaded beside its place and moved there when complete: a load that was broken off is begun again.
load() {
    rm -rf "$data.part"
    mkdir -p "$data.part"
    (umask 077 && "$diemdanh" init --data "$data.part/box" --json >"$data.part/keys.json")
    event=$("$diemdanh" event create "$class/event.yaml" --data "$data.part/box")
    "$diemdanh" import roster "$class/roster.xlsx" --event "$event" --data "$data.part/box"
    "$diemdanh" codes "$event" --format csv --out "$data.part/codes.csv" --data "$data.part/box"
    mv "$data.part" "$data"
}

key() { tr -d '\n' <"$data/keys.json" | sed -E "s/.*\"$1\" *: *\"([^\"]*)\".*/\1/"; }

[ -e "$data" ] || load

cat <<END

  Organiser   http://$listen/admin    PIN $(key organiser_pin)
  Desk        http://$listen/desk     PIN $(key organiser_pin)
  Kiosk       http://localhost:${kiosk##*:}/kiosk

  Open a session on /admin ("Mở điểm danh"), then type one of these codes at the kiosk:

$(head -n 4 "$data/codes.csv" | sed 's/^/    /')

  API token   $(key api_token)
  Data        $data/box   (delete $data to begin again)

END
exec "$diemdanh" serve --data "$data/box" --listen "$listen" --kiosk-listen "$kiosk"
