# Event Grid tells the blob-triggered functions of new blobs: one subscription a function, filtered by its container.
# What can't be delivered in a day goes to a container, written as the topic's own identity.
# The webhook wants the key that the blobs extension makes when the app runs for the first time.

function Set-BlobSubscriptions {
    $script:BlobsKey = $null
    $app = $env:AZURE_FUNCTION_APP_NAME
    $has = Wait-Until 30 10 "the function app's key for blob events" {
        $script:BlobsKey = Invoke-Az @('rest', '--method', 'post', '--url', "$(Get-ArmPath "Microsoft.Web/sites/$app" $env:AZURE_WORK_RESOURCE_GROUP)/host/default/listkeys?api-version=2024-04-01",
            '--query', 'systemKeys.blobs_extension', '--output', 'tsv')
        $script:BlobsKey -and $script:BlobsKey -ne 'None'
    }
    if (-not $has) {
        Stop-Hook "The function app $app has no key for blob events yet ($(if (Get-Complaint) { Get-Complaint } else { 'the app has not made it' })): deploy it with 'azd deploy functions', look at its logs if it does not start, then run 'azd hooks run postdeploy'."
    }
    Set-BlobSubscription 'upload-committed' 'UploadCommitted' 'uploads'
    Set-BlobSubscription 'item-marked' 'ItemMarked' 'markers'
}

function Set-BlobSubscription([string] $Name, [string] $Function, [string] $Container) {
    $url = "$(Get-ArmPath "Microsoft.EventGrid/systemTopics/$env:AZURE_EVENTGRID_TOPIC/eventSubscriptions/$Name")?api-version=2025-02-15"
    $properties = [ordered]@{
        destination         = [ordered]@{
            endpointType = 'WebHook'
            properties   = [ordered]@{
                endpointUrl                   = "$env:AZURE_FUNCTION_URI/runtime/webhooks/blobs?functionName=Host.Functions.$Function&code=$([Uri]::EscapeDataString($script:BlobsKey))"
                maxEventsPerBatch             = 1
                preferredBatchSizeInKilobytes = 64
            }
        }
        eventDeliverySchema = 'EventGridSchema'
        filter              = [ordered]@{
            includedEventTypes = @('Microsoft.Storage.BlobCreated')
            subjectBeginsWith  = "/blobServices/default/containers/$Container/blobs/"
        }
        retryPolicy         = [ordered]@{ maxDeliveryAttempts = 30; eventTimeToLiveInMinutes = 1440 }
        deadLetterWithResourceIdentity = [ordered]@{
            identity              = [ordered]@{ type = 'SystemAssigned' }
            deadLetterDestination = [ordered]@{
                endpointType = 'StorageBlob'
                properties   = [ordered]@{ resourceId = Get-ArmPath "Microsoft.Storage/storageAccounts/$env:AZURE_CONTENT_STORAGE_ACCOUNT"; blobContainerName = 'dead-letters' }
            }
        }
    }
    $body = Join-Path $Work 'subscription.json'
    Set-Content -Path $body -Value ([ordered]@{ properties = $properties } | ConvertTo-Json -Depth 8) -Encoding utf8NoBOM
    Invoke-Azure "Subscribing $Function to blobs in $Container" "Run 'azd hooks run postdeploy' again; if it stays, look at the topic $env:AZURE_EVENTGRID_TOPIC in the portal." @(
        'rest', '--method', 'put', '--url', $url, '--headers', 'Content-Type=application/json', '--body', "@$body", '--output', 'none') | Out-Null
    Remove-Item $body
    $script:SubscriptionState = ''
    $made = Wait-Until 30 5 "Event Grid to reach $Function" {
        $state = Invoke-Az @('rest', '--method', 'get', '--url', $url, '--query', 'properties.provisioningState', '--output', 'tsv')
        $script:SubscriptionState = if ($null -ne $state) { $state } else { Get-Complaint }
        $script:SubscriptionState -eq 'Succeeded'
    }
    if (-not $made) {
        Stop-Hook "Event Grid could not reach the function $Function ($script:SubscriptionState): check that 'azd deploy functions' went well and that the app runs, then run 'azd hooks run postdeploy'."
    }
    Write-Host "Blob events: $Function is told of blobs in $Container."
}
