// The one address that viewers and creators know. The ways from it are in front-door-*.bicep: they need what stands behind.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param token string
param tags object
param workspaceId string

@description('Managed WAF rules and Private Link need it.')
param premium bool

resource profile 'Microsoft.Cdn/profiles@2025-04-15' = {
  name: 'afd-${token}'
  location: 'global'
  tags: tags
  sku: { name: premium ? 'Premium_AzureFrontDoor' : 'Standard_AzureFrontDoor' }
  properties: {
    // The most there is: progress is told over an answer that stays open.
    originResponseTimeoutSeconds: 240
    // Nobody's address is kept in logs.
    logScrubbing: {
      state: 'Enabled'
      scrubbingRules: [
        {
          matchVariable: 'RequestIPAddress'
          selectorMatchOperator: 'EqualsAny'
          state: 'Enabled'
        }
      ]
    }
  }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-04-15' = {
  parent: profile
  name: 'stream-${token}'
  location: 'global'
  tags: tags
  properties: { enabledState: 'Enabled' }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: profile
  properties: {
    workspaceId: workspaceId
    logs: allLogs
    metrics: allMetrics
  }
}

output id string = profile.id
output profileName string = profile.name
output endpointName string = endpoint.name
output frontDoorId string = profile.properties.frontDoorId
output hostName string = endpoint.properties.hostName
