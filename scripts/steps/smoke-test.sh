# Uploads a clip of two seconds as a creator does, waits until it plays, and deletes it. Needs a creator's API key in
# STREAMPLATFORM_API_KEY; without one it says so and does nothing.

play_a_video() {
    if [ -z "${STREAMPLATFORM_API_KEY:-}" ]; then
        say "Smoke test: left out, because STREAMPLATFORM_API_KEY is not set. Set it to a creator's API key (scripts/first-key makes one) and run 'azd hooks run postdeploy'."
        return 0
    fi
    need_tool curl "get it from https://curl.se."
    case $STREAMPLATFORM_API_KEY in *[!A-Za-z0-9_.-]*) fail "STREAMPLATFORM_API_KEY is not an API key: it has characters that no key has." 2 ;; esac
    smoke_minutes=${STREAMPLATFORM_SMOKE_MINUTES:-10}
    case $smoke_minutes in '' | *[!0-9]* | ???*) fail "STREAMPLATFORM_SMOKE_MINUTES must be a number of minutes from 1 to 99." 2 ;; esac
    clip=$root/scripts/smoke-clip.mp4
    printf 'header = "Authorization: Bearer %s"\n' "$STREAMPLATFORM_API_KEY" >"$work/key"

    wait_for_api
    open_upload
    send_clip
    wait_for_asset
    read_first_segment
    web --config "$work/key" --request DELETE "$AZURE_WEB_URI/api/assets/$asset" >/dev/null ||
        say "Smoke test: the asset $asset could not be deleted; delete it by hand."
    say "Smoke test: a video plays."
}

# fetch URL "what": a URL with a signature in it is no argument.
fetch() {
    printf 'url = "%s"\n' "$1" >"$work/url"
    web --config "$work/url" || fail "Smoke test: $2 could not be read ($(web_complaint)). Look at the asset $asset and at Front Door's health, then run 'azd hooks run postdeploy'."
}

# Front Door takes a while until it knows a new deployment; a key that is refused is refused for good.
wait_for_api() {
    again "$((smoke_minutes * 6))" 10 "the API at $AZURE_WEB_URI" api_answers ||
        fail "Smoke test: the API at $AZURE_WEB_URI did not answer within $smoke_minutes minutes ($(web_complaint)). A new Front Door can take longer: run 'azd hooks run postdeploy' later, and look at the function app if it stays."
    case $(web_complaint) in *401* | *403*) fail "Smoke test: the API refused the key in STREAMPLATFORM_API_KEY. Set it to a creator's key of this deployment, then run 'azd hooks run postdeploy'." ;; esac
}

api_answers() {
    web --config "$work/key" "$AZURE_WEB_URI/api/account" && return 0
    case $(web_complaint) in *401* | *403*) return 0 ;; *) return 1 ;; esac
}

open_upload() {
    printf '{"fileName":"smoke-clip.mp4","sizeBytes":%s,"title":"Smoke test"}' "$(wc -c <"$clip" | tr -d ' ')" >"$work/upload.json"
    web --config "$work/key" --header 'Content-Type: application/json' --data "@$work/upload.json" "$AZURE_WEB_URI/api/uploads" ||
        fail "Smoke test: the API at $AZURE_WEB_URI did not open an upload ($(web_complaint)). Check the key in STREAMPLATFORM_API_KEY and that the function app runs, then run 'azd hooks run postdeploy'."
    asset=$(text assetId) playback=$(text playbackId) upload_url=$(text url)
    [ -n "$asset" ] && [ -n "$playback" ] && [ -n "$upload_url" ] || fail "Smoke test: the API's answer to a new upload names no asset, playback id or URL; the deployed version does not fit these scripts."
}

send_clip() {
    printf 'url = "%s"\n' "$upload_url" >"$work/url"
    web --config "$work/url" --request PUT --header 'x-ms-blob-type: BlockBlob' --header 'Content-Type: video/mp4' --data-binary "@$clip" ||
        fail "Smoke test: storage did not take the clip ($(web_complaint)). Check the content account's network rules, then run 'azd hooks run postdeploy'."
    say "Smoke test: the clip is uploaded as asset $asset; waiting up to $smoke_minutes minutes until it plays."
}

# Looked at six times a minute.
wait_for_asset() {
    smoke_status=unknown
    again "$((smoke_minutes * 6))" 10 "the asset $asset" asset_is_over ||
        fail "Smoke test: the asset $asset is still '$smoke_status' after $smoke_minutes minutes. Look at the transcode jobs' executions and at the queues, poison ones too; more time: STREAMPLATFORM_SMOKE_MINUTES."
    [ "$smoke_status" = ready ] || fail "Smoke test: the asset $asset is '$smoke_status' ($(text code)). Look at the logs of its run."
}

asset_is_over() {
    web --config "$work/key" "$AZURE_WEB_URI/api/assets/$asset" || return 1
    smoke_now=$(text status)
    [ "$smoke_now" = "$smoke_status" ] || say "Smoke test: $smoke_now"
    smoke_status=$smoke_now
    case $smoke_status in ready | failed | cancelled | awaitingApproval) return 0 ;; *) return 1 ;; esac
}

# As a player does: the multivariant playlist, the first playlist in it, the first segment in that.
read_first_segment() {
    url=$AZURE_WEB_URI/api/playback/$playback.m3u8
    fetch "$url" "the multivariant playlist"
    url=$(resolve "$(first_line)")
    fetch "$url" "the first playlist"
    url=$(resolve "$(first_line)")
    fetch "$url" "the first segment"
    [ -s "$work/answer" ] || fail "Smoke test: the first segment of the asset $asset is empty."
    say "Smoke test: the first segment has $(wc -c <"$work/answer" | tr -d ' ') bytes."
}

first_line() {
    tr -d '\r' <"$work/answer" | grep -v -e '^#' -e '^[[:space:]]*$' | head -n 1
}

# resolve REFERENCE: against the URL that named it.
resolve() {
    [ -n "$1" ] || fail "Smoke test: a playlist of the asset $asset lists nothing. Look at the asset's renditions."
    case $1 in
        https://*) printf '%s' "$1" ;;
        /*) printf '%s%s' "$(printf '%s' "$url" | sed 's,^\(https://[^/]*\).*,\1,')" "$1" ;;
        *) printf '%s/%s' "$(printf '%s' "$url" | sed -e 's/?.*//' -e 's,/[^/]*$,,')" "$1" ;;
    esac
}
