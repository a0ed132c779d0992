// To try it out and to develop against: everything that can be is paid for by use.
using 'main.bicep'

import { sizes } from 'sizes.bicep'

param environmentName = 'stream-dev'
param location = 'westeurope'
param size = sizes.dev
param uploadOrigins = ['http://localhost:5173']
