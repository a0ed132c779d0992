#!/bin/sh
# After 'azd provision': the search index and its synonyms.
set -eu
. "$(dirname -- "$0")/lib.sh"
. "$root/scripts/steps/search-index.sh"

need AZURE_SEARCH_ENDPOINT
signed_in
make_search_index
