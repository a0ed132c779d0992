using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Hosting;
using StreamPlatform.Azure;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Functions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Identity;
using StreamPlatform.Media;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Storage;

// The composition root on Azure; local/Cli is the one on a bare machine. Compiled only for the Azure host.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ApiMiddleware>();
builder.Services.AddAzureTelemetry(builder.Configuration).UseFunctionsWorkerDefaults();
builder.Services
    .AddPlatform(builder.Configuration)
    .AddIdentity(builder.Configuration)
    .AddPlatformStorage(builder.Configuration)
    .AddStorageDelivery()
    .AddAzureStores(builder.Configuration)
    .AddAzureKeys(builder.Configuration)
    .AddAzureEvents(builder.Configuration)
    .AddAzureTelemetryStream(builder.Configuration)
    .AddAzureSearch(builder.Configuration)
    .AddAzureBroadcasts(builder.Configuration)
    .AddMedia(name => builder.Configuration[name])
    .AddPackaging();
RequiredPorts.Check(builder.Services);
builder.Build().Run();
