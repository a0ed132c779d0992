// The web application firewall before everything.

param token string
param tags object
param profileName string
param endpointName string

@description('Managed rules are for Premium; Standard has the rate limit alone.')
param premium bool

@description('The domains of our own that the firewall stands before too.')
param domains { id: string }[]

@description('Requests to the API that one address may make in a minute.')
param requestsPerMinute int

resource policy 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2025-10-01' = {
  name: 'waf${token}'
  location: 'global'
  tags: tags
  sku: { name: premium ? 'Premium_AzureFrontDoor' : 'Standard_AzureFrontDoor' }
  properties: {
    policySettings: {
      enabledState: 'Enabled'
      mode: 'Prevention'
    }
    customRules: {
      rules: [
        {
          // Players fetch segments by the hundred: the limit is for the API.
          name: 'RateLimitApi'
          enabledState: 'Enabled'
          priority: 100
          ruleType: 'RateLimitRule'
          rateLimitDurationInMinutes: 1
          rateLimitThreshold: requestsPerMinute
          action: 'Block'
          matchConditions: [
            {
              matchVariable: 'RequestUri'
              operator: 'Contains'
              matchValue: ['/api/']
            }
          ]
        }
      ]
    }
    managedRules: {
      managedRuleSets: premium
        ? [
            {
              ruleSetType: 'Microsoft_DefaultRuleSet'
              ruleSetVersion: '2.1'
              ruleSetAction: 'Block'
              exclusions: [
                {
                  // What players say of themselves with each segment is full of quotes and commas.
                  matchVariable: 'QueryStringArgNames'
                  selectorMatchOperator: 'Equals'
                  selector: 'CMCD'
                }
              ]
            }
            {
              ruleSetType: 'Microsoft_BotManagerRuleSet'
              ruleSetVersion: '1.1'
            }
          ]
        : []
    }
  }
}

resource profile 'Microsoft.Cdn/profiles@2025-04-15' existing = {
  name: profileName

  resource endpoint 'afdEndpoints' existing = {
    name: endpointName
  }
}

resource security 'Microsoft.Cdn/profiles/securityPolicies@2025-04-15' = {
  parent: profile
  name: 'firewall'
  properties: {
    parameters: {
      type: 'WebApplicationFirewall'
      wafPolicy: { id: policy.id }
      associations: [
        {
          domains: concat([{ id: profile::endpoint.id }], domains)
          patternsToMatch: ['/*']
        }
      ]
    }
  }
}
