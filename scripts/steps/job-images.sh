# azd deploys the image to the one job that carries the service's tag; the jobs of the other priorities get the same here.

set_job_images() {
    need SERVICE_TRANSCODER_IMAGE_NAME
    for job in $(printf '%s' "$AZURE_TRANSCODE_JOBS" | tr ',' ' '); do
        image=$(azure "Reading the job $job" "Provision first: 'azd provision'." \
            containerapp job show --name "$job" --resource-group "$AZURE_WORK_RESOURCE_GROUP" \
            --query "properties.template.containers[0].image" --output tsv)
        if [ "$image" != "$SERVICE_TRANSCODER_IMAGE_NAME" ]; then
            azure "Giving the job $job its image" "Run 'azd deploy transcoder', then 'azd hooks run postdeploy'." \
                containerapp job update --name "$job" --resource-group "$AZURE_WORK_RESOURCE_GROUP" \
                --image "$SERVICE_TRANSCODER_IMAGE_NAME" --output none
        fi
        say "Jobs: $job has the transcoder's image."
    done
}
