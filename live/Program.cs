using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Azure;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Domain.Live;
using StreamPlatform.Live;
using StreamPlatform.Local.Stores;
using StreamPlatform.Media.Tools;

// Settings are read, and found wrong, before anything listens.
string? Setting(string name) => Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal));
LiveSettings settings;
WebApplication app;
try
{
    settings = LiveSettings.Read(Setting);
    app = LiveNodeApp.Create(settings, MediaOptions.Read(Setting), TimeProvider.System, builder =>
    {
        if (settings.DataFolder is { } folder)
            builder.Services.AddLocalStores(Path.Combine(folder, "db"));
        else
            builder.Services.AddAzureStores(builder.Configuration);
        builder.Services.AddSingleton<ILiveIngest, LiveIngest>();
        builder.Services.AddAzureTelemetry(builder.Configuration);
    });
}
catch (InvalidOperationException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

await using var running = app;
await app.StartAsync();
var (http, rtmp) = app.Addresses();
Logs.Started(app.Services.GetRequiredService<ILogger<LiveSettings>>(), settings.Node, rtmp.ToString(), http.ToString());
await app.WaitForShutdownAsync();
return 0;
