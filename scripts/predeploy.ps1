# Before 'azd deploy': what the pages are told of this deployment.
. "$PSScriptRoot/lib.ps1"
. "$PSScriptRoot/steps/web-settings.ps1"

Invoke-Hook {
    Assert-Settings 'AZURE_CONTENT_STORAGE_ACCOUNT'
    Write-WebSettings
}
