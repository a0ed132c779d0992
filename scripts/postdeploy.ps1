# After 'azd deploy': function apps of further regions, images of the jobs and live cells, blob events, and a video that has to play.
. "$PSScriptRoot/lib.ps1"
. "$PSScriptRoot/steps/further-apps.ps1"
. "$PSScriptRoot/steps/job-images.ps1"
. "$PSScriptRoot/steps/live-images.ps1"
. "$PSScriptRoot/steps/blob-events.ps1"
. "$PSScriptRoot/steps/smoke-test.ps1"

Invoke-Hook {
    Assert-Settings 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'AZURE_WORK_RESOURCE_GROUP', 'AZURE_FUNCTION_APP_NAME', 'AZURE_FUNCTION_URI',
        'AZURE_CONTENT_STORAGE_ACCOUNT', 'AZURE_EVENTGRID_TOPIC', 'AZURE_TRANSCODE_JOBS', 'AZURE_LIVE_APPS', 'AZURE_WEB_URI'
    Assert-SignedIn
    Set-JobImages
    Set-LiveImages
    Set-BlobSubscriptions
    Publish-FurtherApps
    Test-Playback
}
