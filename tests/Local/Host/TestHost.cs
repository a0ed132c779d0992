using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.Azurite;

namespace StreamPlatform.Local.Tests.Host;

/// <summary>A host of a few functions, real but for its borrowed Azurite. Restarts keep its data folder.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AzuriteSupervisor _azurite;
    private readonly Type[] _functions;
    private FunctionsHost? _host;

    public TestHost(AzuriteFixture azurite, params Type[] functions) => (_azurite, _functions) = (azurite.Azurite, functions);

    public Seen Seen { get; } = new();

    /// <summary>A name for containers and queues that no other test has; functions ask for it as <c>%Box%</c>.</summary>
    public string Box { get; } = "box" + Guid.NewGuid().ToString("N");

    public Dictionary<string, string?> AppSettings { get; } = [];

    public Func<HostSettings, HostSettings> Settings { get; set; } = settings => settings;

    public Action<HostComposition> Compose { get; set; } = _ => { };

    public FunctionsHost Host => _host ?? throw new InvalidOperationException("Not started.");

    public string Data => _folder.Path;

    public HttpClient Client { get; private set; } = new();

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public async Task<TestHost> StartAsync()
    {
        AppSettings["Box"] = Box;
        var settings = Settings(new HostSettings
        {
            DataFolder = _folder.Path,
            NodeModulesFolder = AzuriteFixture.NodeModules,
            Port = 0,
            ListenAddress = "127.0.0.1",
            AppSettings = AppSettings,
            DrainTime = TimeSpan.FromSeconds(5),
        });
        _host = await FunctionsHost.StartAsync(
            settings,
            _functions,
            composition =>
            {
                composition.Services.AddSingleton(Seen);
                Compose(composition);
            },
            _azurite);
        Client.Dispose();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _host.Runtime.LocalUrl };
        return this;
    }

    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }
}
