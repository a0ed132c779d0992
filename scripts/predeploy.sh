#!/bin/sh
# Before 'azd deploy': what the pages are told of this deployment, and from where images can be pushed.
set -eu
. "$(dirname -- "$0")/lib.sh"
. "$root/scripts/steps/web-settings.sh"

need AZURE_CONTENT_STORAGE_ACCOUNT
write_web_settings
registry=$(closed registry "The registry")
[ -z "$registry" ] || say "Images: $registry"
