// One job for each queue of work items: a message starts a container, which takes one item and exits.

import { Identity } from 'identities.bicep'

param location string
param token string
param tags object
param identity Identity
param environmentId string
param contentAccountName string
param registryServer string

@description('The queues, highest priority first.')
param queues string[]

@description('The workload profile for the last of the queues.')
param lowestProfile string

@description('The image that was deployed last; the first time, before there is one, a sample that does nothing.')
param image string

@description('Settings that the job reads, by name.')
param settings { name: string, value: string }[]

param cores int
param maxJobs int

@description('The job that azd deploys; a hook gives its image to the others.')
param deployedQueue string

@description('Where the image has its scratch folder.')
param scratchFolder string

resource jobs 'Microsoft.App/jobs@2025-01-01' = [
  for queue in queues: {
    name: take('${queue}-${token}', 32)
    location: location
    tags: queue == deployedQueue ? union(tags, { 'azd-service-name': 'transcoder' }) : tags
    identity: {
      type: 'UserAssigned'
      userAssignedIdentities: { '${identity.id}': {} }
    }
    properties: {
      environmentId: environmentId
      workloadProfileName: queue == last(queues) ? lowestProfile : 'Consumption'
      configuration: {
        triggerType: 'Event'
        // The queue hands an item out again when its job died; a second replica beside it would be one too many.
        replicaRetryLimit: 0
        // An item is some seconds of video and takes minutes at the worst; an hour means it hangs.
        replicaTimeout: 3600
        registries: [
          {
            server: registryServer
            identity: identity.id
          }
        ]
        eventTriggerConfig: {
          parallelism: 1
          replicaCompletionCount: 1
          scale: {
            minExecutions: 0
            maxExecutions: maxJobs
            pollingInterval: 5
            rules: [
              {
                name: queue
                type: 'azure-queue'
                identity: identity.id
                metadata: {
                  accountName: contentAccountName
                  queueName: queue
                  queueLength: '1'
                }
              }
            ]
          }
        }
      }
      template: {
        containers: [
          {
            name: 'transcoder'
            image: image
            env: settings
            resources: {
              cpu: cores
              memory: '${cores * 2}Gi'
            }
            volumeMounts: [
              {
                volumeName: 'scratch'
                mountPath: scratchFolder
              }
            ]
          }
        ]
        volumes: [
          {
            name: 'scratch'
            storageType: 'EmptyDir'
          }
        ]
      }
    }
  }
]

output names string[] = [for (queue, index) in queues: jobs[index].name]
