#!/usr/bin/env bash
# Maps the embedded digits and iris (R. A. Fisher, 1936; the edition with rows 35 and 38 corrected) by every method's plain command, and draws
# all maps of a data set as one picture: digits.png and iris.png in the folder FOLDER (default: artifacts/contact-sheet), each title a
# method and its loss. A method that fails is named, and leaves no map. Look at the pictures: no map may be collapsed, exploded or a ring.
# Usage: bench/contact-sheet.sh [FOLDER [METHOD...]]
set -uo pipefail
cd "$(dirname "$0")/.."
folder=${1:-artifacts/contact-sheet}
shift $(($# > 0))
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
dotnet build -c Release src/Vicinity.Cli -v quiet && dotnet build -c Release bench/Vicinity.Bench -v quiet || exit 1
vicinity=(dotnet artifacts/bin/Vicinity.Cli/release/Vicinity.Cli.dll)
sheet=(dotnet artifacts/bin/Vicinity.Bench/release/Vicinity.Bench.dll contact-sheet)
mapfile -t methods < <((($# > 0)) && printf '%s\n' "$@" || "${vicinity[@]}" methods | sed -nE '2,$s/^([a-z0-9]+).*/\1/p')

# maps NAME COMMAND...: one map and one report per method, then the picture.
maps() {
  local name=$1 method done=()
  shift
  mkdir -p "$folder/$name"
  for method in "${methods[@]}"; do
    local map=$folder/$name/$method
    if "${vicinity[@]}" "$@" --method "$method" -o "$map.csv" --json --quiet > "$map.json"; then
      done+=("$map.csv")
      sed -E 's/.*"method":"([^"]*)".*"loss":([^,]*),"normalizedLoss":([^,]*),"iterations":([0-9]*).*"total":([0-9.]*).*/'"$name"' \1 loss \2 normalized \3 iterations \4 seconds \5/' "$map.json"
    else
      rm -f "$map.csv" "$map.json"
      echo "$name $method FAILED"
    fi
  done
  "${sheet[@]}" "$folder/$name.png" "${done[@]}"
}

maps iris fit bench/data/iris.csv --labels Species
maps digits demo
