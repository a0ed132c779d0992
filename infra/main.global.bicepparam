// Three regions that answer, the last only when no other does; private networks, zones, a domain of our own.
using 'main.bicep'

import { sizes } from 'sizes.bicep'

param environmentName = 'stream-global'
param location = 'westeurope'
param additionalRegions = [
  { location: 'eastus2', weight: 300 }
  { location: 'southeastasia', priority: 2 }
]
param size = sizes.global
param customDomain = 'video.example.com'
param deployerPrincipalId = '11111111-1111-1111-1111-111111111111'
param deployerPrincipalType = 'ServicePrincipal'
param alertEmail = 'operators@example.com'
param monthlyBudget = 20000
param budgetStart = '2026-01-01'
