// What a transcode job may do on storage: read what it is given, write what it makes, and handle messages of the queues
// that it works for.

import { roles } from '../roles.bicep'

param token string
param accountName string
param mediaAccountName string
param principalId string
param queues string[]

var readContainers = ['uploads', 'images']
var writeContainers = ['work', 'markers']

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource read 'containers' existing = [for container in readContainers: { name: container }]
    resource write 'containers' existing = [for container in writeContainers: { name: container }]
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource work 'queues' existing = [for queue in queues: { name: queue }]
  }
}

resource mediaAccount 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: mediaAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource media 'containers' existing = { name: 'media' }
  }
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, index) in readContainers: {
    name: guid(account.id, container, principalId, roles.storageBlobDataReader)
    scope: account::blobs::read[index]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataReader)
    }
  }
]

resource writes 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, index) in writeContainers: {
    name: guid(account.id, container, principalId, roles.storageBlobDataContributor)
    scope: account::blobs::write[index]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        roles.storageBlobDataContributor
      )
    }
  }
]

resource writesMedia 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(mediaAccount::blobs::media.id, principalId, roles.storageBlobDataContributor)
  scope: mediaAccount::blobs::media
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

// Message Processor can't extend an item's visibility or put a message into the poison queue, and the scaler could not
// ask how long a queue is; Data Contributor could delete the queue.
resource workTaker 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, token, 'work-taker')
  properties: {
    roleName: 'Work taker ${token}'
    description: 'Reads the length of a queue; takes, extends, puts and deletes its messages.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['Microsoft.Storage/storageAccounts/queueServices/queues/read']
        dataActions: [
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/process/action'
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/read'
          'Microsoft.Storage/storageAccounts/queueServices/queues/messages/write'
        ]
      }
    ]
  }
}

resource takes 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, index) in queues: {
    name: guid(account.id, queue, principalId, 'work-taker')
    scope: account::queueService::work[index]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: workTaker.id
    }
  }
]
