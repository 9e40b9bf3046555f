#!/usr/bin/env bash
# Builds everything once and runs all tests; the last line is "N passed, N failed". Needs the .NET 10 SDK, and a network only for
# packages that are not there yet. Changes no tracked file.
set -uo pipefail
cd "$(dirname "$0")"
exec < /dev/null
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
unset VICINITY_UPDATE_API VICINITY_EXPECT_SIMD
passed=0 failed=0
tests=artifacts/bin/Vicinity.Tests/release/Vicinity.Tests
end_to_end=artifacts/bin/Vicinity.EndToEnd/release/Vicinity.EndToEnd
log=$(mktemp)
trap 'rm -f "$log"' EXIT

finish() {
  echo "$passed passed, $failed failed"
  exit $((failed > 0))
}

# leg NAME PROGRAM ARGUMENTS...: runs one test program and adds up what it reports. Nothing run, or no report, is a failure.
leg() {
  local name=$1 status total=0 errors=0 bad=0 skipped=0 idle=0
  shift
  echo "--- $name"
  "$@" -noColor -noLogo -failSkips 2>&1 | tee "$log"
  status=$?
  read -r total errors bad skipped idle < <(sed -nE \
    's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+).*/\1 \2 \3 \4 \5/p' "$log")
  local good=$((total - bad - skipped - idle))
  bad=$((bad + errors + skipped))
  if ((good + bad == 0)) || ((status != 0 && bad == 0)); then
    echo "--- $name: ended with code $status after $good tests"
    bad=$((bad + 1))
  fi
  passed=$((passed + good)) failed=$((failed + bad))
}

# narrow WIDTH SWITCH: the tests of the trait Leg=Simd with wider vectors switched off; the first of them checks that they are off.
narrow() {
  if ((widest > $1)); then
    leg "vectors of at most $1 bits ($2)" env "$2" "VICINITY_EXPECT_SIMD=$1" "$tests" -trait Leg=Simd
  else
    echo "--- vectors of at most $1 bits: not exercised, since this machine has none above $widest"
  fi
}

if [[ ! -x /usr/bin/chromium && $(id -u) == 0 && -f /etc/debian_version ]]; then
  echo "--- installing chromium, in which the tests open the pages"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium; } > "$log" 2>&1 || tail -n 5 "$log"
fi

echo "--- build"
if ! { dotnet restore Vicinity.slnx --locked-mode && dotnet build Vicinity.slnx -c Release --no-restore; }; then
  failed=1
  finish
fi

leg "library" "$tests"
leg "end to end" "$end_to_end"
widest=$("$tests" -noColor -showLiveOutput -class Vicinity.Tests.SimdPremiseTests | sed -nE 's/.*vectors of ([0-9]+) bits.*/\1/p')
[[ $widest ]] || { echo "--- the width of this machine's vectors is unknown"; failed=$((failed + 1)); widest=512; }
narrow 256 DOTNET_EnableAVX512=0
narrow 128 DOTNET_EnableAVX2=0
narrow 0 DOTNET_EnableHWIntrinsic=0
finish
