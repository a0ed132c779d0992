#!/bin/sh
# Run by hand, once: makes an API key for the installation's owner and prints it. Nothing else keeps it.
#   set -a; eval "$(azd env get-values)"; set +a; scripts/first-key.sh
set -eu
. "$(dirname -- "$0")/lib.sh"

need AZURE_SUBSCRIPTION_ID AZURE_WORK_RESOURCE_GROUP AZURE_FUNCTION_APP_NAME AZURE_WEB_URI
need_tool curl "get it from https://curl.se."
signed_in
operator=$(azure "Reading the function app's key" "Check that you may manage the function app $AZURE_FUNCTION_APP_NAME and that it is deployed, then run this again." \
    rest --method post --url "$(arm "Microsoft.Web/sites/$AZURE_FUNCTION_APP_NAME" "$AZURE_WORK_RESOURCE_GROUP")/host/default/listkeys?api-version=2024-04-01" \
    --query functionKeys.default --output tsv)
printf 'header = "x-functions-key: %s"\n' "$operator" >"$work/key"
web --config "$work/key" --data '' "$AZURE_WEB_URI/api/operations/keys" ||
    fail "The API at $AZURE_WEB_URI made no key ($(web_complaint)). A new Front Door takes up to an hour: run this again later."
text key
