# Read by run.sh and test.sh: installs what lacks and goes to the project's folder.
# The one list of dependencies is Build-Depends in packaging/debian/control.

set -eu
cd "$(dirname "$0")/.."

step() {
    printf '\n== %s\n' "$*"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        echo "error: packages are missing and neither root nor sudo is at hand; run as root once" >&2
        exit 1
    fi
}

everything_installed() {
    command -v dpkg-checkbuilddeps >/dev/null 2>&1 &&
        dpkg-checkbuilddeps packaging/debian/control 2>/dev/null
}

step "Checking the packages of packaging/debian/control"
if everything_installed; then
    echo "all installed"
else
    step "Installing what lacks"
    as_root apt-get update
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends dpkg-dev
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get build-dep -y --no-install-recommends ./packaging
fi
