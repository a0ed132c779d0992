# azd deploys the image to the live cell that carries the service's tag; the other cells get the same here. A cell that has it
# already is left alone: a new image breaks off what is on air.

set_live_images() {
    need SERVICE_LIVE_IMAGE_NAME
    for app in $(printf '%s' "$AZURE_LIVE_APPS" | tr ',' ' '); do
        image=$(azure "Reading the live cell $app" "Provision first: 'azd provision'." \
            containerapp show --name "$app" --resource-group "$AZURE_RESOURCE_GROUP" \
            --query "properties.template.containers[0].image" --output tsv)
        if [ "$image" != "$SERVICE_LIVE_IMAGE_NAME" ]; then
            azure "Giving the live cell $app its image" "Run 'azd deploy live', then 'azd hooks run postdeploy'." \
                containerapp update --name "$app" --resource-group "$AZURE_RESOURCE_GROUP" \
                --image "$SERVICE_LIVE_IMAGE_NAME" --output none
        fi
        say "Live: $app has the live image."
    done
}
