#!/usr/bin/env bash
# Debian 12's Slurm lists pmix among its kinds of MPI ("srun --mpi=list") and cannot load it: "pmi/pmix: can not load PMIx library", for the
# plugin opens libpmix.so, and that name is in the developers' package alone. No package of Slurm depends on it.
# What to do: apt-get install libpmix-dev on every node, and start slurmd again.
# Needs: Debian 12 with its package lists (apt-get update), binutils. Nothing is installed: packages are unpacked in a temporary folder.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
apt-get download -qq slurm-wlm-basic-plugins=22.05.8-4+deb12u3 libpmix2=4.2.2-1+deb12u1 libpmix-dev=4.2.2-1+deb12u1 2>/dev/null
dpkg-deb -x slurm-wlm-basic-plugins_*.deb slurm

echo "the plugin opens: $(strings slurm/usr/lib/*/slurm-wlm/mpi_pmix_v4.so | grep -xE 'libpmix\.so[.0-9]*' | tr '\n' ' ')"
holds() { dpkg-deb -c "$1" | awk '{ print $6 }' | grep -c '/libpmix\.so$' || true; }
echo "files of that name: $(holds libpmix2_*.deb) in libpmix2, $(holds libpmix-dev_*.deb) in libpmix-dev"
depends=$(dpkg-deb -f slurm-wlm-basic-plugins_*.deb Depends Recommends)
echo "Slurm's plugins depend on:" $depends
if strings slurm/usr/lib/*/slurm-wlm/mpi_pmix_v4.so | grep -x 'libpmix\.so' >/dev/null && [ "$(holds libpmix2_*.deb)" = 0 ] &&
    [ "$(holds libpmix-dev_*.deb)" -gt 0 ] && ! grep -q libpmix-dev <<< "$depends"; then
    echo "as found"
else
    echo "this has changed"
    exit 1
fi
