#!/usr/bin/env bash
# Open MPI's mpirun kills its processes one second after it passed SIGTERM on, however busy they are with saving; a program
# that needs longer for its checkpoint loses it, and mpirun does not say so.
# What to do: mpirun --mca odls_base_sigkill_timeout 5, or send SIGTERM to one of the processes; and save often enough.
# Needs: Debian 12's openmpi-bin 4.1.4; another 4.1 should do the same.
set -euo pipefail
mpirun=$(type -P mpirun.openmpi || type -P mpirun) || { echo "install Debian's openmpi-bin" >&2; exit 1; }
"$mpirun" --version | head -1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1

# A process that writes down each tenth of a second that it lives after SIGTERM, for 10 seconds at most.
cat > "$work/saves.sh" <<'S'
trap 'for i in $(seq 100); do echo "$i" >> "$1/tenths"; sleep 0.1; done; exit 0' TERM
touch "$1/ready"
while :; do sleep 0.1; done
S

# How long it lives after SIGTERM to mpirun, in tenths of a second.
lived() {
    rm -f "$work/tenths" "$work/ready"
    "$mpirun" --oversubscribe "$@" -n 1 bash "$work/saves.sh" "$work" >/dev/null 2>&1 &
    local launcher=$!
    until [ -e "$work/ready" ]; do sleep 0.1; done
    kill -TERM $launcher
    wait $launcher || true
    wc -l < "$work/tenths"
}

standard=$(lived) longer=$(lived --mca odls_base_sigkill_timeout 4)
echo "tenths of a second between SIGTERM and SIGKILL: $standard, and $longer with odls_base_sigkill_timeout 4"
# 10 and 40 on a machine with nothing else to do.
if [ "$standard" -ge 3 ] && [ "$standard" -le 20 ] && [ "$longer" -gt "$standard" ] && [ "$longer" -le 60 ]; then
    echo "as found"
else
    echo "this has changed"
    exit 1
fi
