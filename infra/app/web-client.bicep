// The web pages, as files. Front Door stands before them.

@description('Where the site is managed; its files are at every edge.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param location string
param token string
param tags object

@allowed(['Free', 'Standard'])
param sku string

resource site 'Microsoft.Web/staticSites@2025-03-01' = {
  name: 'stapp-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'web' })
  sku: {
    name: sku
    tier: sku
  }
  properties: {
    allowConfigFileUpdates: true
    stagingEnvironmentPolicy: 'Disabled'
  }
}

output hostName string = site.properties.defaultHostname
