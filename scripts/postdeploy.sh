#!/bin/sh
# After 'azd deploy': function apps of further regions, images of the jobs and live cells, blob events, and a video that has to play.
set -eu
. "$(dirname -- "$0")/lib.sh"
. "$root/scripts/steps/further-apps.sh"
. "$root/scripts/steps/job-images.sh"
. "$root/scripts/steps/live-images.sh"
. "$root/scripts/steps/blob-events.sh"
. "$root/scripts/steps/smoke-test.sh"

need AZURE_SUBSCRIPTION_ID AZURE_RESOURCE_GROUP AZURE_WORK_RESOURCE_GROUP AZURE_FUNCTION_APP_NAME AZURE_FUNCTION_URI \
    AZURE_CONTENT_STORAGE_ACCOUNT AZURE_EVENTGRID_TOPIC AZURE_TRANSCODE_JOBS AZURE_LIVE_APPS AZURE_WEB_URI
signed_in
set_job_images
set_live_images
subscribe_to_blobs
deploy_further_apps
play_a_video
