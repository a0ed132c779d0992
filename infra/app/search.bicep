// The search service. Its index and synonyms are files in infra/search, which a deployment hook applies.

import { allLogs, allMetrics } from '../diagnostics.bicep'
import { roles } from '../roles.bicep'

param location string
param token string
param tags object
param workspaceId string
param functionsPrincipalId string

@allowed(['basic', 'standard'])
param sku string
param replicas int

@description('Who deploys, and so writes the index; empty when nobody does.')
param deployerPrincipalId string

@allowed(['User', 'ServicePrincipal'])
param deployerPrincipalType string

@description('Reached through private endpoints only, and from the addresses of who deploys.')
param private bool

@description('From where the index is written although the service is private.')
param deployerAddresses string[]

resource service 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'srch-${token}'
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    disableLocalAuth: true
    hostingMode: 'Default'
    partitionCount: 1
    // The deploying machine writes the index.
    publicNetworkAccess: private && empty(deployerAddresses) ? 'Disabled' : 'Enabled'
    networkRuleSet: {
      bypass: 'None'
      ipRules: private ? map(deployerAddresses, address => { value: address }) : []
    }
    replicaCount: replicas
    semanticSearch: 'disabled'
  }
}

resource functionsWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, functionsPrincipalId, roles.searchIndexDataContributor)
  scope: service
  properties: {
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.searchIndexDataContributor
    )
  }
}

resource deployerManages 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  name: guid(service.id, deployerPrincipalId, roles.searchServiceContributor)
  scope: service
  properties: {
    principalId: deployerPrincipalId
    principalType: deployerPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.searchServiceContributor)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: service
  properties: {
    workspaceId: workspaceId
    logs: allLogs
    metrics: allMetrics
  }
}

output id string = service.id
output name string = service.name
output endpoint string = service.properties.endpoint
