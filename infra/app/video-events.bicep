// What happens to videos, for whoever has to act on it: in order for each asset, and each event once.

import { allLogs, allMetrics } from '../diagnostics.bicep'
import { roles } from '../roles.bicep'

param location string
@minLength(3)
param token string
param tags object
param workspaceId string
param functionsPrincipalId string

@allowed(['Standard', 'Premium'])
param sku string

@description('Messaging units of Premium.')
param units int

@description('Reached through private endpoints only; Premium only.')
param private bool

var premium = sku == 'Premium'

// Each has a function that reads it: what nobody reads would fill the topic.
var subscribers = ['search', 'notifications', 'webhooks', 'timers', 'channels']

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: 'sbns-${token}'
  location: location
  tags: tags
  sku: union(
    {
      name: sku
      tier: sku
    },
    premium ? { capacity: units } : {}
  )
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    premiumMessagingPartitions: premium ? 1 : null
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
  }
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' = {
  parent: namespace
  name: 'video-events'
  properties: {
    defaultMessageTimeToLive: 'P14D'
    maxSizeInMegabytes: 5120
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

resource functionsSend 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(topic.id, functionsPrincipalId, roles.serviceBusDataSender)
  scope: topic
  properties: {
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.serviceBusDataSender)
  }
}

resource functionsReceive 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (subscriber, index) in subscribers: {
    name: guid(subscriptions[index].id, functionsPrincipalId, roles.serviceBusDataReceiver)
    scope: subscriptions[index]
    properties: {
      principalId: functionsPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.serviceBusDataReceiver)
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
