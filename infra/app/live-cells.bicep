// The live container app, once for each cell. Viewers have to reach the very process that an encoder sends to, and no
// ingress sends them to a certain replica: so a cell is an app with one replica, and more streams are more cells.

import { Identity } from 'identities.bicep'

param location string
param token string
param tags object
param identity Identity
param environmentId string
param registryServer string

@description('The image that was deployed last; empty the first time: then a sample that answers at the same port and path.')
param image string
param cells int
param cores int

@description('Broadcasts that a cell takes in at a time.')
param streams int

@description('Settings that every cell reads, by name.')
param settings { name: string, value: string }[]

var httpPort = 8080
var rtmpPort = 1935

@export()
type Cell = {
  name: string
  appName: string
  hostName: string
  ingestUrl: string
}

resource apps 'Microsoft.App/containerApps@2025-01-01' = [
  for index in range(0, cells): {
    name: 'live-cell${index + 1}-${token}'
    location: location
    // azd deploys the image to the first; a hook gives it to the others.
    tags: index == 0 ? union(tags, { 'azd-service-name': 'live' }) : tags
    identity: {
      type: 'UserAssigned'
      userAssignedIdentities: { '${identity.id}': {} }
    }
    properties: {
      environmentId: environmentId
      workloadProfileName: 'Consumption'
      configuration: {
        // Two revisions beside each other would be two processes at one address.
        activeRevisionsMode: 'Single'
        ingress: {
          external: true
          targetPort: httpPort
          transport: 'http'
          allowInsecure: false
          // Ports of the environment's one address: each cell has its own.
          additionalPortMappings: [
            {
              external: true
              targetPort: rtmpPort
              exposedPort: rtmpPort + index
            }
          ]
        }
        registries: [
          {
            server: registryServer
            identity: identity.id
          }
        ]
      }
      template: {
        // Broadcasts are told to be over, and their ends served, before the process goes.
        terminationGracePeriodSeconds: 30
        containers: [
          {
            name: 'live'
            image: empty(image) ? 'mcr.microsoft.com/dotnet/samples:aspnetapp' : image
            env: concat(settings, [
              { name: 'Live__HttpPort', value: string(httpPort) }
              { name: 'Live__MaxStreams', value: string(streams) }
              { name: 'Live__Node', value: 'cell${index + 1}' }
              { name: 'Live__RtmpPort', value: string(rtmpPort) }
            ])
            resources: {
              cpu: cores
              memory: '${cores * 2}Gi'
            }
            probes: [
              {
                type: 'Liveness'
                httpGet: { path: '/healthz', port: httpPort, scheme: 'HTTP' }
                periodSeconds: 10
                failureThreshold: 3
              }
              {
                type: 'Readiness'
                httpGet: { path: '/healthz', port: httpPort, scheme: 'HTTP' }
                periodSeconds: 5
                failureThreshold: 3
              }
            ]
          }
        ]
        scale: {
          minReplicas: 1
          maxReplicas: 1
        }
      }
    }
  }
]

output cells Cell[] = [
  for index in range(0, cells): {
    name: 'cell${index + 1}'
    appName: apps[index].name
    hostName: apps[index].properties.configuration.ingress.fqdn
    ingestUrl: 'rtmp://${apps[index].properties.configuration.ingress.fqdn}:${rtmpPort + index}/live'
  }
]
