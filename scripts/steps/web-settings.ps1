# The static web app's settings: every page is index.html, and pages talk to this deployment only.
# Into the folder that the next build copies, and into the build that 'azd up' made before anything was provisioned.

function Write-WebSettings {
    $uploads = "https://$env:AZURE_CONTENT_STORAGE_ACCOUNT.blob.core.windows.net"
    $settings = [ordered]@{
        navigationFallback = [ordered]@{ rewrite = '/index.html'; exclude = @('/assets/*', '/embed.js', '/icon.svg', '/telemetry.js', '/telemetry.d.ts', '/telemetry/*') }
        routes             = @([ordered]@{ route = '/assets/*'; headers = [ordered]@{ 'Cache-Control' = 'public, max-age=31536000, immutable' } })
        globalHeaders      = [ordered]@{
            'Cache-Control'           = 'no-cache'
            'Content-Security-Policy' = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; media-src 'self' blob: https:; connect-src 'self' $uploads; frame-ancestors *"
            'X-Content-Type-Options'  = 'nosniff'
        }
    } | ConvertTo-Json -Depth 5
    foreach ($folder in 'web/public', 'web/dist') {
        $target = Join-Path $Root $folder
        if ($folder -eq 'web/public' -or (Test-Path $target)) {
            New-Item -ItemType Directory -Force -Path $target | Out-Null
            Set-Content -Path (Join-Path $target 'staticwebapp.config.json') -Value $settings -Encoding utf8NoBOM
        }
    }
    Write-Host "Web: the pages' settings are written."
}
