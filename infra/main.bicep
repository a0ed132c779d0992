// Everything StreamPlatform needs in a subscription: a resource group for each region, and a module for each thing in it.
// What each thing is for, who may do what, and what the sizes differ in: docs/infrastructure.md.
// Which region has what, and why only one works while all answer: docs/adr/0073-all-regions-answer-one-works.md.
targetScope = 'subscription'

import { Region } from 'regions.bicep'
import { Size } from 'sizes.bicep'

@description('Name of the azd environment; the resource group is named after it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('The home region: videos are uploaded to it and documents written in it.')
@minLength(1)
param location string

@description('Further regions that answer the API, each with a function app and, where the size has them, documents of its own.')
@maxLength(9)
param additionalRegions Region[] = []

@description('Where Front Door sends requests: home comes after the regions with a lower number, and before those with a higher one.')
@minValue(1)
@maxValue(5)
param homePriority int = 1

@description('The region that works off what is not a request: workflows, timers, events, transcode jobs. Home or a further region.')
param workLocation string = location

@description('How much of everything: an entry of sizes.bicep, or one of your own.')
param size Size

@description('Region of the web client: static sites are managed in few. Their files are at every edge.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param webClientLocation string = 'westeurope'

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

@description('Addresses from which who deploys reaches the search service and the registry where they are private, such as 203.0.113.7 or 203.0.113.0/28.')
param deployerAddresses string[] = []

@description('The transcoder image that was deployed last; empty the first time.')
param transcoderImage string = ''

@description('The live image that was deployed last; empty the first time.')
param liveImage string = ''

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

// Home first. Each has a resource group of its own, since private DNS zones of one name must be told apart, and what is in
// a group can't be changed while the region of the group is away.
var regions = concat([{ location: location, priority: homePriority }], additionalRegions)
var locations = [for region in regions: toLower(replace(region.location, ' ', ''))]
var groupNames = [
  for (name, index) in locations: index == 0 ? 'rg-${environmentName}' : 'rg-${environmentName}-${name}'
]
var tokens = [for (name, index) in locations: index == 0 ? token : toLower(uniqueString(token, name))]
var found = indexOf(locations, toLower(replace(workLocation, ' ', '')))
var work = found < 0 ? fail('workLocation is neither home nor one of additionalRegions.') : found

// Functions that something else than a request starts.
var workFunctions = loadJsonContent('work-functions.json')

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: groupNames[0]
  location: location
  tags: tags
}

resource furtherGroups 'Microsoft.Resources/resourceGroups@2025-04-01' = [
  for (region, index) in additionalRegions: {
    name: groupNames[index + 1]
    location: region.location
    tags: tags
  }
]

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
    publisherPrincipalIds: [
      identities.outputs.functions.principalId
      identities.outputs.live.principalId
      identities.outputs.transcoder.principalId
    ]
  }
}

module networks 'app/network.bicep' = [
  for (region, index) in regions: if (size.vnetEnabled) {
    scope: resourceGroup(groupNames[index])
    dependsOn: [furtherGroups]
    params: {
      location: region.location
      token: tokens[index]
      tags: tags
      workspaceId: monitoring.outputs.workspaceId
      number: index
    }
  }
]

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

