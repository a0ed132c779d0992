using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Host.Azurite;
using StreamPlatform.Local.Host.Blobs;
using StreamPlatform.Local.Host.Companions;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Durable;
using StreamPlatform.Local.Host.Edge;
using StreamPlatform.Local.Host.Http;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Management;
using StreamPlatform.Local.Host.Messaging;
using StreamPlatform.Local.Host.PubSub;
using StreamPlatform.Local.Host.Storage;
using StreamPlatform.Local.Host.Timers;
using StreamPlatform.Local.Host.Triggers;
using StreamPlatform.Local.Model;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Host;

/// <summary>Puts the parts of the host together.</summary>
internal static class HostBuilder
{
    /// <summary>Largest request body, as on Azure; the storage edge has no such limit.</summary>
    private const long MaxBody = 100 * 1024 * 1024;

    public static WebApplicationBuilder CreateBuilder(HostSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(HostBuilder).Assembly.GetName().Name });
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(settings.AppSettings.Select(setting =>
            KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)));
        builder.Configuration["StreamPlatform:PublicUrl"] = PublicUrl(settings, builder.Configuration, settings.Port).ToString();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Listen(IPAddress.Parse(settings.ListenAddress), settings.Port);
        });
        return builder;
    }

    public static WebApplication Build(
        WebApplicationBuilder builder, HostSettings settings, IReadOnlyList<Type> types, DataFolder data,
        SqliteDatabase database, string? accessLog, Action<HostComposition> compose)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        var folders = new SignedFolders(SecretFile.ReadOrMake(Path.Combine(data.Keys, "media.key"), 32), TimeProvider.System);
        var composition = new HostComposition(
            services, builder.Configuration, data, new Uri(builder.Configuration["StreamPlatform:PublicUrl"]!),
            StorageAccounts.Find(builder.Configuration, StorageAccounts.DefaultConnection)!, folders);
        compose(composition);

        var catalog = new FunctionDiscoverer(builder.Configuration).Discover(types);
        var guarded = catalog.With<HttpFunctionTrigger>().Where(found => found.Trigger.Level == AuthorizationLevel.Function);
        services.AddSingleton(settings);
        services.AddSingleton(data);
        services.AddSingleton(catalog);
        services.AddSingleton(folders);
        services.AddSingleton(ApiKeys.Load(data, guarded.Select(found => found.Function.Name)));
        services.AddSingleton<KeyGuard>();
        services.AddSingleton<StorageAccounts>();
        services.AddSingleton<StorageHints>();
        services.AddSingleton(provider => new LocalServiceBus(database, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new LocalEventHub(database, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LocalPubSub>();
        services.AddSingleton(new TimerStates(database));
        services.AddSingleton(provider => new BlobReceipts(database, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RunningFunctions>();
        services.AddSingleton(provider => new MiddlewareChain(provider, composition.Middleware));
        services.AddSingleton<OutputSender>();
        services.AddSingleton<FunctionRunner>();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<DeliveryLines>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryLines>());
        services.AddSingleton<StorageEdge>();
        if (settings.Companion is { } companion)
        {
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Companion>(provider, companion));
            services.AddSingleton<CompanionEdge>();
        }

        services.AddHttpForwarder();
        services.AddRouting();
        services.AddCors();

        // For action results only; with a part manager of our own no assembly is searched for controllers.
        services.AddSingleton(new ApplicationPartManager());
        services.AddMvcCore();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.DrainTime + TimeSpan.FromSeconds(10));
        if (accessLog is not null)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<AccessLogTail>(provider, accessLog));
        services.AddSingleton(provider => new DurableEngine(
            new DurableEngineOptions { DatabasePath = Path.Combine(data.Databases, "durable.db") },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<DurableEngine>().Client);
        services.AddSingleton<DurableFunctions>();
        services.AddHostedService<DurableService>();
        services.AddSingleton<DurableManagement>();
        services.AddSingleton<StatusPage>();
        services.AddHostedService(provider =>
            ActivatorUtilities.CreateInstance<TriggerService>(provider, (IReadOnlyList<ITriggerListener>)[.. Listeners.All(provider, catalog, settings)]));

        var app = builder.Build();
        Map(app, settings, catalog, composition);
        return app;
    }

    /// <summary>What <c>runtime.json</c> says, now that the port is known.</summary>
    public static RuntimeFile Describe(WebApplication app, HostSettings settings)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var port = new Uri(address).Port;
        return new RuntimeFile(
            Environment.ProcessId, PublicUrl(settings, app.Configuration, port), new Uri($"http://127.0.0.1:{port}/"), port,
            app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    private static Uri PublicUrl(HostSettings settings, IConfiguration configuration, int port) =>
        settings.PublicUrl
        ?? (settings.Port != 0 && configuration["StreamPlatform:PublicUrl"] is { Length: > 0 } configured ? new Uri(configured) : new Uri($"http://localhost:{port}"));

    private static void Map(WebApplication app, HostSettings settings, FunctionCatalog catalog, HostComposition composition)
    {
        SecurityHeaders.Use(app);
        OperatorPages.Use(app, composition);
        var origins = app.Configuration["Host:CORS"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (origins.Length > 0)
            app.UseCors(cors => (origins.Contains("*") ? cors.AllowAnyOrigin() : cors.WithOrigins(origins)).AllowAnyHeader().AllowAnyMethod());
        WebPages.Map(app, settings.WebFolder);
        app.Services.GetRequiredService<HttpFunctions>().Map(app, catalog);
        app.Services.GetRequiredService<LocalPubSub>().Map(app);
        app.Services.GetRequiredService<StorageEdge>().Map(app);
        app.Services.GetService<CompanionEdge>()?.Map(app);
        app.Services.GetRequiredService<DurableManagement>().Map(app);
        app.Services.GetRequiredService<StatusPage>().Map(app);
        HostStatus.Map(app, catalog);
    }
}
