// Where orchestrations keep their history.

import { roles } from '../roles.bicep'

param location string
param token string
param tags object
param functionsPrincipalId string
param functionsClientId string

@allowed(['Consumption', 'Dedicated'])
param sku string
param zoneRedundant bool

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: 'dts-${token}'
  location: location
  tags: tags
  properties: {
    // The service refuses an empty list. Flex Consumption has no fixed addresses; who comes needs the role below.
    ipAllowlist: ['0.0.0.0/0']
    sku: sku == 'Dedicated' ? { name: sku, capacity: zoneRedundant ? 3 : 1 } : { name: sku }
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: 'streamplatform'
}

resource functionsWork 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hub.id, functionsPrincipalId, roles.durableTaskDataContributor)
  scope: hub
  properties: {
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.durableTaskDataContributor
    )
  }
}

output connection string = 'Endpoint=${scheduler.properties.endpoint};Authentication=ManagedIdentity;ClientID=${functionsClientId}'
output hubName string = hub.name
