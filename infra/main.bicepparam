// What azd deploys: everything comes from the azd environment (azd env set NAME VALUE).
using 'main.bicep'

import { sizes } from 'sizes.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param webClientLocation = readEnvironmentVariable('STREAMPLATFORM_WEB_LOCATION', 'westeurope')
param size = sizes[readEnvironmentVariable('STREAMPLATFORM_SIZE', 'dev')]
param additionalRegions = json(readEnvironmentVariable('STREAMPLATFORM_ADDITIONAL_REGIONS', '[]'))
param homePriority = int(readEnvironmentVariable('STREAMPLATFORM_HOME_PRIORITY', '1'))
param workLocation = readEnvironmentVariable('STREAMPLATFORM_WORK_LOCATION', readEnvironmentVariable('AZURE_LOCATION'))
param customDomain = readEnvironmentVariable('STREAMPLATFORM_CUSTOM_DOMAIN', '')
param uploadOrigins = json(readEnvironmentVariable('STREAMPLATFORM_UPLOAD_ORIGINS', '[]'))
param apiOrigins = json(readEnvironmentVariable('STREAMPLATFORM_API_ORIGINS', '[]'))
param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param deployerPrincipalType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
param deployerAddresses = json(readEnvironmentVariable('STREAMPLATFORM_DEPLOYER_ADDRESSES', '[]'))
param transcoderImage = readEnvironmentVariable('SERVICE_TRANSCODER_IMAGE_NAME', '')
param liveImage = readEnvironmentVariable('SERVICE_LIVE_IMAGE_NAME', '')
param alertEmail = readEnvironmentVariable('STREAMPLATFORM_ALERT_EMAIL', '')
param monthlyBudget = int(readEnvironmentVariable('STREAMPLATFORM_MONTHLY_BUDGET', '0'))
param budgetStart = readEnvironmentVariable('STREAMPLATFORM_BUDGET_START', '')
param accountSettings = json(readEnvironmentVariable('STREAMPLATFORM_ACCOUNT_SETTINGS', '{}'))
