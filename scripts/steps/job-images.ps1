# azd deploys the image to the one job that carries the service's tag; the jobs of the other priorities get the same here.

function Set-JobImages {
    Assert-Settings 'SERVICE_TRANSCODER_IMAGE_NAME'
    foreach ($job in $env:AZURE_TRANSCODE_JOBS.Split(',')) {
        $image = Invoke-Azure "Reading the job $job" "Provision first: 'azd provision'." @('containerapp', 'job', 'show', '--name', $job,
            '--resource-group', $env:AZURE_WORK_RESOURCE_GROUP, '--query', 'properties.template.containers[0].image', '--output', 'tsv')
        if ($image -ne $env:SERVICE_TRANSCODER_IMAGE_NAME) {
            Invoke-Azure "Giving the job $job its image" "Run 'azd deploy transcoder', then 'azd hooks run postdeploy'." @('containerapp', 'job', 'update',
                '--name', $job, '--resource-group', $env:AZURE_WORK_RESOURCE_GROUP, '--image', $env:SERVICE_TRANSCODER_IMAGE_NAME, '--output', 'none') | Out-Null
        }
        Write-Host "Jobs: $job has the transcoder's image."
    }
}
