# What all hooks share; sourced, never run. POSIX sh.
#
# Every hook may run again at any time: each step puts things as they should be, whatever they were. A hook ends with
#   0  everything is as it should be
#   1  a step failed; the last line says which, why, and what to do
#   2  something that it needs is missing: a setting, a tool, a sign-in
# Secrets are neither printed nor given as arguments, which other users of a machine can read: they go through files in a
# folder that only this user may open, and that goes when the hook ends.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
umask 077

say() { printf '%s\n' "$*"; }

# fail "sentence" [code]
fail() {
    printf '%s\n' "$1" >&2
    exit "${2:-1}"
}

# need NAME…: settings that azd gives its hooks.
need() {
    for name in "$@"; do
        eval "value=\${$name:-}"
        [ -n "$value" ] || fail "$name is not set: provision first with 'azd provision', and run hooks by 'azd hooks run', which hands them the environment." 2
    done
}

# need_tool NAME "where to get it"
need_tool() { command -v "$1" >/dev/null 2>&1 || fail "$1 is not installed: $2" 2; }

# try_az arguments…: the one place that calls the Azure CLI. What it prints is the answer.
try_az() { az "$@" --only-show-errors 2>"$work/az.err"; }

# try_azd arguments…: the one place that calls azd.
try_azd() { azd "$@" --cwd "$root" --no-prompt >/dev/null 2>"$work/az.err"; }

# azure "what it does" "what to do when it fails" arguments…
azure() {
    azure_does=$1 azure_advice=$2
    shift 2
    try_az "$@" || fail "$azure_does failed ($(complaint)). $azure_advice"
}

# What the Azure CLI said last, without anything that looks like a key or a signature.
complaint() {
    sed -e '/^[[:space:]]*$/d' -e 's/\(code\|sig\|key\)=[^&" ]*/\1=***/g' "$work/az.err" | head -n 1 | cut -c 1-300
}

signed_in() {
    need_tool az "get the Azure CLI from https://aka.ms/azcli."
    try_az account show --output none || fail "The Azure CLI is not signed in: run 'az login', then this again." 2
}

# again TIMES SECONDS "what is waited for" command…: until the command succeeds; fails with the last time.
again() {
    again_left=$1 again_pause=${STREAMPLATFORM_HOOK_PAUSE:-$2} again_what=$3
    shift 3
    again_first=yes
    until "$@"; do
        again_left=$((again_left - 1))
        [ "$again_left" -gt 0 ] || return 1
        [ -z "$again_first" ] || say "Waiting for $again_what…"
        again_first=
        sleep "$again_pause"
    done
}

# closed NAME "the service": what to do about a service that lets in its own network alone; nothing where it doesn't.
closed() {
    case ",${AZURE_CLOSED:-}," in
        *",$1,"*) printf '%s lets in only its own network: run this there, or name your address in STREAMPLATFORM_DEPLOYER_ADDRESSES and provision again. ' "$2" ;;
    esac
}

# arm PATH [GROUP]: the path in Azure Resource Manager of a resource of home's group, or of another.
arm() { printf '/subscriptions/%s/resourceGroups/%s/providers/%s' "$AZURE_SUBSCRIPTION_ID" "${2:-$AZURE_RESOURCE_GROUP}" "$1"; }

# web arguments…: the one place that calls curl. The answer goes to the answer file, and the code is what tells.
web() {
    curl --silent --show-error --fail --max-time 60 --proto =https --output "$work/answer" "$@" 2>"$work/curl.err"
}

web_complaint() { head -n 1 "$work/curl.err" | sed 's/?[^ ]*//' | cut -c 1-200; }

# text NAME: the first text of that name in the JSON answer.
text() { tr ',{}' '\n\n\n' <"$work/answer" | sed -n "s/^[[:space:]]*\"$1\":[[:space:]]*\"\(.*\)\"[[:space:]]*$/\1/p" | head -n 1 | sed 's/\\u0026/\&/g'; }
