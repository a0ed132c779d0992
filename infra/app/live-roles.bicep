// What a live cell may do: pull its image, and read and write documents of the container that live streams lie in.

import { roles } from '../roles.bicep'

param principalId string
param registryName string
param cosmosAccountName string
param database string

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = {
  name: registryName
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, principalId, roles.acrPull)
  scope: registry
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
  }
}

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' existing = {
  name: cosmosAccountName

  resource documentWriter 'sqlRoleDefinitions' existing = {
    name: guid(account.id, 'document-writer')
  }
}

resource writes 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, principalId, 'document-writer', 'catalog')
  properties: {
    principalId: principalId
    roleDefinitionId: account::documentWriter.id
    scope: '${account.id}/dbs/${database}/colls/catalog'
  }
}
