# The search index of infra/search, over Azure AD. A role assignment takes minutes until it works.

make_search_index() {
    # An index names its synonym maps, so they come first.
    for file in "$root"/infra/search/*-synonyms.json; do put_search synonymmaps "$file"; done
    for file in "$root"/infra/search/*.json; do
        case $file in *-synonyms.json) ;; *) put_search indexes "$file" ;; esac
    done
}

# put_search KIND FILE: named after its file.
put_search() {
    search_kind=$1 search_file=$2 search_name=$(basename "$2" .json)
    [ -f "$search_file" ] || fail "$search_file is missing: check out the whole repository, then run 'azd hooks run postprovision'."
    again 20 15 "the right to write the search index" try_put_search ||
        fail "Writing $search_kind/$search_name failed ($(complaint)). $(closed search "The search service")Check that you have the role Search Service Contributor on the search service and that the index has not changed in a way that needs a new one, then run 'azd hooks run postprovision'."
    say "Search: $search_kind/$search_name is up to date."
}

try_put_search() {
    try_az rest --method put --url "$AZURE_SEARCH_ENDPOINT/$search_kind('$search_name')?api-version=2023-11-01" \
        --resource https://search.azure.com --headers Content-Type=application/json --body "@$search_file" --output none
}
