// The platform's documents. Every request on a hot path names its partition.

import { allMetrics } from '../diagnostics.bicep'

@description('Regions that documents are in: home, where they are written, and then as they fail over.')
@minLength(1)
param locations string[]
param token string
param tags object
param workspaceId string
param functionsPrincipalId string

@allowed(['serverless', 'shared', 'dedicated'])
param capacity string
param maxThroughput int
param multiRegionWrites bool
param zoneRedundant bool
param private bool

var serverless = capacity == 'serverless'
// Serverless accounts have one region.
var kept = serverless ? take(locations, 1) : locations

// Containers that are only read, or listed, by id index nothing more, which makes a write cheaper.
var containers = [
  { name: 'assets', partitionKey: '/id', queried: false, ttl: false }
  { name: 'ownerAssets', partitionKey: '/ownerId', queried: true, ttl: false }
  { name: 'playbackIds', partitionKey: '/id', queried: false, ttl: false }
  { name: 'uploads', partitionKey: '/ownerId', queried: true, ttl: false }
  { name: 'apiKeys', partitionKey: '/id', queried: false, ttl: false }
  { name: 'usage', partitionKey: '/ownerId', queried: true, ttl: false }
  { name: 'idempotency', partitionKey: '/ownerId', queried: false, ttl: true }
  { name: 'encodingDefaults', partitionKey: '/id', queried: false, ttl: false }
  { name: 'webhooks', partitionKey: '/ownerId', queried: true, ttl: true }
  { name: 'telemetry', partitionKey: '/shardKey', queried: false, ttl: true }
  { name: 'accounts', partitionKey: '/partition', queried: true, ttl: true }
  { name: 'catalog', partitionKey: '/partition', queried: true, ttl: true }
  { name: 'social', partitionKey: '/partition', queried: true, ttl: true }
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: 'cosmos-${token}'
  location: locations[0]
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: 'Continuous30Days' }
    }
    capabilities: serverless ? [{ name: 'EnableServerless' }] : []
    // A store reads its own writes; what another region wrote comes later.
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    disableKeyBasedMetadataWriteAccess: true
    disableLocalAuth: true
    enableAutomaticFailover: length(kept) > 1
    enableMultipleWriteLocations: multiRegionWrites && length(kept) > 1
    locations: [
      for (region, index) in kept: {
        locationName: region
        failoverPriority: index
        isZoneRedundant: zoneRedundant
      }
    ]
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: 'streamplatform'
  properties: {
    resource: { id: 'streamplatform' }
    options: capacity == 'shared' ? { autoscaleSettings: { maxThroughput: maxThroughput } } : {}
  }
}

resource databaseContainers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = [
  for container in containers: {
    parent: database
    name: container.name
    properties: {
      resource: {
        id: container.name
        // -1: items may carry a time to live of their own; without one they stay.
        defaultTtl: container.ttl ? -1 : null
        indexingPolicy: {
          automatic: true
          indexingMode: 'consistent'
          includedPaths: container.queried ? [{ path: '/*' }] : []
          // What queries ask by stands beside the document, never in it.
          excludedPaths: container.queried ? [{ path: '/document/*' }, { path: '/"_etag"/?' }] : [{ path: '/*' }]
        }
        partitionKey: {
          kind: 'Hash'
          paths: [container.partitionKey]
          version: 2
        }
      }
      options: capacity == 'dedicated' ? { autoscaleSettings: { maxThroughput: maxThroughput } } : {}
    }
  }
]

// Narrower than the built-in Data Contributor: no change of containers, no stored procedures, no conflicts.
resource documentWriter 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2025-04-15' = {
  parent: account
  name: guid(account.id, 'document-writer')
  properties: {
    roleName: 'Reads and writes documents'
    type: 'CustomRole'
    assignableScopes: [account.id]
    permissions: [
      {
        dataActions: [
          'Microsoft.DocumentDB/databaseAccounts/readMetadata'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/create'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/delete'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/read'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/replace'
          'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/upsert'
        ]
      }
    ]
  }
}

resource functionsWrite 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, functionsPrincipalId, 'document-writer')
  properties: {
    principalId: functionsPrincipalId
    roleDefinitionId: documentWriter.id
    scope: account.id
  }
}

// Without DataPlaneRequests: a log line for each request would cost more than the request.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      for category in ['ControlPlaneRequests', 'PartitionKeyRUConsumption', 'PartitionKeyStatistics']: {
        category: category
        enabled: true
      }
    ]
    metrics: allMetrics
  }
}

output id string = account.id
output endpoint string = account.properties.documentEndpoint
output database string = database.name

output locations string[] = kept
