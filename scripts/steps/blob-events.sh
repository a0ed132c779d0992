# Event Grid tells the blob-triggered functions of new blobs: one subscription a function, filtered by its container.
# What can't be delivered in a day goes to a container, written as the topic's own identity.
# The webhook wants the key that the blobs extension makes when the app runs for the first time.

subscribe_to_blobs() {
    again 30 10 "the function app's key for blob events" read_blobs_key ||
        fail "The function app $AZURE_FUNCTION_APP_NAME has no key for blob events yet (${blobs_why:-the app has not made it}): deploy it with 'azd deploy functions', look at its logs if it does not start, then run 'azd hooks run postdeploy'."
    subscribe upload-committed UploadCommitted uploads
    subscribe item-marked ItemMarked markers
}

# Into a file, as a query string has it.
read_blobs_key() {
    try_az rest --method post --url "$(arm "Microsoft.Web/sites/$AZURE_FUNCTION_APP_NAME" "$AZURE_WORK_RESOURCE_GROUP")/host/default/listkeys?api-version=2024-04-01" \
        --query systemKeys.blobs_extension --output tsv |
        tr -d '\r\n' | sed -e 's/%/%25/g' -e 's/+/%2B/g' -e 's,/,%2F,g' -e 's/=/%3D/g' >"$work/blobs-key"
    blobs_why=$(complaint)
    [ -s "$work/blobs-key" ] && [ "$(cat "$work/blobs-key")" != None ]
}

# subscribe NAME FUNCTION CONTAINER
subscribe() {
    subscription="$(arm "Microsoft.EventGrid/systemTopics/$AZURE_EVENTGRID_TOPIC/eventSubscriptions/$1")?api-version=2025-02-15"
    {
        cat <<END
{
  "properties": {
    "destination": {
      "endpointType": "WebHook",
      "properties": {
END
        printf '        "endpointUrl": "%s/runtime/webhooks/blobs?functionName=Host.Functions.%s&code=%s",\n' "$AZURE_FUNCTION_URI" "$2" "$(cat "$work/blobs-key")"
        cat <<END
        "maxEventsPerBatch": 1,
        "preferredBatchSizeInKilobytes": 64
      }
    },
    "eventDeliverySchema": "EventGridSchema",
    "filter": {
      "includedEventTypes": ["Microsoft.Storage.BlobCreated"],
      "subjectBeginsWith": "/blobServices/default/containers/$3/blobs/"
    },
    "retryPolicy": { "maxDeliveryAttempts": 30, "eventTimeToLiveInMinutes": 1440 },
    "deadLetterWithResourceIdentity": {
      "identity": { "type": "SystemAssigned" },
      "deadLetterDestination": {
        "endpointType": "StorageBlob",
        "properties": { "resourceId": "$(arm "Microsoft.Storage/storageAccounts/$AZURE_CONTENT_STORAGE_ACCOUNT")", "blobContainerName": "dead-letters" }
      }
    }
  }
}
END
    } >"$work/subscription.json"
    azure "Subscribing $2 to blobs in $3" "Run 'azd hooks run postdeploy' again; if it stays, look at the topic $AZURE_EVENTGRID_TOPIC in the portal." \
        rest --method put --url "$subscription" --headers Content-Type=application/json --body "@$work/subscription.json" --output none
    rm -f "$work/subscription.json"
    again 30 5 "Event Grid to reach $2" subscription_is_made ||
        fail "Event Grid could not reach the function $2 ($subscription_state): check that 'azd deploy functions' went well and that the app runs, then run 'azd hooks run postdeploy'."
    say "Blob events: $2 is told of blobs in $3."
}

subscription_is_made() {
    subscription_state=$(try_az rest --method get --url "$subscription" --query properties.provisioningState --output tsv) || subscription_state=$(complaint)
    [ "$subscription_state" = Succeeded ]
}
