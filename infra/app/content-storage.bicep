// The content account: originals, work in progress and the transcode queues (docs/adr/0035).

import { allMetrics, storageChanges, storageMetrics } from '../diagnostics.bicep'
import { roles } from '../roles.bicep'

param location string
param token string
param tags object
param workspaceId string
param functionsPrincipalId string

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param sku string

@description('Origins whose pages upload to the account from a browser.')
@minLength(1)
param uploadOrigins string[]

@description('Days after which deleted or overwritten content is gone for good.')
param backupDays int

var containers = [
  'uploads'
  'work'
  'markers'
  'images'
  'telemetry-raw'
  'telemetry-dead'
  'telemetry-recount'
  'insights-logs-frontdooraccesslog'
]

// What Event Grid could not deliver in a day; no code of ours reads it.
var deadLetters = 'dead-letters'
var queues = ['transcode-high', 'transcode-normal', 'transcode-low']
var poisonQueues = [for queue in queues: '${queue}-poison']

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'stcontent${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Open to the network, closed to whoever has no signature: browsers upload to it.
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    changeFeed: {
      enabled: true
      retentionInDays: backupDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: backupDays
    }
    cors: {
      corsRules: [
        {
          allowedOrigins: uploadOrigins
          allowedMethods: ['PUT', 'GET', 'HEAD', 'OPTIONS']
          allowedHeaders: ['content-type', 'content-md5', 'x-ms-*', 'range', 'if-match', 'if-none-match']
          exposedHeaders: ['etag', 'content-md5', 'x-ms-*', 'content-range', 'content-length']
          maxAgeInSeconds: 3600
        }
      ]
    }
    deleteRetentionPolicy: {
      enabled: true
      days: backupDays
    }
    isVersioningEnabled: true
    lastAccessTimeTrackingPolicy: {
      enable: true
      name: 'AccessTimeTracking'
      trackingGranularityInDays: 1
      blobType: ['blockBlob']
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [
  for container in concat(containers, [deadLetters]): {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource workQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' = [
  for queue in concat(queues, poisonQueues): {
    parent: queueService
    name: queue
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: account
  name: 'default'
}

// The Functions host keeps leases and receipts as blobs (which needs Owner), moves poison messages, and writes its
// diagnostic events to a table; our own code signs with a user-delegation key and sends work items.
resource functionsRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.storageBlobDataOwner, roles.storageQueueDataContributor, roles.storageTableDataContributor]: {
    name: guid(account.id, functionsPrincipalId, role)
    scope: account
    properties: {
      principalId: functionsPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource accountDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    metrics: allMetrics
  }
}

resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: storageChanges
    metrics: storageMetrics
  }
}

resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    logs: storageChanges
    metrics: storageMetrics
  }
}

resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    logs: storageChanges
    metrics: storageMetrics
  }
}

output id string = account.id
output name string = account.name
output endpoints { blob: string, queue: string, table: string } = {
  blob: account.properties.primaryEndpoints.blob
  queue: account.properties.primaryEndpoints.queue
  table: account.properties.primaryEndpoints.table
}
output deadLetters string = deadLetters
output queues string[] = queues
output poisonQueues string[] = poisonQueues
