// Where container jobs run.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param location string
param token string
param tags object
param workspaceId string

@description('Subnet of the jobs; empty without a virtual network.')
param subnetId string
param zoneRedundant bool

@description('Most nodes of the profile for the lowest priority; 0 for none.')
param nodes int

var consumption = { name: 'Consumption', workloadProfileType: 'Consumption' }
var dedicated = { name: 'Dedicated', workloadProfileType: 'D16', minimumCount: 0, maximumCount: nodes }

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    vnetConfiguration: empty(subnetId)
      ? null
      : {
          infrastructureSubnetId: subnetId
          internal: true
        }
    workloadProfiles: nodes > 0 ? [consumption, dedicated] : [consumption]
    // Zones need a network of our own.
    zoneRedundant: zoneRedundant && !empty(subnetId)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: allLogs
    metrics: allMetrics
  }
}

output id string = environment.id

@description('Where jobs of the lowest priority run.')
output lowestProfile string = nodes > 0 ? dedicated.name : consumption.name
