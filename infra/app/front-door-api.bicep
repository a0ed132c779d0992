// The ways to the function apps: the nearest that answers, of those with the lowest priority. What only the app that works
// can tell, and what is asked with its key, goes to that one.

param profileName string
param endpointName string

@description('The domains of our own that the routes serve, beside the one Front Door gave.')
param domains { id: string }[]
param origins { name: string, hostName: string, id: string, location: string, priority: int, weight: int }[]

@description('Which of them works.')
param work int

@description('Private Link to the apps instead of their public endpoints; who may manage an app approves it once.')
param privateLink bool

var links = [
  for origin in origins: privateLink
    ? {
        groupId: 'sites'
        privateLink: { id: origin.id }
        privateLinkLocation: origin.location
        requestMessage: 'Front Door asks the API.'
      }
    : null
]

@description('Request header in which the function app is told where a viewer is.')
param countryHeader string

resource profile 'Microsoft.Cdn/profiles@2025-04-15' existing = {
  name: profileName

  resource endpoint 'afdEndpoints' existing = {
    name: endpointName
  }
}

resource apiGroup 'Microsoft.Cdn/profiles/originGroups@2025-04-15' = {
  parent: profile
  name: 'api'
  properties: {
    // Every location of the edge asks for itself, so seldom: an app that is gone is noticed within two minutes. With one
    // region nothing is asked: there is nowhere else to go.
    healthProbeSettings: length(origins) > 1
      ? {
          probePath: '/api/health'
          probeProtocol: 'Https'
          probeRequestType: 'GET'
          probeIntervalInSeconds: 30
        }
      : null
    loadBalancingSettings: {
      sampleSize: 4
      successfulSamplesRequired: 3
      // Regions that are no further than this from the nearest share by weight.
      additionalLatencyInMilliseconds: 50
    }
    sessionAffinityState: 'Disabled'
  }
}

resource apiOrigins 'Microsoft.Cdn/profiles/originGroups/origins@2025-04-15' = [
  for (origin, index) in origins: {
    parent: apiGroup
    name: origin.name
    properties: {
      hostName: origin.hostName
      originHostHeader: origin.hostName
      enforceCertificateNameCheck: true
      enabledState: 'Enabled'
      priority: origin.priority
      weight: origin.weight
      sharedPrivateLinkResource: links[index]
    }
  }
]

resource workGroup 'Microsoft.Cdn/profiles/originGroups@2025-04-15' = {
  parent: profile
  name: 'work'
  properties: {
    loadBalancingSettings: {
      sampleSize: 4
      successfulSamplesRequired: 3
    }
    sessionAffinityState: 'Disabled'
  }
}

resource workOrigin 'Microsoft.Cdn/profiles/originGroups/origins@2025-04-15' = {
  parent: workGroup
  name: 'functions'
  properties: {
    hostName: origins[work].hostName
    originHostHeader: origins[work].hostName
    enforceCertificateNameCheck: true
    sharedPrivateLinkResource: links[work]
  }
}

// Operators come with the key of one app.
resource operationsRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = {
  parent: profile::endpoint
  name: 'operations'
  properties: {
    customDomains: domains
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Enabled'
    linkToDefaultDomain: 'Enabled'
    originGroup: { id: workGroup.id }
    patternsToMatch: ['/api/operations/*']
    supportedProtocols: ['Http', 'Https']
  }
  dependsOn: [workOrigin]
}

resource viewerRules 'Microsoft.Cdn/profiles/ruleSets@2025-04-15' = {
  parent: profile
  name: 'viewer'
}

// Whatever viewers wrote there themselves is overwritten, and the function app lets in nobody but this profile.
resource tellCountry 'Microsoft.Cdn/profiles/ruleSets/rules@2025-04-15' = {
  parent: viewerRules
  name: 'TellCountry'
  properties: {
    order: 1
    matchProcessingBehavior: 'Continue'
    actions: [
      {
        name: 'ModifyRequestHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: 'Overwrite'
          headerName: countryHeader
          value: '{geo_country}'
        }
      }
    ]
  }
}

// Nothing here is kept but what its answer says may be: manifests say so, nothing else does. What players say of themselves
// (CMCD) makes none of it another.
resource playbackRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = {
  parent: profile::endpoint
  name: 'playback'
  properties: {
    cacheConfiguration: {
      queryStringCachingBehavior: 'IgnoreSpecifiedQueryStrings'
      queryParameters: 'CMCD'
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
    ruleSets: [{ id: viewerRules.id }]
    supportedProtocols: ['Http', 'Https']
  }
  dependsOn: [apiOrigins, tellCountry]
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
  dependsOn: [apiOrigins]
}

// Pages of the site that a function writes: what the wildcard stands for is appended to the path.
var pages = [
  { name: 'watch', pattern: '/watch/*', path: '/api/pages/watch/' }
  { name: 'embed', pattern: '/embed/*', path: '/api/pages/embed/' }
  { name: 'sitemaps', pattern: '/sitemaps/*', path: '/api/pages/sitemaps/' }
  { name: 'sitemap', pattern: '/sitemap.xml', path: '/api/pages/sitemap.xml' }
  { name: 'robots', pattern: '/robots.txt', path: '/api/pages/robots.txt' }
]

resource pageRoutes 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = [
  for page in pages: {
    parent: profile::endpoint
    name: 'page-${page.name}'
    properties: {
      customDomains: domains
      forwardingProtocol: 'HttpsOnly'
      httpsRedirect: 'Enabled'
      linkToDefaultDomain: 'Enabled'
      originGroup: { id: apiGroup.id }
      originPath: page.path
      patternsToMatch: [page.pattern]
      supportedProtocols: ['Http', 'Https']
    }
    dependsOn: [apiOrigins]
  }
]
