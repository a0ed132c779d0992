using System.Text;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Mail;

namespace StreamPlatform.Identity.Mail;

/// <summary>Letters as files in a folder, for whoever runs the machine to read or to pass on: a letter a file, readable by its owner only.</summary>
/// <param name="folder">Made when absent.</param>
internal sealed class FileMailer(string folder, TimeProvider clock) : IMailer
{
    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var now = clock.GetUtcNow();
        var file = Path.Combine(folder, $"{now:yyyyMMdd'T'HHmmssfff}-{OpaqueId.New("letter")}.txt");
        await using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"Date: {now:R}\nTo: {letter.To}\nSubject: {letter.Subject}\n{string.Concat(UnsubscribeHeaders.Of(letter).Select(header => $"{header.Name}: {header.Value}\n"))}\n{letter.Text}"), ct);
    }
}
