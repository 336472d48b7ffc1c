#!/bin/sh
# Lets outside judges look at our output; see README.md. Usage: run.sh BUILD-FOLDER [SAMPLE-FOLDER]
set -eu
build=$1
samples=${2:-$(mktemp -d)}
mkdir -p "$samples"
STATION_SAMPLES=$samples "$build/tests/bin/verify_tests" '[.samples]' > "$samples/samples.log"
openssl x509 -inform DER -in "$samples/root.der" -out "$samples/root.pem"
openssl x509 -inform DER -in "$samples/issuer.der" -out "$samples/issuer.pem"
failed=0

judge() {
    name=$1
    shift
    if "$@" > "$samples/$name.log" 2>&1; then
        echo "ok      $name"
    else
        echo "FAILED  $name (see $samples/$name.log)"
        failed=1
    fi
}

if command -v verapdf > /dev/null; then
    # PDF/A-2b before signing and after each step.
    for level in unsigned b t lt lta; do
        judge "verapdf-$level" verapdf --flavour 2b --format text "$samples/$level.pdf"
        grep -q '^PASS' "$samples/verapdf-$level.log" || failed=1
    done
else
    echo "skipped veraPDF: not installed"
fi

if command -v pyhanko > /dev/null; then
    trust="--trust $samples/root.pem --trust-replace --other-certs $samples/issuer.pem"
    # shellcheck disable=SC2086
    for level in b t; do  # nothing in them about revocation: bytes and chains only
        judge "pyhanko-$level" pyhanko sign validate $trust --no-revocation-check \
            --pretty-print "$samples/$level.pdf"
    done
    # ETSI EN 319 102-1 with the evidence in the file, while its answers are fresh.
    # shellcheck disable=SC2086
    for level in lt lta; do
        judge "pyhanko-$level" pyhanko sign adesverify $trust \
            --validation-time 2026-03-02T09:40:00+07:00 "$samples/$level.pdf"
    done
else
    echo "skipped pyHanko: not installed"
fi
exit $failed
