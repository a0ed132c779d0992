// What happens to videos, for whoever has to act on it: in order for each asset, and each event once.

import { allLogs, allMetrics } from '../diagnostics.bicep'

param location string
@minLength(3)
param token string
param tags object
param workspaceId string

var subscribers = ['search', 'notifications', 'webhooks', 'recommendations']

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: 'sbns-${token}'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Standard'
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' = {
  parent: namespace
  name: 'video-events'
  properties: {
    defaultMessageTimeToLive: 'P14D'
    duplicateDetectionHistoryTimeWindow: 'PT1H'
    requiresDuplicateDetection: true
    supportOrdering: true
  }
}

resource subscriptions 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2026-01-01' = [
  for subscriber in subscribers: {
    parent: topic
    name: subscriber
    properties: {
      deadLetteringOnMessageExpiration: true
      lockDuration: 'PT1M'
      maxDeliveryCount: 10
      requiresSession: true
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
