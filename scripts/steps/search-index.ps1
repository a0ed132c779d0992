# The search index of infra/search, over Azure AD. A role assignment takes minutes until it works.

function Set-SearchIndex {
    # An index names its synonym maps, so they come first.
    $files = Get-ChildItem (Join-Path $Root 'infra/search') -Filter '*.json'
    if (-not $files) { Stop-Hook "infra/search has no files: check out the whole repository, then run 'azd hooks run postprovision'." }
    $files | Where-Object { $_.BaseName.EndsWith('-synonyms') } | ForEach-Object { Set-SearchPart 'synonymmaps' $_ }
    $files | Where-Object { -not $_.BaseName.EndsWith('-synonyms') } | ForEach-Object { Set-SearchPart 'indexes' $_ }
}

# Named after its file.
function Set-SearchPart([string] $Kind, [IO.FileInfo] $File) {
    $name = $File.BaseName
    $written = Wait-Until 20 15 'the right to write the search index' {
        $null -ne (Invoke-Az @('rest', '--method', 'put', '--url', "$env:AZURE_SEARCH_ENDPOINT/$Kind('$name')?api-version=2023-11-01",
                '--resource', 'https://search.azure.com', '--headers', 'Content-Type=application/json', '--body', "@$($File.FullName)", '--output', 'none'))
    }
    if (-not $written) {
        Stop-Hook "Writing $Kind/$name failed ($(Get-Complaint)). $(Get-Closed 'search' 'The search service')Check that you have the role Search Service Contributor on the search service and that the index has not changed in a way that needs a new one, then run 'azd hooks run postprovision'."
    }
    Write-Host "Search: $Kind/$name is up to date."
}
