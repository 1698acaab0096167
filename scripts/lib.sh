# SPDX-License-Identifier: GPL-3.0-or-later
# What scripts/run and scripts/test share. Sourced, never started.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Qt wants a UTF-8 locale, and a bare container has none.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '== %s\n' "$*"; }

# Without address randomisation qmlcachegen writes the same output each time, so that ccache hits. Some containers forbid it.
same_addresses() {
  if setarch -R true 2>/dev/null; then setarch -R "$@"; else "$@"; fi
}

# As many jobs as processors, but no more than one for each 1.5 GB of free memory.
build_jobs() {
  local jobs memory
  jobs=$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2)
  memory=$(awk '/^MemAvailable:/ {print int($2 / 1500000)}' /proc/meminfo 2>/dev/null) || memory=""
  if [ -n "$memory" ] && [ "$memory" -lt "$jobs" ]; then jobs=$memory; fi
  if [ "$jobs" -lt 1 ]; then jobs=1; fi
  echo "$jobs"
}

# build PRESET [TARGETS...]: configures and builds into build/PRESET.
build() {
  local preset=$1 started=$SECONDS log
  shift
  log="build/$preset/configure.log"
  mkdir -p "build/$preset"
  say "configuring $preset"
  if ! same_addresses cmake --preset "$preset" >"$log" 2>&1; then
    cat "$log"
    echo "scripts: CMake could not configure the preset '$preset' (its words are above)." >&2
    return 1
  fi
  say "building $preset"
  if ! NINJA_STATUS="[%f/%t %es] " same_addresses ninja -C "build/$preset" -j "$(build_jobs)" "$@"; then
    echo "scripts: the build of the preset '$preset' failed (the compiler's words are above)." >&2
    return 1
  fi
  say "built $preset in $((SECONDS - started)) s"
}
