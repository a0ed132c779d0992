// What stands behind the one address: the function app, the media, the pages; and who may keep what for how long.
// Each origin is the only one of its group, so nothing probes them: there is nowhere else to go.

param profileName string
param endpointName string
param functionsHostName string
param webHostName string

param contentAccount { id: string, location: string, hostName: string }

@description('Private Link to the media instead of the public endpoint; an owner of the account approves it once.')
param privateMedia bool

@description('Host name of our own, such as video.example.com; empty without one.')
param customDomain string

resource profile 'Microsoft.Cdn/profiles@2025-04-15' existing = {
  name: profileName

  resource endpoint 'afdEndpoints' existing = {
    name: endpointName
  }
}

resource domain 'Microsoft.Cdn/profiles/customDomains@2025-04-15' = if (!empty(customDomain)) {
  parent: profile
  name: replace(customDomain, '.', '-')
  properties: {
    hostName: customDomain
    tlsSettings: {
      certificateType: 'ManagedCertificate'
      minimumTlsVersion: 'TLS12'
    }
  }
}

resource apiGroup 'Microsoft.Cdn/profiles/originGroups@2025-04-15' = {
  parent: profile
  name: 'api'
  properties: {
    loadBalancingSettings: {
      sampleSize: 4
      successfulSamplesRequired: 3
    }
    sessionAffinityState: 'Disabled'
  }
}

resource apiOrigin 'Microsoft.Cdn/profiles/originGroups/origins@2025-04-15' = {
  parent: apiGroup
  name: 'functions'
  properties: {
    hostName: functionsHostName
    originHostHeader: functionsHostName
    enforceCertificateNameCheck: true
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
  name: 'content'
  properties: {
    hostName: contentAccount.hostName
    originHostHeader: contentAccount.hostName
    enforceCertificateNameCheck: true
    sharedPrivateLinkResource: privateMedia
      ? {
          groupId: 'blob'
          privateLink: { id: contentAccount.id }
          privateLinkLocation: contentAccount.location
          requestMessage: 'Front Door reads published media.'
        }
      : null
  }
}

resource webGroup 'Microsoft.Cdn/profiles/originGroups@2025-04-15' = {
  parent: profile
  name: 'web'
  properties: {
    loadBalancingSettings: {
      sampleSize: 4
      successfulSamplesRequired: 3
    }
    sessionAffinityState: 'Disabled'
  }
}

resource webOrigin 'Microsoft.Cdn/profiles/originGroups/origins@2025-04-15' = {
  parent: webGroup
  name: 'pages'
  properties: {
    hostName: webHostName
    originHostHeader: webHostName
    enforceCertificateNameCheck: true
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
            queryStringCachingBehavior: 'UseQueryString'
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

var domains = empty(customDomain) ? [] : [{ id: domain.id }]

// Nothing here is kept but what its answer says may be: manifests say so, nothing else does.
resource playbackRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = {
  parent: profile::endpoint
  name: 'playback'
  properties: {
    cacheConfiguration: {
      queryStringCachingBehavior: 'UseQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: [
          'application/dash+xml'
          'application/json'
          'application/vnd.apple.mpegurl'
          'text/vtt'
        ]
      }
    }
    customDomains: domains
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: 'Enabled'
    originGroup: { id: apiGroup.id }
    patternsToMatch: ['/api/playback/*']
    supportedProtocols: ['Http', 'Https']
  }
  dependsOn: [apiOrigin]
}

resource apiRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = {
  parent: profile::endpoint
  name: 'api'
  properties: {
    customDomains: domains
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: 'Enabled'
    originGroup: { id: apiGroup.id }
    patternsToMatch: ['/api/*']
    supportedProtocols: ['Http', 'Https']
  }
  dependsOn: [apiOrigin]
}

// A signature is shared by all viewers of its time bucket, and part of what the edge keeps by: who has none gets
// nothing that another one's signature opened.
resource mediaRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = {
  parent: profile::endpoint
  name: 'media'
  properties: {
    cacheConfiguration: { queryStringCachingBehavior: 'UseQueryString' }
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

resource webRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = {
  parent: profile::endpoint
  name: 'web'
  properties: {
    cacheConfiguration: {
      queryStringCachingBehavior: 'IgnoreQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: ['text/html', 'text/css', 'text/javascript', 'application/javascript', 'image/svg+xml']
      }
    }
    customDomains: domains
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: 'Enabled'
    originGroup: { id: webGroup.id }
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
  }
  dependsOn: [webOrigin]
}

output customDomainId string = empty(customDomain) ? '' : domain.id
