#!/usr/bin/env bash
# Debian's package dataset-fashion-mnist has the published pictures and labels, but packed anew: none of its .gz files has the MD5 that
# the publisher's page names, while every unpacked file has the size and the pictures the statistics that are known of it.
# What to do: check the sum of the unpacked bytes, not of the .gz.
# Needs: Debian or Ubuntu with apt package lists, python3.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get -q download dataset-fashion-mnist > apt.log 2>&1 || { cat apt.log; exit 1; }
dpkg-deb -x dataset-fashion-mnist_*.deb .
echo "dataset-fashion-mnist $(dpkg-deb -f dataset-fashion-mnist_*.deb Version)"
cd usr/share/datasets/fashion-mnist
python3 - <<'PY'
import gzip, hashlib, sys

# MD5 of the .gz from the publisher's page (github.com/zalandoresearch/fashion-mnist); length and SHA-256 of what is in them.
published = {
    "train-images-idx3-ubyte": ("8d4fb7e6c68d591d4c3dfef9ec88bf0d", 47040016,
        "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
    "train-labels-idx1-ubyte": ("25c81989df183df01b3e8a0aad5dffbe", 60008,
        "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
    "t10k-images-idx3-ubyte": ("bef4ecab320f06d8554ea6380940ec79", 7840016,
        "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
    "t10k-labels-idx1-ubyte": ("bb300cfdad3c16e7a12a480ee83cd310", 10008,
        "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
}
expected = True
for name, (md5, length, sha256) in published.items():
    packed = open(name + ".gz", "rb").read()
    content = gzip.decompress(packed)
    same_gz, same = hashlib.md5(packed).hexdigest() == md5, (len(content), hashlib.sha256(content).hexdigest()) == (length, sha256)
    print(f"  {name}: MD5 of the .gz is {'' if same_gz else 'not '}the published one; the content is {'' if same else 'not '}the known one")
    expected &= same and not same_gz
    if name.startswith("train-images"):
        counts = [content.count(bytes([value]), 16) for value in range(256)]
        total = sum(counts)
        mean = sum(value * count for value, count in enumerate(counts)) / total / 255
        square = sum(value * value * count for value, count in enumerate(counts)) / total / 255 ** 2
        print(f"  mean {mean:.4f}, standard deviation {(square - mean ** 2) ** 0.5:.4f} (0.2860 and 0.3530 are known of Fashion-MNIST)")
        expected &= f"{mean:.4f} {(square - mean ** 2) ** 0.5:.4f}" == "0.2860 0.3530"
sys.exit(0 if expected else "The package has changed.")
PY
