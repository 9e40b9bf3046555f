#!/usr/bin/env bash
# Runs this tool and its peers (scikit-learn's TSNE, Rtsne, umap-learn, as Debian packages them) as whole processes, from file to file, one after the
# other on the same files; judges all maps by bench/Vicinity.Scoreboard, which shares nothing with the library; writes the raw results to
# bench/results/scoreboard.csv and the table to README.md. The peers run with their defaults, perplexity 30 (UMAP: 15 neighbors) and all cores, this
# tool with its plain command. A process that takes longer than the limit is stopped, which the results say.
# Usage: bench/scoreboard.sh [--limit SECONDS] [--tools NAME,NAME...] [--results FILE] [SET...]
#   sets: digits mnist10k mnist70k (the default), mnist20k, mixture1m (this tool only, not judged); limit: 120
#   tools: vicinity,vicinity-idx,sklearn,rtsne,umap; vicinity-idx reads the 784 pixels of mnist70k from IDX and finds its own components
# Needs the .NET 10 SDK and Debian; installs missing peers if it runs as root. Nothing else should run on the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
limit=120 tools=vicinity,vicinity-idx,sklearn,rtsne,umap results=bench/results/scoreboard.csv folder=artifacts/scoreboard sets=()
while (($# > 0)); do
  case $1 in
    --limit) limit=$2; shift 2 ;;
    --tools) tools=$2; shift 2 ;;
    --results) results=$2; shift 2 ;;
    -*) sed -n '2,/^set /s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    *) sets+=("$1"); shift ;;
  esac
done
((${#sets[@]} > 0)) || sets=(digits mnist10k mnist70k)
packages=(time python3-sklearn umap-learn r-base-core r-cran-rtsne)
images=bench/data/mnist/mnist70k-images-idx3-ubyte

installed() { dpkg -s "$@" > /dev/null 2>&1; }

if ! installed "${packages[@]}"; then
  [[ $(id -u) == 0 ]] || { echo "scoreboard.sh: first run: apt-get install ${packages[*]}" >&2; exit 1; }
  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
fi

if [[ ${sets[*]} == *mnist* && ! -f $images ]]; then
  bench/data/fetch.sh
fi

dotnet publish src/Vicinity.Cli -c Release -o artifacts/vicinity -v quiet -clp:ErrorsOnly
dotnet build bench/Vicinity.Bench -c Release -v quiet -clp:ErrorsOnly
dotnet build bench/Vicinity.Scoreboard -c Release -v quiet -clp:ErrorsOnly
vicinity=artifacts/vicinity/vicinity

# command_of TOOL SET MAP: what is run.
command_of() {
  local data=artifacts/scoreboard-data/$2/data.npy
  case $1 in
    vicinity) echo "$vicinity fit $data -o $3 --quiet" ;;
    vicinity-idx) echo "$vicinity fit $images -o $3 --quiet" ;;
    sklearn) echo "/usr/bin/python3 bench/peers/sklearn_tsne.py $data $3" ;;
    rtsne) echo "Rscript bench/peers/rtsne.R $data $3" ;;
    umap) echo "/usr/bin/python3 bench/peers/umap_learn.py $data $3" ;;
    *) echo "scoreboard.sh: no tool $1" >&2; exit 2 ;;
  esac
}

# run TOOL SET: one process, and what is known of it in TOOL.run.
run() {
  local place=$folder/$2/$1 status=ok code=0
  /usr/bin/time -q -o "$place.run" -f $'wall %e\nuser %U\nsystem %S\npeak %M' \
    timeout -k 5 "$limit" $(command_of "$1" "$2" "$place.npy") > "$place.out" 2> "$place.err" || code=$?
  ((code == 0)) || status="failed with code $code"
  ((code != 124 && code != 137)) || status="over $limit s"
  {
    echo "status $status"
    if [[ $1 == vicinity* ]]; then echo "version $("$vicinity" --version | cut -d+ -f1)"; else echo "version $(versions "$1")"; fi
    if [[ $1 == umap ]]; then echo "cost other"; else echo "cost tsne"; fi
    if [[ $1 == *-idx ]]; then echo "columns 784"; fi
  } >> "$place.run"
  echo "$2 $1: $(tr '\n' ' ' < "$place.run")"
}

# versions TOOL: as Debian has it, without its own suffixes.
versions() {
  local package
  case $1 in sklearn) package=python3-sklearn ;; rtsne) package=r-cran-rtsne ;; umap) package=umap-learn ;; esac
  dpkg-query -W -f '${Version}' "$package" | sed 's/[+-].*//'
}

rm -rf "$folder"
mkdir -p "$folder" "$(dirname "$results")"
{
  echo "machine $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -1), $(nproc) cores, .NET $(dotnet --version)"
  echo "date $(date +%F)"
} > "$folder/machine"
dotnet artifacts/bin/Vicinity.Bench/release/Vicinity.Bench.dll sets artifacts/scoreboard-data "${sets[@]}"
for set in "${sets[@]}"; do
  mkdir -p "$folder/$set"
  ln -s "$PWD/artifacts/scoreboard-data/$set/"* "$folder/$set/"
  for tool in ${tools//,/ }; do
    if [[ $tool == vicinity || ($tool == *-idx && $set == mnist70k) || ($tool != *-idx && $set != mixture1m) ]]; then
      run "$tool" "$set"
    fi
  done
done
dotnet artifacts/bin/Vicinity.Scoreboard/release/Vicinity.Scoreboard.dll judge "$folder" "$results"
page=()
[[ $results != bench/results/scoreboard.csv ]] || page=(README.md)
dotnet artifacts/bin/Vicinity.Scoreboard/release/Vicinity.Scoreboard.dll table "$results" "${page[@]}"
