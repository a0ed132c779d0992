using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Azure;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Live;
using StreamPlatform.Local.Stores;
using StreamPlatform.Media.Tools;

// Settings are read, and found wrong, before anything listens.
string? Setting(string name) => Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal));
LiveSettings settings;
try
{
    settings = LiveSettings.Read(Setting);
}
catch (InvalidOperationException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

await using var app = LiveNodeApp.Create(settings, MediaOptions.Read(Setting), TimeProvider.System, builder =>
{
    if (settings.DataFolder is { } folder)
        builder.Services.AddLocalStores(Path.Combine(folder, "db"));
    else
        builder.Services.AddAzureStores(builder.Configuration);
    builder.Services.AddSingleton<ILiveIngest, LiveIngest>();
    builder.Services.AddAzureTelemetry(builder.Configuration);
});
await app.StartAsync();
var (http, rtmp) = app.Addresses();
Logs.Started(app.Services.GetRequiredService<ILogger<LiveSettings>>(), settings.Node, rtmp.ToString(), http.ToString());
await app.WaitForShutdownAsync();
return 0;
