#!/bin/busybox sh
# shellcheck shell=dash
# The guest's first process: each line that comes in by the second serial port is run; what it prints goes out, and then
# its exit status in brackets.

# serve: starts the box.
serve() {
    diemdanh serve --data /box --config /diemdanh.yaml --listen 127.0.0.1:8080 >/tmp/serve 2>&1 &
    until grep -q listening /tmp/serve; do sleep 0.1; done
}

# plugged: waits for the stick.
plugged() { until ls /dev/sd? >/dev/null 2>&1; do sleep 0.1; done; }

# mounted TYPE OPTIONS: the stick's file system on /stick.
mounted() { mount -t "$1" -o "$2" /dev/sd? /stick; }

# pulled: forgets the stick that is no longer there.
pulled() {
    umount -l /stick 2>/dev/null
    while ls /dev/sd? >/dev/null 2>&1; do sleep 0.1; done
}

# carry [LIBRARY]: the program, with the library loaded before its own.
carry() { LD_PRELOAD=$1 diemdanh outbox carry --out /stick --data /box --config /diemdanh.yaml; }

# again [LIBRARY]: carries until it fails.
again() {
    status=0
    while [ $status = 0 ]; do
        carry "$@"
        status=$?
    done
    return $status
}

# kept: takes what is on the stick into memory.
kept() { rm -rf /tmp/kept && cp -r /stick /tmp/kept; }

# given: writes what was kept onto a stick without a file system, as a tar archive.
given() { tar -c -C /tmp/kept -f /dev/sd? . && sync; }

export PATH=/bin:/usr/bin HOME=/root TZ=UTC
busybox mount -t devtmpfs dev /dev
exec 2>/dev/ttyS0
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs tmp /tmp
while read -r module; do insmod "/lib/modules/$module"; done </modules
ip link set lo up
# Nothing reaches a stick but what somebody waits for: no luck for us, none for the control.
echo 0 >/proc/sys/vm/dirty_writeback_centisecs

stty -F /dev/ttyS1 raw -echo
exec </dev/ttyS1 >/dev/ttyS1
echo '[0]'
while read -r line; do
    (eval "$line") </dev/null 2>&1
    echo "[$?]"
done
