// What diagnostic settings send to the workspace. Imported by the modules, so that "everything" is said once.

@export()
@description('Every log category of a resource.')
var allLogs = [
  {
    categoryGroup: 'allLogs'
    enabled: true
  }
]

@export()
@description('Changes to blobs and messages, without reads: a log line for each segment that is fetched would cost more than the segment.')
var storageChanges = [
  {
    category: 'StorageWrite'
    enabled: true
  }
  {
    category: 'StorageDelete'
    enabled: true
  }
]

@export()
@description('Every metric of a resource.')
var allMetrics = [
  {
    category: 'AllMetrics'
    enabled: true
  }
]

@export()
@description('The metrics of a storage account and of each of its services.')
var storageMetrics = [
  {
    category: 'Transaction'
    enabled: true
  }
]
