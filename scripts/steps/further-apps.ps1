# azd deploys the function app that works; those of the other regions, which only answer, get the same package here.

function Publish-FurtherApps {
    if (-not $env:AZURE_FURTHER_FUNCTION_APPS) { return }
    Assert-Tool 'azd' 'get it from https://aka.ms/azd.'
    $package = Join-Path $Work 'functions.zip'
    if ($null -eq (Invoke-Azd @('package', 'functions', '--output-path', $package))) {
        Stop-Hook "Packaging the function app for the other regions failed ($(Get-Complaint)). See what 'azd package functions' says, then run 'azd hooks run postdeploy'."
    }
    foreach ($further in $env:AZURE_FURTHER_FUNCTION_APPS.Split(',')) {
        $group, $app = $further.Split('/', 2)
        Invoke-Azure "Deploying to the function app $app" "Until then it answers with the version before. Run 'azd hooks run postdeploy' again; if it stays, look at the app's deployments in the portal." @(
            'functionapp', 'deployment', 'source', 'config-zip', '--resource-group', $group, '--name', $app, '--src', $package, '--output', 'none') | Out-Null
        Write-Host "Regions: $app has the package."
    }
    Remove-Item $package
}
