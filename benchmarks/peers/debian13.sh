#!/usr/bin/env bash
# Runs a command in a Debian 13 beside this Debian, for peers that need its libraries: TorchSharp 0.107.0 (its native part wants libstdc++ of
# GCC 13) and PyTorch 2.6 (python3-torch). As root; the first time it takes some minutes and 2 GB in DEBIAN13 (default /var/tmp/debian13).
#
#     debian13.sh FOLDER COMMAND ...      FOLDER becomes the working directory; dotnet and python3 are on the path
set -euo pipefail
root=${DEBIAN13:-/var/tmp/debian13}
[ "$(id -u)" = 0 ] || { echo "debian13.sh: needs root, for it makes a second Debian with debootstrap and chroot" >&2; exit 1; }
mounted() { mountpoint -q "$2" || { mkdir -p "$2"; mount --bind "$1" "$2"; }; }

if [ ! -e "$root/ready" ]; then
    command -v debootstrap >/dev/null || { apt-get update -qq; apt-get install -y -qq debootstrap; } >/dev/null
    # Where this system gets its own packages from, and with its settings.
    mirror=$(awk '/^URIs:/ { print $2; exit } /^deb / { print $2; exit }' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null || true)
    debootstrap --variant=minbase --include=ca-certificates,libicu76 trixie "$root" "$mirror" >&2
    cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
    chroot "$root" apt-get update -qq >&2
    chroot "$root" apt-get install -y -qq --no-install-recommends python3-torch libopenblas0-pthread python3-numpy >&2
    touch "$root/ready"
fi
mounted /proc "$root/proc"
mounted "$(dirname "$(readlink -f "$(command -v dotnet)")")" "$root/dotnet"
work=$(mktemp -d "$root/work.XXXXXX")
trap 'umount "$work" && rmdir "$work"' EXIT
mount --bind "$(readlink -f "$1")" "$work"
chroot "$root" env PATH=/dotnet:/usr/bin:/bin HOME=/root bash -c 'cd "$1" && shift && exec "$@"' _ "${work#"$root"}" "${@:2}"
