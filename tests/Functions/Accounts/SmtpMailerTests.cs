using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Identity.Mail;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class SmtpMailerTests : IAsyncLifetime
{
    private readonly Received _received = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port = FreePort();
    private Task _server = Task.CompletedTask;

    public Task InitializeAsync()
    {
        var services = new ServiceProvider();
        services.Add(_received);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Any, _port))).Build();
        _server = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server;
        _stop.Dispose();
    }

    [Fact]
    public async Task A_letter_arrives_as_it_was_written()
    {
        await Mailer("127.0.0.1").SendAsync(new Letter("ada@example.com", "Reset your password", "Line one\nLine two: http://localhost/#once_1\n"), default);

        var message = Assert.Single(_received.Messages);
        Assert.Equal(("videos@example.com", "ada@example.com", "Reset your password"), (message.From.Mailboxes.Single().Address, message.To.Mailboxes.Single().Address, message.Subject));
        Assert.Equal("Line one\nLine two: http://localhost/#once_1", message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero), message.Date);
    }

    [Fact]
    public async Task Of_letters_that_come_again_a_mail_program_learns_how_to_get_no_more()
    {
        await Mailer("127.0.0.1").SendAsync(new Letter("ada@example.com", "New for you", "Waves.\n") { Unsubscribe = "https://example.com/api/digests/user_1/stop_1" }, default);
        await Mailer("127.0.0.1").SendAsync(new Letter("ada@example.com", "Reset your password", "Waves.\n"), default);

        Assert.Equal(
            [("<https://example.com/api/digests/user_1/stop_1>", "List-Unsubscribe=One-Click"), (null, null)],
            _received.Messages.Select(message => (message.Headers["List-Unsubscribe"], message.Headers["List-Unsubscribe-Post"])));
    }

    [Fact]
    public async Task A_server_elsewhere_that_has_no_TLS_gets_no_letter()
    {
        await Assert.ThrowsAsync<IOException>(() => Mailer("127.0.0.2").SendAsync(new Letter("ada@example.com", "Secret", "Secret"), default));

        Assert.Empty(_received.Messages);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_as_such() =>
        await Assert.ThrowsAsync<IOException>(() => Mailer("127.0.0.1", FreePort()).SendAsync(new Letter("ada@example.com", "Hello", "Hello"), default));

    [Theory]
    [InlineData("smtp.example.com", 0, "videos@example.com", "Mail:SmtpPort")]
    [InlineData("smtp.example.com", 587, "", "Mail:From")]
    public void A_setting_that_cannot_be_meant_is_named(string host, int port, string from, string setting) =>
        Assert.Contains(setting, Assert.Throws<InvalidOperationException>(() => new MailOptions { SmtpHost = host, SmtpPort = port, From = from }.Validated()).Message, StringComparison.Ordinal);

    private SmtpMailer Mailer(string host, int? port = null) => new(
        new MailOptions { SmtpHost = host, SmtpPort = port ?? _port, From = "videos@example.com" }, new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Received : MessageStore
    {
        public List<MimeMessage> Messages { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            Messages.Add(await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
