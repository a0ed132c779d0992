// How much of everything: one entry for trying it out, one for a first audience, one for many regions.

@export()
type Size = {
  @description('Instances of the function app that wait for HTTP requests, so that nobody waits for a cold start.')
  @minValue(1)
  alwaysReadyHttp: int

  @description('Most instances of the function app.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('Copies in three zones, wherever a service offers it.')
  zoneRedundant: bool

  @description('Redundancy of the content and media accounts. Without zones (LRS, RAGRS) originals nobody reads go to the archive; with them to cold.')
  contentSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_RAGRS' | 'Standard_RAGZRS'

  @description('serverless: by request. shared: one autoscale budget for the database. dedicated: one for each container.')
  cosmosCapacity: 'serverless' | 'shared' | 'dedicated'

  @description('Most RU/s of a budget; a tenth of it is the least that is paid for. Not used when serverless.')
  cosmosMaxThroughput: int

  @description('Every Cosmos DB region takes writes.')
  cosmosMultiRegionWrites: bool

  @description('Consumption: by orchestration. Dedicated: by capacity unit.')
  schedulerSku: 'Consumption' | 'Dedicated'

  @description('Virtual processors of a transcode job; it has 2 GiB of memory for each. One measured enough for 4K with HDR, two for the profile premium.')
  transcodeCores: 1 | 2 | 4

  @description('Most transcode jobs at a time, for each priority.')
  transcodeMaxJobs: int

  @description('Nodes of 16 processors of their own for the lowest priority, at most so many and none while it is idle; 0: its jobs take processors from what all subscriptions share, as those of the others do. Steady work is cheaper on nodes, and leaves the quota to who waits.')
  @minValue(0)
  transcodeNodes: int

  @description('Live cells, each with its virtual processors (2 GiB of memory for each) and the broadcasts that it takes in at a time.')
  live: { cells: int, cores: 1 | 2 | 4, streams: int }

  registrySku: 'Basic' | 'Standard' | 'Premium'
  searchSku: 'basic' | 'standard'
  searchReplicas: int
  webPubSubSku: 'Free_F1' | 'Standard_S1'
  webClientSku: 'Free' | 'Standard'

  @description('Throughput units of the event hub: to begin with, and at most.')
  telemetryUnits: { least: int, most: int }

  @description('Partitions of the event hub; they can be neither added nor removed later.')
  telemetryPartitions: int

  @description('Premium has private endpoints and units of its own; Standard is shared, and stays open to the network.')
  serviceBusSku: 'Standard' | 'Premium'

  @description('Messaging units; Premium only.')
  serviceBusUnits: 1 | 2 | 4 | 8 | 16

  @description('Front Door Premium: managed WAF rules, and Private Link.')
  frontDoorPremium: bool

  @description('Front Door reaches media and function apps by Private Link, which somebody has to approve once for each. Premium only.')
  frontDoorPrivateLink: bool

  @description('A virtual network in each region, with private endpoints for everything that only our own code calls.')
  vnetEnabled: bool

  @description('Days that logs are kept.')
  logDays: int
}

@export()
var sizes = {
  dev: {
    alwaysReadyHttp: 1
    maximumInstances: 40
    zoneRedundant: false
    contentSku: 'Standard_LRS'
    cosmosCapacity: 'serverless'
    cosmosMaxThroughput: 0
    cosmosMultiRegionWrites: false
    schedulerSku: 'Consumption'
    transcodeCores: 1
    transcodeMaxJobs: 4
    transcodeNodes: 0
    live: { cells: 1, cores: 2, streams: 1 }
    registrySku: 'Basic'
    searchSku: 'basic'
    searchReplicas: 1
    webPubSubSku: 'Free_F1'
    webClientSku: 'Free'
    telemetryUnits: { least: 1, most: 2 }
    telemetryPartitions: 4
    serviceBusSku: 'Standard'
    serviceBusUnits: 1
    frontDoorPremium: false
    frontDoorPrivateLink: false
    vnetEnabled: false
    logDays: 30
  }
  small: {
    alwaysReadyHttp: 1
    maximumInstances: 100
    zoneRedundant: false
    contentSku: 'Standard_ZRS'
    cosmosCapacity: 'shared'
    cosmosMaxThroughput: 4000
    cosmosMultiRegionWrites: false
    schedulerSku: 'Consumption'
    transcodeCores: 1
    transcodeMaxJobs: 30
    transcodeNodes: 0
    live: { cells: 1, cores: 4, streams: 2 }
    registrySku: 'Standard'
    searchSku: 'basic'
    searchReplicas: 2
    webPubSubSku: 'Standard_S1'
    webClientSku: 'Standard'
    telemetryUnits: { least: 1, most: 10 }
    telemetryPartitions: 16
    serviceBusSku: 'Standard'
    serviceBusUnits: 1
    frontDoorPremium: false
    frontDoorPrivateLink: false
    vnetEnabled: false
    logDays: 60
  }
  global: {
    alwaysReadyHttp: 3
    maximumInstances: 1000
    zoneRedundant: true
    contentSku: 'Standard_RAGZRS'
    cosmosCapacity: 'dedicated'
    cosmosMaxThroughput: 10000
    cosmosMultiRegionWrites: false
    schedulerSku: 'Dedicated'
    transcodeCores: 2
    transcodeMaxJobs: 300
    transcodeNodes: 40
    live: { cells: 4, cores: 4, streams: 2 }
    registrySku: 'Premium'
    searchSku: 'standard'
    searchReplicas: 3
    webPubSubSku: 'Standard_S1'
    webClientSku: 'Standard'
    telemetryUnits: { least: 4, most: 40 }
    telemetryPartitions: 32
    serviceBusSku: 'Premium'
    serviceBusUnits: 1
    frontDoorPremium: true
    frontDoorPrivateLink: true
    vnetEnabled: true
    logDays: 90
  }
}
