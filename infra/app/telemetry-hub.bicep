// What players report goes through an event hub.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param location string
param token string
param tags object
param workspaceId string
param units { least: int, most: int }
param partitions int
param zoneRedundant bool

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

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logs: allLogs
    metrics: allMetrics
  }
}
