// The way to the pages. Its origin is the only one of its group, so nothing probes it: there is nowhere else to go.

param profileName string
param endpointName string

@description('The domains of our own that the routes serve, beside the one Front Door gave.')
param domains { id: string }[]
param webHostName string

resource profile 'Microsoft.Cdn/profiles@2025-04-15' existing = {
  name: profileName

  resource endpoint 'afdEndpoints' existing = {
    name: endpointName
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
