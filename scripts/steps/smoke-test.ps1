# Uploads a clip of two seconds as a creator does, waits until it plays, and deletes it. Needs a creator's API key in
# STREAMPLATFORM_API_KEY; without one it says so and does nothing.

function Test-Playback {
    if (-not $env:STREAMPLATFORM_API_KEY) {
        Write-Host "Smoke test: left out, because STREAMPLATFORM_API_KEY is not set. Set it to a creator's API key (scripts/first-key makes one) and run 'azd hooks run postdeploy'."
        return
    }
    $minutes = if ($env:STREAMPLATFORM_SMOKE_MINUTES) { $env:STREAMPLATFORM_SMOKE_MINUTES } else { '10' }
    if ($minutes -notmatch '^[1-9][0-9]?$') { Stop-Hook 'STREAMPLATFORM_SMOKE_MINUTES must be a number of minutes from 1 to 99.' 2 }
    $api = "$env:AZURE_WEB_URI/api"
    $key = @{ Authorization = "Bearer $env:STREAMPLATFORM_API_KEY" }
    $clip = Join-Path $Root 'scripts/smoke-clip.mp4'

    Wait-ForApi $api $key ([int] $minutes)
    $upload = Invoke-Smoke "the API at $env:AZURE_WEB_URI did not open an upload" {
        Invoke-RestMethod "$api/uploads" -Method Post -Headers $key -ContentType 'application/json' -TimeoutSec 60 -Body (
            @{ fileName = 'smoke-clip.mp4'; sizeBytes = (Get-Item $clip).Length; title = 'Smoke test' } | ConvertTo-Json)
    }
    Invoke-Smoke 'storage did not take the clip' {
        Invoke-WebRequest $upload.url -Method Put -Headers @{ 'x-ms-blob-type' = 'BlockBlob' } -ContentType 'video/mp4' -InFile $clip -TimeoutSec 60
    } | Out-Null
    Write-Host "Smoke test: the clip is uploaded as asset $($upload.assetId); waiting up to $minutes minutes until it plays."
    Wait-ForAsset $api $key $upload.assetId ([int] $minutes)

    # As a player does: the multivariant playlist, the first playlist in it, the first segment in that.
    $playlist = [Uri] "$api/playback/$($upload.playbackId).m3u8"
    $track = Get-FirstUri $playlist
    $segment = Get-FirstUri $track
    $bytes = (Invoke-Smoke 'the first segment could not be read' { Invoke-WebRequest $segment -TimeoutSec 60 }).RawContentLength
    if ($bytes -le 0) { Stop-Hook "Smoke test: the first segment of the asset $($upload.assetId) is empty." }
    Write-Host "Smoke test: the first segment has $bytes bytes."
    try { Invoke-RestMethod "$api/assets/$($upload.assetId)" -Method Delete -Headers $key -TimeoutSec 60 | Out-Null }
    catch { Write-Host "Smoke test: the asset $($upload.assetId) could not be deleted; delete it by hand." }
    Write-Host 'Smoke test: a video plays.'
}

# Runs a request; a failure is told without its address, which may be signed.
function Invoke-Smoke([string] $Failed, [scriptblock] $Request) {
    try { return & $Request }
    catch { Stop-Hook "Smoke test: $Failed (status $(Get-Status $_)). Look at the asset and at Front Door's health, then run 'azd hooks run postdeploy'." }
}

function Get-Status($Failure) {
    if ($Failure.Exception.PSObject.Properties['Response'] -and $Failure.Exception.Response) { [int] $Failure.Exception.Response.StatusCode } else { 'none' }
}

# Front Door takes a while until it knows a new deployment; a key that is refused is refused for good.
function Wait-ForApi([string] $Api, [hashtable] $Key, [int] $Minutes) {
    $script:ApiStatus = 'none'
    $answers = Wait-Until ($Minutes * 6) 10 "the API at $env:AZURE_WEB_URI" {
        try { Invoke-RestMethod "$Api/account" -Headers $Key -TimeoutSec 60 | Out-Null; $script:ApiStatus = 200; $true }
        catch { $script:ApiStatus = Get-Status $_; $script:ApiStatus -in 401, 403 }
    }
    if (-not $answers) {
        Stop-Hook "Smoke test: the API at $env:AZURE_WEB_URI did not answer within $Minutes minutes (status $script:ApiStatus). A new Front Door can take longer: run 'azd hooks run postdeploy' later, and look at the function app if it stays."
    }
    if ($script:ApiStatus -ne 200) {
        Stop-Hook "Smoke test: the API refused the key in STREAMPLATFORM_API_KEY. Set it to a creator's key of this deployment, then run 'azd hooks run postdeploy'."
    }
}

function Wait-ForAsset([string] $Api, [hashtable] $Key, [string] $Asset, [int] $Minutes) {
    $script:AssetStatus = 'unknown'
    $over = Wait-Until ($Minutes * 6) 10 "the asset $Asset" {
        try { $now = (Invoke-RestMethod "$Api/assets/$Asset" -Headers $Key -TimeoutSec 60).status } catch { return $false }
        if ($now -ne $script:AssetStatus) { Write-Host "Smoke test: $now" }
        $script:AssetStatus = $now
        $now -in 'ready', 'failed', 'cancelled', 'awaitingApproval'
    }
    if (-not $over) {
        Stop-Hook "Smoke test: the asset $Asset is still '$script:AssetStatus' after $Minutes minutes. Look at the transcode jobs' executions and at the queues, poison ones too; more time: STREAMPLATFORM_SMOKE_MINUTES."
    }
    if ($script:AssetStatus -ne 'ready') { Stop-Hook "Smoke test: the asset $Asset is '$script:AssetStatus'. Look at the logs of its run." }
}

# The first address in a playlist, against the playlist's own.
function Get-FirstUri([Uri] $Playlist) {
    $answer = Invoke-Smoke 'a playlist could not be read' { Invoke-WebRequest $Playlist -TimeoutSec 60 }
    $text = if ($answer.Content -is [byte[]]) { [Text.Encoding]::UTF8.GetString($answer.Content) } else { $answer.Content }
    $line = $text -split "`r?`n" | Where-Object { $_ -and -not $_.StartsWith('#') } | Select-Object -First 1
    if (-not $line) { Stop-Hook "Smoke test: a playlist lists nothing. Look at the asset's renditions." }
    return [Uri]::new($Playlist, $line)
}
