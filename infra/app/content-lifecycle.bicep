// What becomes of originals once they are processed, and of versions that were overwritten.

param accountName string

@description('Days after which overwritten versions are gone for good.')
param backupDays int

@description('Originals end in the archive; without it in cold.')
param archive bool

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: accountName
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          // Originals are read while they are processed, and then perhaps never: reprocessing one out of the archive
          // has to bring it back first, which takes hours.
          name: 'originals-cool-once-processed'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['uploads/']
            }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterLastAccessTimeGreaterThan: 7 }
                tierToCold: { daysAfterLastAccessTimeGreaterThan: 90 }
                tierToArchive: archive ? { daysAfterLastAccessTimeGreaterThan: 365 } : null
              }
            }
          }
        }
        {
          name: 'dead-letters-go'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['dead-letters/']
            }
            actions: {
              baseBlob: {
                delete: { daysAfterCreationGreaterThan: backupDays }
              }
            }
          }
        }
        {
          // Aggregates can be recomputed from it for so long. A timer of the function app deletes it too.
          name: 'telemetry-goes'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['telemetry-raw/', 'telemetry-dead/']
            }
            actions: {
              baseBlob: {
                delete: { daysAfterCreationGreaterThan: 30 }
              }
            }
          }
        }
        {
          // What recounts lay aside; each clears up after itself.
          name: 'recounts-go'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['telemetry-recount/']
            }
            actions: {
              baseBlob: {
                delete: { daysAfterCreationGreaterThan: 3 }
              }
            }
          }
        }
        {
          // What was given to players; the day that it is of is counted again before it goes.
          name: 'delivery-logs-go'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['appendBlob', 'blockBlob']
              prefixMatch: ['insights-logs-frontdooraccesslog/']
            }
            actions: {
              baseBlob: {
                delete: { daysAfterCreationGreaterThan: 8 }
              }
            }
          }
        }
        {
          name: 'old-versions-go'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: {
              version: {
                delete: { daysAfterCreationGreaterThan: backupDays }
              }
            }
          }
        }
      ]
    }
  }
}
