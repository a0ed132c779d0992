// Where live cells run: apart from the jobs, whose environment nobody reaches from outside.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param location string
param token string
param tags object
param workspaceId string
param subnetId string
param zoneRedundant bool

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'cae-live-${token}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
      internal: false
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    zoneRedundant: zoneRedundant
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
