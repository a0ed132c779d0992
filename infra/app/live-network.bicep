// The subnet of the live cells: TCP from outside is only for environments in a network of our own.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param location string
param token string
param tags object
param workspaceId string

@description('A network that is there already; empty for a new one.')
param networkName string

var own = empty(networkName)

resource ownNetwork 'Microsoft.Network/virtualNetworks@2025-05-01' = if (own) {
  name: 'vnet-live-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (own) {
  name: 'to-workspace'
  scope: ownNetwork
  properties: {
    workspaceId: workspaceId
    logs: allLogs
    metrics: allMetrics
  }
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  name: own ? 'vnet-live-${token}' : networkName
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' = {
  parent: network
  name: 'live'
  dependsOn: [ownNetwork]
  properties: {
    addressPrefix: '10.20.8.0/23'
    delegations: [
      {
        name: 'container-apps'
        properties: { serviceName: 'Microsoft.App/environments' }
      }
    ]
  }
}

output subnetId string = subnet.id
