// The images of the transcode jobs.

import { Identity } from 'identities.bicep'
import { allLogs, allMetrics } from '../diagnostics.bicep'
import { roles } from '../roles.bicep'

param location string
@minLength(3)
param token string
param tags object
param workspaceId string
param transcoder Identity

@allowed(['Basic', 'Standard', 'Premium'])
param sku string

@description('Regions that have a copy of the images besides; Premium only.')
param replicas string[]
param zoneRedundant bool

@description('Reached through private endpoints only, and from the addresses of who deploys; Premium only.')
param private bool

@description('From where images are pushed although the registry is private.')
param deployerAddresses string[]

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: 'cr${token}'
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
    publicNetworkAccess: private && empty(deployerAddresses) ? 'Disabled' : 'Enabled'
    networkRuleBypassOptions: private ? 'None' : 'AzureServices'
    networkRuleSet: private
      ? {
          defaultAction: 'Deny'
          ipRules: map(deployerAddresses, address => { action: 'Allow', value: address })
        }
      : null
  }
}

// A region that has to take over the work finds the image there.
resource copies 'Microsoft.ContainerRegistry/registries/replications@2025-04-01' = [
  for region in replicas: {
    parent: registry
    name: replace(region, ' ', '')
    location: region
    tags: tags
    properties: {
      regionEndpointEnabled: true
      zoneRedundancy: zoneRedundant ? 'Enabled' : 'Disabled'
    }
  }
]

resource transcoderPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, transcoder.principalId, roles.acrPull)
  scope: registry
  properties: {
    principalId: transcoder.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: registry
  properties: {
    workspaceId: workspaceId
    logs: allLogs
    metrics: allMetrics
  }
}

output id string = registry.id
output loginServer string = registry.properties.loginServer
