// A first audience in one region.
using 'main.bicep'

import { sizes } from 'sizes.bicep'

param environmentName = 'stream-small'
param location = 'westeurope'
param size = sizes.small
param deployerPrincipalId = '11111111-1111-1111-1111-111111111111'
param alertEmail = 'operators@example.com'
param monthlyBudget = 500
param budgetStart = '2026-01-01'
