// The network of the function app and the jobs, and private endpoints for what only they call.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param location string
param token string
param tags object
param workspaceId string

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
  }

  resource functions 'subnets' = {
    name: 'functions'
    properties: {
      addressPrefix: '10.20.0.0/24'
      delegations: [
        {
          name: 'flex-consumption'
          properties: { serviceName: 'Microsoft.App/environments' }
        }
      ]
    }
  }

  resource jobs 'subnets' = {
    name: 'jobs'
    dependsOn: [functions]
    properties: {
      addressPrefix: '10.20.4.0/22'
      delegations: [
        {
          name: 'container-apps'
          properties: { serviceName: 'Microsoft.App/environments' }
        }
      ]
    }
  }

  resource endpoints 'subnets' = {
    name: 'private-endpoints'
    dependsOn: [jobs]
    properties: {
      addressPrefix: '10.20.1.0/24'
      defaultOutboundAccess: false
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: network
  properties: {
    workspaceId: workspaceId
    logs: allLogs
    metrics: allMetrics
  }
}

output id string = network.id
output functionsSubnetId string = network::functions.id
output jobsSubnetId string = network::jobs.id
output endpointsSubnetId string = network::endpoints.id
