// Web sockets: chat, live progress, presence.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param location string
param token string
param tags object
param workspaceId string
param functionsPrincipalId string

@allowed(['Free_F1', 'Standard_S1'])
param sku string

@description('Only clients connect from outside; what the function app asks comes through private endpoints. Not with the free tier.')
param private bool

resource service 'Microsoft.SignalRService/webPubSub@2024-03-01' = {
  name: 'wps-${token}'
  location: location
  tags: tags
  sku: {
    name: sku
    capacity: 1
  }
  properties: {
    disableAadAuth: false
    disableLocalAuth: true
    // Browsers connect to it.
    publicNetworkAccess: 'Enabled'
    networkACLs: private
      ? {
          defaultAction: 'Allow'
          publicNetwork: { deny: ['RESTAPI', 'ServerConnection', 'Trace'] }
        }
      : null
  }
}

// Service Owner could also close connections, and speak for clients.
resource broadcaster 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, token, 'broadcaster')
  properties: {
    roleName: 'Broadcaster ${token}'
    description: 'Makes tokens with which clients connect, and sends to groups.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        dataActions: [
          'Microsoft.SignalRService/WebPubSub/auth/clientToken/action'
          'Microsoft.SignalRService/WebPubSub/group/send/action'
        ]
      }
    ]
  }
}

resource functionsBroadcast 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, functionsPrincipalId, 'broadcaster')
  scope: service
  properties: {
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: broadcaster.id
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
output endpoint string = 'https://${service.properties.hostName}'
