#!/bin/sh
# Before 'azd deploy': what the pages are told of this deployment.
set -eu
. "$(dirname -- "$0")/lib.sh"
. "$root/scripts/steps/web-settings.sh"

need AZURE_CONTENT_STORAGE_ACCOUNT
write_web_settings
