// One page that shows how the platform does.

param location string
param tags object
param workspaceId string

var panels = [
  {
    title: 'Requests and errors of the function app'
    query: 'AppRequests | summarize requests = count(), errors = countif(toint(ResultCode) >= 500) by bin(TimeGenerated, 5m)'
    chart: 'timechart'
  }
  {
    title: 'Requests at the edge, by what the cache did'
    query: 'AzureDiagnostics | where Category == "FrontDoorAccessLog" | summarize count() by bin(TimeGenerated, 5m), cacheStatus_s'
    chart: 'timechart'
  }
  {
    title: 'Cache hit rate at the edge, of what it may keep, by place'
    query: 'AzureDiagnostics | where Category == "FrontDoorAccessLog" and cacheStatus_s in ("HIT", "REMOTE_HIT", "PARTIAL_HIT", "MISS") | summarize rate = 100.0 * countif(cacheStatus_s != "MISS") / count() by bin(TimeGenerated, 15m), pop_s'
    chart: 'timechart'
  }
  {
    title: 'From the attempt to the first picture, as players tell it, average and longest, seconds'
    query: 'AppMetrics | where Name == "video_start_time" | summarize average = sum(Sum) / sum(ItemCount), longest = max(Max) by bin(TimeGenerated, 5m)'
    chart: 'timechart'
  }
  {
    title: 'Viewers'
    query: 'AppMetrics | where Name == "concurrent_viewers" | summarize viewers = max(Max) by bin(TimeGenerated, 1m)'
    chart: 'timechart'
  }
  {
    title: 'Time to the first byte of manifests, 95th percentile, seconds'
    query: 'AzureDiagnostics | where Category == "FrontDoorAccessLog" and requestUri_s has "/api/playback/" | summarize p95 = percentile(todouble(timeToFirstByte_s), 95) by bin(TimeGenerated, 5m)'
    chart: 'timechart'
  }
  {
    title: 'Work items put and done, by queue'
    query: 'StorageQueueLogs | where OperationName in ("PutMessage", "DeleteMessage") | extend queue = tostring(split(tostring(parse_url(Uri).Path), "/")[1]) | summarize count() by bin(TimeGenerated, 5m), strcat(queue, " ", OperationName)'
    chart: 'timechart'
  }
  {
    title: 'Videos that failed'
    query: 'AppRequests | where Name == "FailRun" | summarize count() by bin(TimeGenerated, 1h)'
    chart: 'barchart'
  }
]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'StreamPlatform'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: string({
      version: 'Notebook/1.0'
      items: map(panels, panel => {
        type: 3
        name: panel.title
        content: {
          version: 'KqlItem/1.0'
          query: panel.query
          size: 0
          title: panel.title
          timeContext: { durationMs: 86400000 }
          queryType: 0
          resourceType: 'microsoft.operationalinsights/workspaces'
          visualization: panel.chart
        }
      })
    })
  }
}
