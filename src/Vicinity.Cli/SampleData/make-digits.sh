#!/bin/sh
# Makes digits.bin.gz out of Debian's package python3-sklearn.
# Needs apt-get (or the .deb as the first argument), dpkg-deb and python3 with its standard library.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -gt 0 ]; then
    cp "$1" "$work/package.deb"
else
    (cd "$work" && apt-get download python3-sklearn && mv python3-sklearn_*.deb package.deb)
fi
dpkg-deb -x "$work/package.deb" "$work"

python3 - "$work/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz" "$here/digits.bin.gz" <<'PYTHON'
import gzip, sys

with gzip.open(sys.argv[1], "rt") as lines:
    rows = [[int(value) for value in line.split(",")] for line in lines]
assert len(rows) == 1797 and all(len(row) == 65 for row in rows)

# Column after column: equal neighbours stand side by side, which packs better than row after row.
columns = bytes(row[c] for c in range(65) for row in rows)
with open(sys.argv[2], "wb") as file:
    file.write(gzip.compress(columns, 9, mtime=0))
PYTHON
ls -l "$here/digits.bin.gz"
