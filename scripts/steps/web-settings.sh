# The static web app's settings: every page is index.html, and pages talk to this deployment only.
# Into the folder that the next build copies, and into the build that 'azd up' made before anything was provisioned.

write_web_settings() {
    write_web_file "$root/web/public"
    [ ! -d "$root/web/dist" ] || write_web_file "$root/web/dist"
    say "Web: the pages' settings are written."
}

write_web_file() {
    mkdir -p "$1"
    uploads="https://$AZURE_CONTENT_STORAGE_ACCOUNT.blob.core.windows.net"
    cat >"$work/web.json" <<END
{
  "navigationFallback": {
    "rewrite": "/index.html",
    "exclude": ["/assets/*", "/embed.js", "/icon.svg", "/telemetry.js", "/telemetry.d.ts", "/telemetry/*"]
  },
  "routes": [
    { "route": "/assets/*", "headers": { "Cache-Control": "public, max-age=31536000, immutable" } }
  ],
  "globalHeaders": {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; media-src 'self' blob: https:; connect-src 'self' $uploads; frame-ancestors *",
    "X-Content-Type-Options": "nosniff"
  }
}
END
    chmod 644 "$work/web.json"
    cp "$work/web.json" "$1/staticwebapp.config.json"
}
