#!/bin/bash
# Fetches Debian's kernel, which knows FAT, exFAT and USB sticks, and unpacks what a guest needs of it: nothing is installed.
# usage: guest-kernel.sh FOLDER      (FOLDER becomes vmlinuz and lib/modules/VERSION; made once)
set -euo pipefail
folder=$1
[ -e "$folder/vmlinuz" ] && exit 0

rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
newest() { apt-cache depends linux-image-amd64 | awk '/Depends:/ { print $2; exit }'; }
fetch() { apt-get --option APT::Sandbox::User=root download "$(newest)"; }
# Lists that are too old name a package that is gone.
fetch || { "${as_root[@]}" apt-get update && fetch; }

dpkg --fsys-tarfile ./*.deb | tar --extract --wildcards './boot/vmlinuz-*' './lib/modules/*/modules.*' \
    './lib/modules/*/kernel/'{block,lib,crypto,arch,drivers/scsi,drivers/usb/{common,core,host,storage},fs/{fat,exfat,nls}}'/*'
busybox depmod -b . "$(ls lib/modules)"
rm ./*.deb
mv boot/vmlinuz-* vmlinuz
