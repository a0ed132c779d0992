// Everything StreamPlatform needs in a subscription: one resource group, and a module for each thing in it.
// What each thing is for, who may do what, and what the sizes differ in: docs/infrastructure.md.
targetScope = 'subscription'

import { Size } from 'sizes.bicep'

@description('Name of the azd environment; the resource group is named after it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of everything that has one.')
@minLength(1)
param location string

@description('How much of everything: an entry of sizes.bicep, or one of your own.')
param size Size

@description('Region of the web client: static sites are managed in few. Their files are at every edge.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param webClientLocation string = 'westeurope'

@description('Further regions of the documents; Cosmos DB fails over to them, and takes writes there if the size says so.')
param additionalLocations string[] = []

@description('Host name of our own that viewers use, such as video.example.com; empty for the one Front Door gives.')
param customDomain string = ''

@description('Further origins whose pages upload from a browser, such as http://localhost:5173 while developing.')
param uploadOrigins string[] = []

@description('Origins of other people\'s pages that use the API from a browser, such as https://app.example.com; our own need none.')
param apiOrigins string[] = []

@description('Object id of who deploys: writes the search index. Empty when nobody does.')
param deployerPrincipalId string = ''

@allowed(['User', 'ServicePrincipal'])
param deployerPrincipalType string = 'User'

@description('The transcoder image that was deployed last; empty the first time.')
param transcoderImage string = ''

@description('Who is mailed when something is wrong; empty for nobody.')
param alertEmail string = ''

@description('What a month may cost before somebody is told, in the currency of the subscription; 0 for no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('First day of the month in which the budget is made, such as 2026-01-01; no budget without it.')
param budgetStart string = ''

@description('Requests to the API that one address may make in a minute.')
@minValue(10)
param apiRequestsPerMinute int = 600

@description('Settings of the function app that begin with Accounts__ or Mail__ (docs/settings.md): who gets in. A password is a reference to a secret: @Microsoft.KeyVault(SecretUri=…).')
param accountSettings object = {}

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var backupDays = 30
var scratchFolder = '/var/lib/transcoder/scratch'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identities 'app/identities.bicep' = {
  scope: group
  params: { location: location, token: token, tags: tags }
}

module monitoring 'app/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    logDays: size.logDays
    publisherPrincipalIds: [identities.outputs.functions.principalId, identities.outputs.transcoder.principalId]
  }
}

module network 'app/network.bicep' = if (size.vnetEnabled) {
  scope: group
  params: { location: location, token: token, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module frontDoor 'app/front-door.bicep' = {
  scope: group
  params: { token: token, tags: tags, workspaceId: monitoring.outputs.workspaceId, premium: size.frontDoorPremium }
}

// Front Door writes it, the function app reads it.
var countryHeader = 'X-Viewer-Country'

var publicUrl = 'https://${empty(customDomain) ? frontDoor.outputs.hostName : customDomain}'
var mediaUrl = '${publicUrl}/media'

module content 'app/content-storage.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    sku: size.contentSku
    uploadOrigins: concat([publicUrl], uploadOrigins)
    backupDays: backupDays
  }
}

module contentLifecycle 'app/content-lifecycle.bicep' = {
  scope: group
  params: {
    accountName: content.outputs.name
    backupDays: backupDays
    // The archive is not for accounts whose copies are in several zones.
    archive: !contains(size.contentSku, 'ZRS')
  }
}

module media 'app/media-storage.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    sku: size.contentSku
    backupDays: backupDays
    private: size.vnetEnabled && size.frontDoorPremium
  }
}

module blobEvents 'app/blob-events.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    contentAccountName: content.outputs.name
    deadLetters: content.outputs.deadLetters
  }
}

module deployment 'app/deployment-storage.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    backupDays: backupDays
    private: size.vnetEnabled
  }
}

module cosmos 'app/cosmos.bicep' = {
  scope: group
  params: {
    location: location
    additionalLocations: additionalLocations
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    capacity: size.cosmosCapacity
    maxThroughput: size.cosmosMaxThroughput
    multiRegionWrites: size.cosmosMultiRegionWrites
    zoneRedundant: size.zoneRedundant
    private: size.vnetEnabled
  }
}

module keyVault 'app/key-vault.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    private: size.vnetEnabled
  }
}

module taskHub 'app/task-hub.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    functionsPrincipalId: identities.outputs.functions.principalId
    functionsClientId: identities.outputs.functions.clientId
    sku: size.schedulerSku
    zoneRedundant: size.zoneRedundant
  }
}

module telemetryHub 'app/telemetry-hub.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    units: size.telemetryUnits
    partitions: size.telemetryPartitions
    zoneRedundant: size.zoneRedundant
    functionsPrincipalId: identities.outputs.functions.principalId
  }
}

