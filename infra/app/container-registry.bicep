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

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: 'cr${token}'
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

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

output loginServer string = registry.properties.loginServer