module frontDoorLog 'app/front-door-log.bicep' = {
  scope: group
  params: { profileName: frontDoor.outputs.profileName, storageAccountId: content.outputs.id }
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
    private: size.vnetEnabled && size.frontDoorPrivateLink
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

module deployments 'app/deployment-storage.bicep' = [
  for (region, index) in regions: {
    scope: resourceGroup(groupNames[index])
    dependsOn: [furtherGroups]
    params: {
      location: region.location
      token: tokens[index]
      tags: tags
      workspaceId: monitoring.outputs.workspaceId
      functionsPrincipalId: identities.outputs.functions.principalId
      backupDays: backupDays
      // The app that works has the content account for it, since blob events need both in one.
      host: index != work
      private: size.vnetEnabled
    }
  }
]

module cosmos 'app/cosmos.bicep' = {
  scope: group
  params: {
    locations: map(regions, region => region.location)
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
  scope: resourceGroup(groupNames[work])
  dependsOn: [furtherGroups]
  params: {
    location: locations[work]
    token: tokens[work]
    tags: tags
    functionsPrincipalId: identities.outputs.functions.principalId
    functionsClientId: identities.outputs.functions.clientId
    sku: size.schedulerSku
    zoneRedundant: size.zoneRedundant
  }
}

module telemetryHub 'app/telemetry-hub.bicep' = {
  scope: resourceGroup(groupNames[work])
  dependsOn: [furtherGroups]
  params: {
    location: locations[work]
    token: tokens[work]
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    units: size.telemetryUnits
    partitions: size.telemetryPartitions
    private: size.vnetEnabled
    zoneRedundant: size.zoneRedundant
    functionsPrincipalId: identities.outputs.functions.principalId
  }
}

module videoEvents 'app/video-events.bicep' = {
  scope: resourceGroup(groupNames[work])
  dependsOn: [furtherGroups]
  params: {
    location: locations[work]
    token: tokens[work]
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    sku: size.serviceBusSku
    units: size.serviceBusUnits
    private: serviceBusPrivate
    functionsPrincipalId: identities.outputs.functions.principalId
  }
}

module search 'app/search.bicep' = {
  scope: resourceGroup(groupNames[work])
  dependsOn: [furtherGroups]
  params: {
    location: locations[work]
    token: tokens[work]
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    sku: size.searchSku
    replicas: size.searchReplicas
    private: size.vnetEnabled
    deployerAddresses: deployerAddresses
    deployerPrincipalId: deployerPrincipalId
    deployerPrincipalType: deployerPrincipalType
  }
}

module webPubSub 'app/web-pubsub.bicep' = {
  scope: resourceGroup(groupNames[work])
  dependsOn: [furtherGroups]
  params: {
    location: locations[work]
    token: tokens[work]
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsPrincipalId: identities.outputs.functions.principalId
    sku: size.webPubSubSku
    private: webPubSubPrivate
  }
}

module webClient 'app/web-client.bicep' = {
  scope: group
  params: { location: webClientLocation, token: token, tags: tags, sku: size.webClientSku }
}

// What every function app is told, wherever it is.
var settings = union(accountSettings, {
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identities.outputs.functions.clientId};Authorization=AAD'
  AZURE_CLIENT_ID: identities.outputs.functions.clientId
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identities.outputs.functions.clientId
  ContentStorage__blobServiceUri: content.outputs.endpoints.blob
  ContentStorage__queueServiceUri: content.outputs.endpoints.queue
  Cosmos__Database: cosmos.outputs.database
  Cosmos__Endpoint: cosmos.outputs.endpoint
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: taskHub.outputs.connection
  EventHub__clientId: identities.outputs.functions.clientId
  EventHub__credential: 'managedidentity'
  EventHub__fullyQualifiedNamespace: telemetryHub.outputs.hostName
  Live__IngestUrls: live.outputs.ingestUrls
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

module functionApps 'app/function-app.bicep' = [
  for (region, index) in regions: {
    scope: resourceGroup(groupNames[index])
    dependsOn: [furtherGroups]
    params: {
      location: region.location
      token: tokens[index]
      // azd deploys the one that works; a hook gives its package to the others.
      tags: index == work ? union(tags, { 'azd-service-name': 'functions' }) : tags
      workspaceId: monitoring.outputs.workspaceId
      identity: identities.outputs.functions
      packagesUrl: deployments[index].outputs.packagesUrl
      alwaysReadyHttp: size.alwaysReadyHttp
      maximumInstances: size.maximumInstances
      zoneRedundant: size.zoneRedundant
      subnetId: networks[index].?outputs.functionsSubnetId ?? ''
      takesEvents: index == work
      privateLink: size.frontDoorPrivateLink
      frontDoorId: frontDoor.outputs.frontDoorId
      origins: apiOrigins
      settings: union(
        settings,
        {
          AzureWebJobsStorage__blobServiceUri: index == work
            ? content.outputs.endpoints.blob
            : deployments[index].outputs.endpoints.blob
          AzureWebJobsStorage__queueServiceUri: index == work
            ? content.outputs.endpoints.queue
            : deployments[index].outputs.endpoints.queue
          AzureWebJobsStorage__tableServiceUri: index == work
            ? content.outputs.endpoints.table
            : deployments[index].outputs.endpoints.table
          // Its own first, then as documents fail over.
          Cosmos__PreferredRegions: join(
            union(
              filter(cosmos.outputs.locations, name => name == region.location),
              filter(cosmos.outputs.locations, name => name != region.location)
            ),
            ','
          )
        },
        index == work ? {} : toObject(workFunctions, name => 'AzureWebJobs.${name}.Disabled', name => 'true')
      )
    }
  }
]

module registry 'app/container-registry.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    transcoder: identities.outputs.transcoder
    sku: size.registrySku
    replicas: size.registrySku == 'Premium' ? map(additionalRegions, region => region.location) : []
    zoneRedundant: size.zoneRedundant
    private: registryPrivate
    deployerAddresses: deployerAddresses
  }
}

module transcodeEnvironment 'app/transcode-environment.bicep' = {
  scope: resourceGroup(groupNames[work])
  dependsOn: [furtherGroups]
  params: {
    location: locations[work]
    token: tokens[work]
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    subnetId: networks[work].?outputs.jobsSubnetId ?? ''
    zoneRedundant: size.zoneRedundant
    nodes: size.transcodeNodes
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
  scope: resourceGroup(groupNames[work])
  // A scaler that may not read its queue, or a job that may not pull its image, would fail until the next try.
  dependsOn: [furtherGroups, transcoderRoles]
  params: {
    location: locations[work]
    token: tokens[work]
    tags: tags
    identity: identities.outputs.transcoder
    environmentId: transcodeEnvironment.outputs.id
    contentAccountName: content.outputs.name
    registryServer: registry.outputs.loginServer
    queues: content.outputs.queues
    lowestProfile: transcodeEnvironment.outputs.lowestProfile
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
    origins: [
      for (region, index) in regions: {
        name: index == 0 ? 'functions' : 'functions-${locations[index]}'
        hostName: functionApps[index].outputs.hostName
        id: functionApps[index].outputs.id
        location: region.location
        priority: region.?priority ?? 1
        weight: region.?weight ?? 500
      }
    ]
    work: work
    privateLink: size.frontDoorPrivateLink
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
    privateMedia: size.frontDoorPrivateLink
  }
}

module live 'app/live.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    identity: identities.outputs.live
    networkName: size.vnetEnabled ? last(split(networks[0].?outputs.id ?? '', '/')) : ''
    zoneRedundant: size.zoneRedundant
    registryServer: registry.outputs.loginServer
    image: liveImage
    cells: size.live.cells
    cores: size.live.cores
    streams: size.live.streams
    cosmosAccountName: last(split(cosmos.outputs.id, '/'))
    database: cosmos.outputs.database
    settings: [
      { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: monitoring.outputs.insightsConnection }
      { name: 'AZURE_CLIENT_ID', value: identities.outputs.live.clientId }
      { name: 'Cosmos__Database', value: cosmos.outputs.database }
      { name: 'Cosmos__Endpoint', value: cosmos.outputs.endpoint }
      { name: 'Cosmos__PreferredRegions', value: join(cosmos.outputs.locations, ',') }
    ]
    profileName: frontDoor.outputs.profileName
    endpointName: frontDoor.outputs.endpointName
    domains: domains
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
  messages: 'privatelink.servicebus.windows.net'
  search: 'privatelink.search.windows.net'
  sockets: 'privatelink.webpubsub.azure.com'
  registry: 'privatelink${environment().suffixes.acrLoginServer}'
}

// What has private endpoints only from some size on.
var serviceBusPrivate = size.vnetEnabled && size.serviceBusSku == 'Premium'
var webPubSubPrivate = size.vnetEnabled && size.webPubSubSku != 'Free_F1'
var registryPrivate = size.vnetEnabled && size.registrySku == 'Premium'

module privateEndpoints 'app/private-endpoints.bicep' = [
  for (region, index) in regions: if (size.vnetEnabled) {
    scope: resourceGroup(groupNames[index])
    dependsOn: [furtherGroups]
    params: {
      location: region.location
      tags: tags
      networkId: networks[index].?outputs.id ?? ''
      subnetId: networks[index].?outputs.endpointsSubnetId ?? ''
      zones: map(items(zones), zone => zone.value)
      services: concat(
        [
          { name: 'content-blob', resourceId: content.outputs.id, groupId: 'blob', zone: zones.blob }
          { name: 'content-queue', resourceId: content.outputs.id, groupId: 'queue', zone: zones.queue }
          { name: 'content-table', resourceId: content.outputs.id, groupId: 'table', zone: zones.table }
          { name: 'media-blob', resourceId: media.outputs.id, groupId: 'blob', zone: zones.blob }
          { name: 'deployment-blob', resourceId: deployments[index].outputs.id, groupId: 'blob', zone: zones.blob }
          { name: 'cosmos', resourceId: cosmos.outputs.id, groupId: 'Sql', zone: zones.documents }
          { name: 'key-vault', resourceId: keyVault.outputs.id, groupId: 'vault', zone: zones.vault }
          { name: 'telemetry', resourceId: telemetryHub.outputs.id, groupId: 'namespace', zone: zones.messages }
          { name: 'search', resourceId: search.outputs.id, groupId: 'searchService', zone: zones.search }
        ],
        serviceBusPrivate
          ? [{ name: 'video-events', resourceId: videoEvents.outputs.id, groupId: 'namespace', zone: zones.messages }]
          : [],
        webPubSubPrivate
          ? [{ name: 'web-pubsub', resourceId: webPubSub.outputs.id, groupId: 'webpubsub', zone: zones.sockets }]
          : [],
        // Jobs pull from it, and the live cells at home.
        registryPrivate && (index == work || index == 0)
          ? [{ name: 'registry', resourceId: registry.outputs.id, groupId: 'registry', zone: zones.registry }]
          : [],
        // What the host keeps, where it isn't in the content account.
        index == work
          ? []
          : [
              {
                name: 'deployment-queue'
                resourceId: deployments[index].outputs.id
                groupId: 'queue'
                zone: zones.queue
              }
              {
                name: 'deployment-table'
                resourceId: deployments[index].outputs.id
                groupId: 'table'
                zone: zones.table
              }
            ]
      )
    }
  }
]

module alerts 'app/alerts.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    frontDoorResourceId: length(regions) > 1 ? frontDoor.outputs.id : ''
    alertEmail: alertEmail
  }
}

