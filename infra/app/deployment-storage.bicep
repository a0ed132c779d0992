// The package of a region's function app, in an account of its own: who can write here decides what code runs. Where the
// app doesn't work, its host keeps its keys and leases here too, so that it starts without the home region.

import { allMetrics, storageChanges, storageMetrics } from '../diagnostics.bicep'
import { roles } from '../roles.bicep'

param location string
param token string
param tags object
param workspaceId string
param functionsPrincipalId string
param backupDays int

@description('The host keeps its own here.')
param host bool

@description('Reached through private endpoints only.')
param private bool

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'stdeploy${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: {
      enabled: true
      days: backupDays
    }
    deleteRetentionPolicy: {
      enabled: true
      days: backupDays
    }
  }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'packages'
  properties: { publicAccess: 'None' }
}

// Where the host keeps its own here, its role on the account is wider.
resource functionsContribute 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!host) {
  name: guid(packages.id, functionsPrincipalId, roles.storageBlobDataContributor)
  scope: packages
  properties: {
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

// As on the content account, where the app works.
resource hostRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in host
    ? [roles.storageBlobDataOwner, roles.storageQueueDataContributor, roles.storageTableDataContributor]
    : []: {
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

output id string = account.id
output endpoints { blob: string, queue: string, table: string } = {
  blob: account.properties.primaryEndpoints.blob
  queue: account.properties.primaryEndpoints.queue
  table: account.properties.primaryEndpoints.table
}
output packagesUrl string = '${account.properties.primaryEndpoints.blob}${packages.name}'
