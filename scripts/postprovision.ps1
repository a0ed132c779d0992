# After 'azd provision': the search index and its synonyms.
. "$PSScriptRoot/lib.ps1"
. "$PSScriptRoot/steps/search-index.ps1"

Invoke-Hook {
    Assert-Settings 'AZURE_SEARCH_ENDPOINT'
    Assert-SignedIn
    Set-SearchIndex
}
