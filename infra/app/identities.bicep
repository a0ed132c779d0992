// Three identities: what the function app may do, and the less that a transcode job and a live cell may.

param location string
param token string
param tags object

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-functions-${token}'
  location: location
  tags: tags
}

resource transcoder 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-transcoder-${token}'
  location: location
  tags: tags
}

resource live 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-live-${token}'
  location: location
  tags: tags
}

@export()
type Identity = {
  id: string
  clientId: string
  principalId: string
}

output functions Identity = {
  id: functions.id
  clientId: functions.properties.clientId
  principalId: functions.properties.principalId
}

output live Identity = {
  id: live.id
  clientId: live.properties.clientId
  principalId: live.properties.principalId
}

output transcoder Identity = {
  id: transcoder.id
  clientId: transcoder.properties.clientId
  principalId: transcoder.properties.principalId
}
