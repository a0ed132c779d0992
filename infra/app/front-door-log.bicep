// What was given to players, kept so that a day's recount can hold it against what they told (docs/adr/0075).

param profileName string

@description('The content account.')
param storageAccountId string

resource profile 'Microsoft.Cdn/profiles@2025-04-15' existing = {
  name: profileName
}

resource deliveries 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-storage'
  scope: profile
  properties: {
    storageAccountId: storageAccountId
    logs: [
      {
        category: 'FrontDoorAccessLog'
        enabled: true
      }
    ]
  }
}
