#!/bin/sh
# Builds the station and does its main job on embedded defaults: with a display
# it opens the window in training mode, without one (or with --cli) it takes six
# training papers from the virtual scanner to the repository.
#
#   sh packaging/run.sh [--cli]

. "$(dirname "$0")/prepare.sh"

mode=window
case "${1:-}" in
--cli) mode=cli ;;
"") ;;
*)
    echo "usage: sh packaging/run.sh [--cli]" >&2
    exit 2
    ;;
esac
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    mode=cli
fi

step "Building"
cmake --preset release
cmake --build --preset release
bin=build/release/bin

if [ "$mode" = window ]; then
    step "Opening the window in training mode (close it to end)"
    exec "$bin/tramsohoa" --training
fi

out=out/demo
step "Taking six training papers from the scanner to the repository"
rm -rf "$out"
"$bin/tramsohoa-cli" demo --out "$out"
step "Done. The result:"
echo "signed copies   $out/copies/"
echo "repository      $out/repository/"
echo "station's data  $out/data/"
find "$out/copies" -type f | sort
