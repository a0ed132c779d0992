// A host name of our own at the edge, with a certificate that Front Door makes and renews.

param profileName string

@description('Such as video.example.com.')
param customDomain string

resource profile 'Microsoft.Cdn/profiles@2025-04-15' existing = {
  name: profileName
}

resource domain 'Microsoft.Cdn/profiles/customDomains@2025-04-15' = {
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

output id string = domain.id
