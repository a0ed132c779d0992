# Run by hand, once: makes an API key for the installation's owner and prints it. Nothing else keeps it.
#   azd env get-values | ForEach-Object { $n, $v = $_ -split '=', 2; Set-Item "env:$n" $v.Trim('"') }; scripts/first-key.ps1
. "$PSScriptRoot/lib.ps1"

Invoke-Hook {
    Assert-Settings 'AZURE_SUBSCRIPTION_ID', 'AZURE_WORK_RESOURCE_GROUP', 'AZURE_FUNCTION_APP_NAME', 'AZURE_WEB_URI'
    Assert-SignedIn
    $operator = Invoke-Azure "Reading the function app's key" "Check that you may manage the function app $env:AZURE_FUNCTION_APP_NAME and that it is deployed, then run this again." @(
        'rest', '--method', 'post', '--url', "$(Get-ArmPath "Microsoft.Web/sites/$env:AZURE_FUNCTION_APP_NAME" $env:AZURE_WORK_RESOURCE_GROUP)/host/default/listkeys?api-version=2024-04-01",
        '--query', 'functionKeys.default', '--output', 'tsv')
    try { (Invoke-RestMethod "$env:AZURE_WEB_URI/api/operations/keys" -Method Post -Headers @{ 'x-functions-key' = $operator } -TimeoutSec 60).key }
    catch { Stop-Hook "The API at $env:AZURE_WEB_URI made no key. A new Front Door takes up to an hour: run this again later." }
}
