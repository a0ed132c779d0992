// The network of a region's function app and, where it works, the jobs, and private endpoints for what only they call.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param location string
param token string
param tags object
param workspaceId string

@description('The how many-th region it is: networks of two regions have no address in common, so that they may be joined.')
@minValue(0)
@maxValue(9)
param number int

var prefix = '10.${20 + number}'

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['${prefix}.0.0/16'] }
  }

  resource functions 'subnets' = {
    name: 'functions'
    properties: {
      addressPrefix: '${prefix}.0.0/24'
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
      addressPrefix: '${prefix}.4.0/22'
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
      addressPrefix: '${prefix}.1.0/24'
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
