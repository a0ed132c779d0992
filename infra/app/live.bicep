// Live streams: cells that take encoders in and serve what they send, with their network, rights, and way from the edge.
// Why one replica a cell: docs/adr/0072-live-streams-and-cells.md.

import { Identity } from 'identities.bicep'

param location string
param token string
param tags object
param workspaceId string
param identity Identity

@description('The virtual network that holds what cells call, in its resource group; empty where there is none: then cells get one of their own.')
param networkName string
param zoneRedundant bool
param registryServer string

@description('The image that was deployed last; empty before there is one.')
param image string

@minValue(1)
@maxValue(50)
param cells int
param cores int
param streams int

param cosmosAccountName string
param database string

@description('Settings that every cell reads, by name.')
param settings { name: string, value: string }[]

param profileName string
param endpointName string
param domains { id: string }[]

module network 'live-network.bicep' = {
  params: { location: location, token: token, tags: tags, workspaceId: workspaceId, networkName: networkName }
}

module environment 'live-environment.bicep' = {
  params: {
    location: location
    token: token
    tags: tags
    workspaceId: workspaceId
    subnetId: network.outputs.subnetId
    zoneRedundant: zoneRedundant
  }
}

module rights 'live-roles.bicep' = {
  params: {
    principalId: identity.principalId
    registryName: 'cr${token}'
    cosmosAccountName: cosmosAccountName
    database: database
  }
}

module apps 'live-cells.bicep' = {
  // A cell that may not pull its image would not start.
  dependsOn: [rights]
  params: {
    location: location
    token: token
    tags: tags
    identity: identity
    environmentId: environment.outputs.id
    registryServer: registryServer
    image: image
    cells: cells
    cores: cores
    streams: streams
    settings: settings
  }
}

module route 'front-door-live.bicep' = {
  params: {
    profileName: profileName
    endpointName: endpointName
    domains: domains
    cells: apps.outputs.cells
  }
}

@description('Where encoders send to.')
output ingestUrls string = join(map(apps.outputs.cells, cell => cell.ingestUrl), ',')
output names string = join(map(apps.outputs.cells, cell => cell.appName), ',')
