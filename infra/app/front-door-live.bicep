// The way to the live cells: each has a route by its name, since what it serves is nowhere else.

import { Cell } from 'live-cells.bicep'

param profileName string
param endpointName string

@description('The domains of our own that the routes serve, beside the one Front Door gave.')
param domains { id: string }[]
param cells Cell[]

resource profile 'Microsoft.Cdn/profiles@2025-04-15' existing = {
  name: profileName

  resource endpoint 'afdEndpoints' existing = {
    name: endpointName
  }
}

resource groups 'Microsoft.Cdn/profiles/originGroups@2025-04-15' = [
  for cell in cells: {
    parent: profile
    name: 'live-${cell.name}'
    properties: {
      loadBalancingSettings: {
        sampleSize: 4
        successfulSamplesRequired: 3
      }
      sessionAffinityState: 'Disabled'
    }
  }
]

resource origins 'Microsoft.Cdn/profiles/originGroups/origins@2025-04-15' = [
  for (cell, index) in cells: {
    parent: groups[index]
    name: 'cell'
    properties: {
      hostName: cell.hostName
      originHostHeader: cell.hostName
      enforceCertificateNameCheck: true
    }
  }
]

// Answers say how long they are good for: parts and segments never change, playlists are good for a second or less. What a
// player waits for (_HLS_msn, _HLS_part, _HLS_skip) is part of what the edge keeps by, so that all who wait for one part
// share one answer; what players say of themselves (CMCD) is not.
resource routes 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = [
  for (cell, index) in cells: {
    parent: profile::endpoint
    name: 'live-${cell.name}'
    properties: {
      cacheConfiguration: {
        queryStringCachingBehavior: 'IgnoreSpecifiedQueryStrings'
        queryParameters: 'CMCD'
        compressionSettings: {
          isCompressionEnabled: true
          contentTypesToCompress: ['application/vnd.apple.mpegurl']
        }
      }
      customDomains: domains
      forwardingProtocol: 'HttpsOnly'
      httpsRedirect: 'Enabled'
      linkToDefaultDomain: 'Enabled'
      originGroup: { id: groups[index].id }
      patternsToMatch: ['/live/${cell.name}/*']
      supportedProtocols: ['Http', 'Https']
    }
    dependsOn: [origins[index]]
  }
]
