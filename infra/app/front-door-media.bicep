// The way to published media, and how long the edge keeps them.
// Its origin is the only one of its group, so nothing probes it: there is nowhere else to go.

param profileName string
param endpointName string

@description('The domains of our own that the routes serve, beside the one Front Door gave.')
param domains { id: string }[]
param mediaAccount { id: string, location: string, hostName: string }

@description('Private Link to the media instead of the public endpoint; an owner of the account approves it once.')
param privateMedia bool

resource profile 'Microsoft.Cdn/profiles@2025-04-15' existing = {
  name: profileName

  resource endpoint 'afdEndpoints' existing = {
    name: endpointName
  }
}

resource mediaGroup 'Microsoft.Cdn/profiles/originGroups@2025-04-15' = {
  parent: profile
  name: 'media'
  properties: {
    loadBalancingSettings: {
      sampleSize: 4
      successfulSamplesRequired: 3
    }
    sessionAffinityState: 'Disabled'
  }
}

resource mediaOrigin 'Microsoft.Cdn/profiles/originGroups/origins@2025-04-15' = {
  parent: mediaGroup
  name: 'storage'
  properties: {
    hostName: mediaAccount.hostName
    originHostHeader: mediaAccount.hostName
    enforceCertificateNameCheck: true
    sharedPrivateLinkResource: privateMedia
      ? {
          groupId: 'blob'
          privateLink: { id: mediaAccount.id }
          privateLinkLocation: mediaAccount.location
          requestMessage: 'Front Door reads published media.'
        }
      : null
  }
}

resource mediaRules 'Microsoft.Cdn/profiles/ruleSets@2025-04-15' = {
  parent: profile
  name: 'media'
}

// Paths carry their revision, so what lies there never changes: a day at the edge and in the browser, about as long as
// the URL with its signature is handed out and good.
resource keepMedia 'Microsoft.Cdn/profiles/ruleSets/rules@2025-04-15' = {
  parent: mediaRules
  name: 'KeepForADay'
  properties: {
    order: 1
    matchProcessingBehavior: 'Continue'
    conditions: [
      {
        name: 'RequestMethod'
        parameters: {
          typeName: 'DeliveryRuleRequestMethodConditionParameters'
          operator: 'Equal'
          matchValues: ['GET', 'HEAD']
        }
      }
    ]
    actions: [
      {
        name: 'RouteConfigurationOverride'
        parameters: {
          typeName: 'DeliveryRuleRouteConfigurationOverrideActionParameters'
          cacheConfiguration: {
            cacheBehavior: 'OverrideAlways'
            cacheDuration: '1.00:00:00'
            isCompressionEnabled: 'Disabled'
            queryStringCachingBehavior: 'IgnoreSpecifiedQueryStrings'
            queryParameters: 'CMCD'
          }
        }
      }
      {
        name: 'ModifyResponseHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: 'Overwrite'
          headerName: 'Cache-Control'
          value: 'public, max-age=86400, immutable'
        }
      }
    ]
  }
}

// A signature is shared by all viewers of its time bucket, and part of what the edge keeps by: who has none gets
// nothing that another one's signature opened. What players say of themselves (CMCD) is all that it isn't kept by.
resource mediaRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = {
  parent: profile::endpoint
  name: 'media'
  properties: {
    cacheConfiguration: {
      queryStringCachingBehavior: 'IgnoreSpecifiedQueryStrings'
      queryParameters: 'CMCD'
    }
    customDomains: domains
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: 'Enabled'
    originGroup: { id: mediaGroup.id }
    patternsToMatch: ['/media/*']
    ruleSets: [{ id: mediaRules.id }]
    supportedProtocols: ['Http', 'Https']
  }
  dependsOn: [mediaOrigin, keepMedia]
}