module videoEvents 'app/video-events.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
  }
}

module search 'app/search.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    sku: size.searchSku
    replicas: size.searchReplicas
    deployerPrincipalId: deployerPrincipalId
    deployerPrincipalType: deployerPrincipalType
  }
}

module webPubSub 'app/web-pubsub.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    sku: size.webPubSubSku
  }
}

module webClient 'app/web-client.bicep' = {
  scope: group
  params: { location: webClientLocation, token: token, tags: tags, sku: size.webClientSku }
}

module functionApp 'app/function-app.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    identity: identities.outputs.functions
    packagesUrl: deployment.outputs.packagesUrl
    alwaysReadyHttp: size.alwaysReadyHttp
    maximumInstances: size.maximumInstances
    zoneRedundant: size.zoneRedundant
    subnetId: network.?outputs.functionsSubnetId ?? ''
    frontDoorId: frontDoor.outputs.frontDoorId
    origins: apiOrigins
    settings: union(accountSettings, {
      APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.insightsConnection
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identities.outputs.functions.clientId};Authorization=AAD'
      AZURE_CLIENT_ID: identities.outputs.functions.clientId
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identities.outputs.functions.clientId
      AzureWebJobsStorage__blobServiceUri: content.outputs.endpoints.blob
      AzureWebJobsStorage__queueServiceUri: content.outputs.endpoints.queue
      AzureWebJobsStorage__tableServiceUri: content.outputs.endpoints.table
      Cosmos__Database: cosmos.outputs.database
      Cosmos__Endpoint: cosmos.outputs.endpoint
      Cosmos__PreferredRegions: cosmos.outputs.regions
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: taskHub.outputs.connection
      EventHub__clientId: identities.outputs.functions.clientId
      EventHub__credential: 'managedidentity'
      EventHub__fullyQualifiedNamespace: telemetryHub.outputs.hostName
      KeyVault__Uri: keyVault.outputs.uri
      MediaStorage__blobServiceUri: media.outputs.blobEndpoint
      // The plan has no ffprobe, and no file of a stranger's is opened beside the keys to all data.
      Processing__ProbeInJobs: 'true'
      // Chunks are cut for as many jobs as may run.
      Processing__Workers: string(size.transcodeMaxJobs)
      // Nothing but our Front Door reaches the app, and it says whom it asks for.
      RateLimits__TrustProxy: 'true'
      Search__Endpoint: search.outputs.endpoint
      Search__Index: 'videos'
      Search__PublicIndex: 'public-videos'
      ServiceBus__clientId: identities.outputs.functions.clientId
      ServiceBus__credential: 'managedidentity'
      ServiceBus__fullyQualifiedNamespace: videoEvents.outputs.hostName
      StreamPlatform__CountryHeader: countryHeader
      StreamPlatform__DeliveryUrl: mediaUrl
      StreamPlatform__PublicUrl: publicUrl
      TASKHUB_NAME: taskHub.outputs.hubName
      WebPubSub__Endpoint: webPubSub.outputs.endpoint
    })
  }
}

module registry 'app/container-registry.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    transcoder: identities.outputs.transcoder
    sku: size.registrySku
  }
}

module transcodeEnvironment 'app/transcode-environment.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    subnetId: network.?outputs.jobsSubnetId ?? ''
    zoneRedundant: size.zoneRedundant
  }
}

module transcoderRoles 'app/transcoder-roles.bicep' = {
  scope: group
  params: {
    token: token
    accountName: content.outputs.name
    mediaAccountName: media.outputs.name
    principalId: identities.outputs.transcoder.principalId
    queues: concat(content.outputs.queues, content.outputs.poisonQueues)
  }
}

