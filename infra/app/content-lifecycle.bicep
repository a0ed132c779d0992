// Tiers by when something was last read: what policy can express of "the slower it is watched, the colder it lies".

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
          // Stays within what answers at once: a published segment can be asked for any day. One read brings it back to hot.
          name: 'media-cools-when-nobody-watches'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['media/']
            }
            actions: {
              baseBlob: {
                enableAutoTierToHotFromCool: true
                tierToCool: { daysAfterLastAccessTimeGreaterThan: 30 }
                tierToCold: { daysAfterLastAccessTimeGreaterThan: 365 }
              }
            }
          }
        }
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