module budget 'app/budget.bicep' = if (monthlyBudget > 0 && !empty(budgetStart)) {
  params: {
    token: token
    groupNames: groupNames
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
output AZURE_WORK_RESOURCE_GROUP string = groupNames[work]
output AZURE_FUNCTION_APP_NAME string = functionApps[work].outputs.name
output AZURE_FUNCTION_URI string = 'https://${functionApps[work].outputs.hostName}'
output AZURE_FURTHER_FUNCTION_APPS string = join(
  map(filter(range(0, length(regions)), index => index != work), index => '${groupNames[index]}/func-${tokens[index]}'),
  ','
)
output AZURE_CONTENT_STORAGE_ACCOUNT string = content.outputs.name
output AZURE_MEDIA_STORAGE_ACCOUNT string = media.outputs.name
output AZURE_EVENTGRID_TOPIC string = blobEvents.outputs.name
output AZURE_COSMOS_ENDPOINT string = cosmos.outputs.endpoint
output AZURE_KEY_VAULT_URI string = keyVault.outputs.uri
output AZURE_SEARCH_NAME string = search.outputs.name
output AZURE_SEARCH_ENDPOINT string = search.outputs.endpoint
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.loginServer
// What who deploys can't reach from just anywhere.
output AZURE_CLOSED string = empty(deployerAddresses)
  ? join(concat(size.vnetEnabled ? ['search'] : [], registryPrivate ? ['registry'] : []), ',')
  : ''
output AZURE_FRONT_DOOR_HOST string = frontDoor.outputs.hostName
output AZURE_WEB_URI string = publicUrl
output AZURE_LIVE_APPS string = live.outputs.names
output AZURE_TRANSCODE_JOBS string = join(transcodeJobs.outputs.names, ',')