module transcodeJobs 'app/transcode-jobs.bicep' = {
  scope: group
  // A scaler that may not read its queue, or a job that may not pull its image, would fail until the next try.
  dependsOn: [transcoderRoles]
  params: {
    location: location
    token: token
    tags: tags
    identity: identities.outputs.transcoder
    environmentId: transcodeEnvironment.outputs.id
    contentAccountName: content.outputs.name
    registryServer: registry.outputs.loginServer
    queues: content.outputs.queues
    deployedQueue: 'transcode-normal'
    image: empty(transcoderImage) ? 'mcr.microsoft.com/k8se/quickstart-jobs:latest' : transcoderImage
    cores: size.transcodeCores
    maxJobs: size.transcodeMaxJobs
    scratchFolder: scratchFolder
    settings: [
      { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
      { name: 'AzureWebJobsStorage__clientId', value: identities.outputs.transcoder.clientId }
      { name: 'AzureWebJobsStorage__blobServiceUri', value: content.outputs.endpoints.blob }
      { name: 'AzureWebJobsStorage__queueServiceUri', value: content.outputs.endpoints.queue }
      { name: 'MediaStorage__blobServiceUri', value: media.outputs.blobEndpoint }
      { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: monitoring.outputs.insightsConnection }
      { name: 'Transcode__LingerSeconds', value: '20' }
      { name: 'Transcode__ScratchFolder', value: scratchFolder }
    ]
  }
}

module frontDoorDomain 'app/front-door-domain.bicep' = if (!empty(customDomain)) {
  scope: group
  params: { profileName: frontDoor.outputs.profileName, customDomain: customDomain }
}

var domains = empty(customDomain) ? [] : [{ id: frontDoorDomain!.outputs.id }]

module frontDoorApi 'app/front-door-api.bicep' = {
  scope: group
  params: {
    profileName: frontDoor.outputs.profileName
    countryHeader: countryHeader
    endpointName: frontDoor.outputs.endpointName
    domains: domains
    functionsHostName: functionApp.outputs.hostName
  }
}

module frontDoorMedia 'app/front-door-media.bicep' = {
  scope: group
  params: {
    profileName: frontDoor.outputs.profileName
    endpointName: frontDoor.outputs.endpointName
    domains: domains
    mediaAccount: {
      id: media.outputs.id
      location: location
      hostName: split(media.outputs.blobEndpoint, '/')[2]
    }
    privateMedia: size.frontDoorPremium
  }
}

module frontDoorWeb 'app/front-door-web.bicep' = {
  scope: group
  params: {
    profileName: frontDoor.outputs.profileName
    endpointName: frontDoor.outputs.endpointName
    domains: domains
    webHostName: webClient.outputs.hostName
  }
}

module frontDoorWaf 'app/front-door-waf.bicep' = {
  scope: group
  params: {
    token: token
    tags: tags
    profileName: frontDoor.outputs.profileName
    endpointName: frontDoor.outputs.endpointName
    premium: size.frontDoorPremium
    domains: domains
    requestsPerMinute: apiRequestsPerMinute
  }
}

var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  documents: 'privatelink.documents.azure.com'
  vault: 'privatelink.vaultcore.azure.net'
}

module privateEndpoints 'app/private-endpoints.bicep' = if (size.vnetEnabled) {
  scope: group
  params: {
    location: location
    tags: tags
    networkId: network.?outputs.id ?? ''
    subnetId: network.?outputs.endpointsSubnetId ?? ''
    zones: [zones.blob, zones.queue, zones.table, zones.documents, zones.vault]
    services: [
      { name: 'content-blob', resourceId: content.outputs.id, groupId: 'blob', zone: zones.blob }
      { name: 'content-queue', resourceId: content.outputs.id, groupId: 'queue', zone: zones.queue }
      { name: 'content-table', resourceId: content.outputs.id, groupId: 'table', zone: zones.table }
      { name: 'media-blob', resourceId: media.outputs.id, groupId: 'blob', zone: zones.blob }
      { name: 'deployment-blob', resourceId: deployment.outputs.id, groupId: 'blob', zone: zones.blob }
      { name: 'cosmos', resourceId: cosmos.outputs.id, groupId: 'Sql', zone: zones.documents }
      { name: 'key-vault', resourceId: keyVault.outputs.id, groupId: 'vault', zone: zones.vault }
    ]
  }
}

module alerts 'app/alerts.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    alertEmail: alertEmail
  }
}

module budget 'app/budget.bicep' = if (monthlyBudget > 0 && !empty(budgetStart)) {
  scope: group
  params: {
    token: token
    actionGroupId: alerts.outputs.actionGroupId
    amount: monthlyBudget
    start: budgetStart
  }
}

module workbook 'app/workbook.bicep' = {
  scope: group
  params: { location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP_NAME string = functionApp.outputs.name
output AZURE_FUNCTION_URI string = 'https://${functionApp.outputs.hostName}'
output AZURE_CONTENT_STORAGE_ACCOUNT string = content.outputs.name
output AZURE_MEDIA_STORAGE_ACCOUNT string = media.outputs.name
output AZURE_EVENTGRID_TOPIC string = blobEvents.outputs.name
output AZURE_COSMOS_ENDPOINT string = cosmos.outputs.endpoint
output AZURE_KEY_VAULT_URI string = keyVault.outputs.uri
output AZURE_SEARCH_NAME string = search.outputs.name
output AZURE_SEARCH_ENDPOINT string = search.outputs.endpoint
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.loginServer
output AZURE_FRONT_DOOR_HOST string = frontDoor.outputs.hostName
output AZURE_WEB_URI string = publicUrl
output AZURE_TRANSCODE_JOBS string = join(transcodeJobs.outputs.names, ',')
