// What players report goes through an event hub.

import { allLogs, allMetrics } from '../diagnostics.bicep'
import { roles } from '../roles.bicep'

param location string
param token string
param tags object
param workspaceId string
param units { least: int, most: int }
param partitions int
param zoneRedundant bool
param functionsPrincipalId string

@description('Reached through private endpoints only.')
param private bool

resource namespace 'Microsoft.EventHub/namespaces@2026-01-01' = {
  name: 'evhns-${token}'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Standard'
    capacity: units.least
  }
  properties: {
    disableLocalAuth: true
    isAutoInflateEnabled: true
    maximumThroughputUnits: units.most
    minimumTlsVersion: '1.2'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    zoneRedundant: zoneRedundant
  }
}

resource hub 'Microsoft.EventHub/namespaces/eventhubs@2026-01-01' = {
  parent: namespace
  name: 'telemetry'
  properties: {
    messageRetentionInDays: 7
    partitionCount: partitions
  }
}

// The default group is left to whoever looks into the hub by hand.
resource aggregates 'Microsoft.EventHub/namespaces/eventhubs/consumergroups@2026-01-01' = {
  parent: hub
  name: 'aggregates'
}

// What players tell is sent by one function and read by another.
resource functionsRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.eventHubsDataSender, roles.eventHubsDataReceiver]: {
    name: guid(hub.id, functionsPrincipalId, role)
    scope: hub
    properties: {
      principalId: functionsPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logs: allLogs
    metrics: allMetrics
  }
}

output id string = namespace.id
output hostName string = split(split(namespace.properties.serviceBusEndpoint, '/')[2], ':')[0]
