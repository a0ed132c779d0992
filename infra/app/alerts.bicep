// Who is told, and when. Each alert is a query in infra/alerts that returns rows only when something is wrong; that a region
// doesn't answer is a metric of Front Door.

param location string
param token string
param tags object
param workspaceId string

@description('The Front Door profile whose origins are watched; empty when there is one region, which nothing probes.')
param frontDoorResourceId string

@description('Who is mailed; empty for nobody.')
param alertEmail string

var alerts = [
  {
    name: 'start-up-time'
    description: 'Manifests come late at the edge: videos start slowly.'
    query: loadTextContent('../alerts/start-up-time.kql')
    severity: 2
    every: 'PT5M'
    over: 'PT15M'
  }
  {
    name: 'rebuffering'
    description: 'Segments take longer to deliver than they last: players stall.'
    query: loadTextContent('../alerts/rebuffering.kql')
    severity: 2
    every: 'PT5M'
    over: 'PT15M'
  }
  {
    name: 'failed-assets'
    description: 'Videos could not be processed.'
    query: loadTextContent('../alerts/failed-assets.kql')
    severity: 2
    every: 'PT15M'
    over: 'PT1H'
  }
  {
    name: 'queue-age'
    description: 'Work items wait too long in a transcode queue.'
    query: loadTextContent('../alerts/queue-age.kql')
    severity: 2
    every: 'PT5M'
    over: 'P1D'
  }
  {
    name: 'poison-queues'
    description: 'A message was given up and lies in a poison queue.'
    query: loadTextContent('../alerts/poison-queues.kql')
    severity: 1
    every: 'PT5M'
    over: 'PT15M'
  }
  {
    name: 'live-cells'
    description: 'A live cell restarts, or can not start: broadcasts break off.'
    query: loadTextContent('../alerts/live-cells.kql')
    severity: 1
    every: 'PT5M'
    over: 'PT15M'
  }
  {
    name: 'error-rate'
    description: 'The function app answers too many requests with an error of its own.'
    query: loadTextContent('../alerts/error-rate.kql')
    severity: 1
    every: 'PT5M'
    over: 'PT15M'
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'stream'
    emailReceivers: empty(alertEmail)
      ? []
      : [
          {
            name: 'operators'
            emailAddress: alertEmail
            useCommonAlertSchema: true
          }
        ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: 'alert-${alert.name}-${token}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.description
      enabled: true
      severity: alert.severity
      scopes: [workspaceId]
      evaluationFrequency: alert.every
      windowSize: alert.over
      autoMitigate: true
      // Tables come to be with their first line.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              minFailingPeriodsToAlert: 1
              numberOfEvaluationPeriods: 1
            }
          }
        ]
      }
      actions: { actionGroups: [operators.id] }
    }
  }
]

resource regionsAnswer 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(frontDoorResourceId)) {
  name: 'alert-regions-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'A region does not answer: Front Door sends its requests elsewhere.'
    enabled: true
    severity: 1
    scopes: [frontDoorResourceId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'origins'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'OriginHealthPercentage'
          metricNamespace: 'Microsoft.Cdn/profiles'
          timeAggregation: 'Average'
          operator: 'LessThan'
          // Some locations of the edge always fail to ask.
          threshold: 50
          dimensions: [
            {
              name: 'Origin'
              operator: 'Include'
              values: ['*']
            }
          ]
        }
      ]
    }
    actions: [{ actionGroupId: operators.id }]
  }
}

output actionGroupId string = operators.id
