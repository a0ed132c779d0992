// The function app of a region: Flex Consumption, one identity, no keys.

import { Identity } from 'identities.bicep'
import { allMetrics } from '../diagnostics.bicep'

param location string
param token string
param tags object
param workspaceId string
param identity Identity

@description('Where the package lies: the URL of a blob container.')
param packagesUrl string

@description('Settings that the app reads, by name.')
param settings object

param alwaysReadyHttp int
param maximumInstances int
param zoneRedundant bool

@description('Subnet through which the app reaches private endpoints; empty without a virtual network.')
param subnetId string

@description('Front Door comes by Private Link.')
param privateLink bool

@description('Whether it is told of blobs, by Event Grid.')
param takesEvents bool

@description('Id of the Front Door profile whose requests are let in.')
param frontDoorId string

@description('Origins whose pages may use the API from a browser.')
param origins string[]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: 'func-${token}'
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    clientAffinityEnabled: false
    httpsOnly: true
    // Event Grid and deployments have no other way; who else comes by it is turned away below.
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        // Each group of functions scales by itself: http, durable, blob events.
        alwaysReady: [
          {
            name: 'http'
            instanceCount: alwaysReadyHttp
          }
        ]
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
        triggers: {
          http: { perInstanceConcurrency: 32 }
        }
      }
    }
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      // The host answers preflights. Credentials are keys and tokens in headers, never cookies that a browser adds by itself.
      cors: {
        allowedOrigins: origins
        supportCredentials: false
      }
      // People come through our Front Door, blob events from Event Grid; deployments have the scm site, which asks who they are.
      ipSecurityRestrictionsDefaultAction: 'Deny'
      // By Private Link, Front Door comes in without asking here.
      ipSecurityRestrictions: concat(
        privateLink
          ? []
          : [
              {
                name: 'front-door'
                priority: 100
                action: 'Allow'
                tag: 'ServiceTag'
                ipAddress: 'AzureFrontDoor.Backend'
                headers: { 'x-azure-fdid': [frontDoorId] }
              }
            ],
        takesEvents
          ? [
              {
                name: 'event-grid'
                priority: 200
                action: 'Allow'
                tag: 'ServiceTag'
                ipAddress: 'AzureEventGrid'
              }
            ]
          : []
      )
      scmIpSecurityRestrictionsUseMain: false
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: settings
}

// No user names and passwords: who deploys has an identity.
resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noBasicScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
    metrics: allMetrics
  }
}

output id string = app.id
output name string = app.name
output hostName string = app.properties.defaultHostName
