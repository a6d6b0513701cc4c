#!/bin/bash
# Boots a real systemd on top of this machine's own system with an installed tree laid over it, runs a script in it, and
# ends. Nothing of it touches the machine: own mounts, processes, network and host name, all writes in memory.
# usage: unshare … boot.sh TREE SCRIPT SCRATCH TERMINAL     (SCRATCH is an empty folder, TERMINAL becomes the console)
set -euo pipefail
tree=$1 script=$2 scratch=$3 terminal=$4

mount --make-rprivate /
mount -t tmpfs tmpfs "$scratch"
mkdir "$scratch"/{upper,work,root}
cp -R "$tree/." "$scratch/upper"
mount -t overlay overlay -o "lowerdir=/,upperdir=$scratch/upper,workdir=$scratch/work" "$scratch/root"
cd "$scratch/root"

mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
for folder in run tmp dev; do mount -t tmpfs -o mode=755 tmpfs $folder; done
chmod 1777 tmp
mkdir dev/{pts,shm,mqueue,hugepages}
mount -t devpts -o newinstance,ptmxmode=666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
for device in null zero full random urandom tty; do
    touch dev/$device
    mount --bind /dev/$device dev/$device
done
touch dev/console
mount --bind "$terminal" dev/console
# The machine's kernel settings are not ours to change.
mount --bind -o ro proc/sys proc/sys

# The machine's own targets would start its services: these hold nothing.
for target in sysinit basic local-fs sockets multi-user; do
    rm -f etc/systemd/system/$target.target
    printf '[Unit]\nDefaultDependencies=no\n' >etc/systemd/system/$target.target
    rm -rf {etc,lib}/systemd/system/$target.target.wants
done
: >etc/fstab
install -m 755 "$script" run/script
cat >etc/systemd/system/script.service <<END
[Unit]
DefaultDependencies=no
[Service]
Type=oneshot
ExecStart=/run/script
ExecStopPost=/bin/systemctl exit --force
StandardOutput=file:/dev/console
StandardError=file:/dev/console
END

ip link set lo up
mkdir old
pivot_root . old
umount --lazy /old
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin container=test /lib/systemd/systemd --system --unit=script.service \
    --show-status=no --log-target=null --default-standard-output=tty
