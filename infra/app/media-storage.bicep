// The media account: what is published, and nothing else. It has directories, because only where there are some can one
// signature open a folder (docs/adr/0035). With them there are no versions; what lies here is never rewritten.

import { allMetrics, storageChanges, storageMetrics } from '../diagnostics.bicep'
import { roles } from '../roles.bicep'

param location string
param token string
param tags object
param workspaceId string
param functionsPrincipalId string

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param sku string

@description('Days after which what was deleted is gone for good.')
param backupDays int

@description('Reached through private endpoints only: the edge by Private Link, our code through our network.')
param private bool

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: 'stmedia${token}'
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
    isHnsEnabled: true
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
    lastAccessTimeTrackingPolicy: {
      enable: true
      name: 'AccessTimeTracking'
      trackingGranularityInDays: 1
      blobType: ['blockBlob']
    }
  }
}

resource media 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'media'
  properties: { publicAccess: 'None' }
}

// What policy can express of "the slower it is watched, the colder it lies". It stays within what answers at once: a
// published segment can be asked for any day. One read brings it back to hot.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'media-cools-when-nobody-watches'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['media/']
            }
            actions: {
              baseBlob: {
                enableAutoTierToHotFromCool: true
                tierToCool: { daysAfterLastAccessTimeGreaterThan: 30 }
                tierToCold: { daysAfterLastAccessTimeGreaterThan: 365 }
              }
            }
          }
        }
      ]
    }
  }
}

// On the account, for a delegation key to sign with is the account's.
resource functionsContribute 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, functionsPrincipalId, roles.storageBlobDataContributor)
  scope: account
  properties: {
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

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
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
