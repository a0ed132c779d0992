using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Tests;
using StreamPlatform.Identity;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.Functions.Tests.Support;

/// <summary>The functions as the composition roots wire them, on SQLite stores of their own and blobs in memory.</summary>
internal sealed class FunctionsHouse : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("functions-").FullName;
    private readonly ServiceProvider _services;

    public FunctionsHouse(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
            .Build();
        Blobs = new MemoryBlobs(Clock);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddPlatform(configuration)
            .AddIdentity(configuration, Path.Combine(_folder, "mail"))
            .AddLocalStores(_folder)
            .AddLocalSigningKeys(_folder)
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 10)
            .AddSingleton<IBlobStore>(Blobs)
            .AddSingleton<IUploadUrls>(Blobs)
            .AddSingleton<IEventPublisher>(Events)
            .AddSingleton<IPlaybackLinks, FixedLinks>()
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
    public RecordingEvents Events { get; } = new();
    public MemoryBlobs Blobs { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A function class with its services.</summary>
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    public Task<string> NewKeyAsync() => Get<EnsureFirstApiKey>().ExecuteAsync(null, default);

    /// <summary>Another creator's key.</summary>
    public async Task<string> NewStrangerAsync()
    {
        var secret = ApiKey.NewSecret();
        await Get<IApiKeyStore>().AddAsync(
            new ApiKey { Hash = ApiKey.HashOf(secret), OwnerId = $"user_{secret[3..]}", Name = "stranger", CreatedAt = Clock.GetUtcNow() },
            default);
        return secret;
    }

    /// <summary>The letters that went out, oldest first.</summary>
    public IReadOnlyList<string> Letters =>
        Directory.Exists(Path.Combine(_folder, "mail")) ? [.. Directory.EnumerateFiles(Path.Combine(_folder, "mail")).Order(StringComparer.Ordinal).Select(File.ReadAllText)] : [];

    /// <summary>What lies in the data folder beside letters and keys, byte by byte.</summary>
    public IEnumerable<byte[]> StoredFiles() => StoredFiles(_folder);

    internal static IEnumerable<byte[]> StoredFiles(string folder) => Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    public static HttpRequest Request(string method, string path, string? key = null, object? body = null, string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Path = $"/api/{path}";
        request.QueryString = new QueryString(query);
        if (key is not null)
        {
            request.Headers.Authorization = $"Bearer {key}";
        }

        if (body is not null)
        {
            request.Body = new MemoryStream(body as byte[] ?? Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body)));
        }

        return request;
    }

    /// <summary>Runs the function's answer as ASP.NET Core would and reads what the client gets, which must be what the function says it answers.</summary>
    public async Task<Answer> AnswerAsync(Task<IResult> result, [CallerArgumentExpression(nameof(result))] string call = "")
    {
        var answer = await PartAsync(result);
        DeclaredAnswers.Check(call, answer, answer.Body.ValueKind == JsonValueKind.Undefined ? "" : answer.Body.GetRawText());
        return answer;
    }

    /// <summary>As above, of an answer that holds only fields that were asked for: parts of what the function says.</summary>
    public async Task<Answer> PartAsync(Task<IResult> result)
    {
        var context = new DefaultHttpContext { RequestServices = _services, TraceIdentifier = "req_1", Response = { Body = new MemoryStream() } };
        await (await result).ExecuteAsync(context);
        var body = Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
        return new Answer(
            context.Response.StatusCode,
            context.Response.ContentType,
            context.Response.Headers,
            body.Length == 0 ? default : JsonDocument.Parse(body).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class FixedLinks : IPlaybackLinks
    {
        public Task<PlaybackLinks> OfAsync(Asset asset, CancellationToken ct) =>
            Task.FromResult(new PlaybackLinks(false, null, $"http://localhost/watch/{asset.PlaybackIds[0].Id}", null, null, "token"));
    }
}
