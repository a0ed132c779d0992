# azd deploys the image to the live cell that carries the service's tag; the other cells get the same here. A cell that has it
# already is left alone: a new image breaks off what is on air.

function Set-LiveImages {
    Assert-Settings 'SERVICE_LIVE_IMAGE_NAME'
    foreach ($app in $env:AZURE_LIVE_APPS.Split(',')) {
        $image = Invoke-Azure "Reading the live cell $app" "Provision first: 'azd provision'." @('containerapp', 'show', '--name', $app,
            '--resource-group', $env:AZURE_RESOURCE_GROUP, '--query', 'properties.template.containers[0].image', '--output', 'tsv')
        if ($image -ne $env:SERVICE_LIVE_IMAGE_NAME) {
            Invoke-Azure "Giving the live cell $app its image" "Run 'azd deploy live', then 'azd hooks run postdeploy'." @('containerapp', 'update',
                '--name', $app, '--resource-group', $env:AZURE_RESOURCE_GROUP, '--image', $env:SERVICE_LIVE_IMAGE_NAME, '--output', 'none') | Out-Null
        }
        Write-Host "Live: $app has the live image."
    }
}
