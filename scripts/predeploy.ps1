# Before 'azd deploy': what the pages are told of this deployment, and from where images can be pushed.
. "$PSScriptRoot/lib.ps1"
. "$PSScriptRoot/steps/web-settings.ps1"

Invoke-Hook {
    Assert-Settings 'AZURE_CONTENT_STORAGE_ACCOUNT'
    Write-WebSettings
    $registry = Get-Closed 'registry' 'The registry'
    if ($registry) { Write-Host "Images: $registry" }
}
