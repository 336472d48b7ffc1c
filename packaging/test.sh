#!/bin/sh
# Installs what lacks, builds, and runs every test.
#
#   sh packaging/test.sh

. "$(dirname "$0")/prepare.sh"

step "Configuring, building and testing (preset: check)"
exec cmake --workflow --preset check
