using System.CommandLine;
using System.CommandLine.Parsing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary>What a creator can choose of how a file is made, as options of the commands that take one.</summary>
internal sealed class EncodingOptions
{
    private readonly Option<string?> _profile = new("--profile") { Description = $"How it is encoded: {string.Join(", ", EncodingProfiles.All.Select(profile => profile.Name))}. Default: the platform's.", HelpName = "NAME" };
    private readonly Option<bool> _keep = new("--keep-damaged") { Description = "Make what can be decoded of a damaged or cut off file, instead of refusing it." };
    private readonly Option<double?> _start = new("--trim-start") { Description = "Leave out what comes before, seconds from the start of the file.", HelpName = "S" };
    private readonly Option<double?> _end = new("--trim-end") { Description = "Leave out what comes after, seconds from the start of the file.", HelpName = "S" };
    private readonly Option<decimal?> _cap = new("--cost-cap") { Description = "Ask before making what is expected to cost more. Default: the platform's cap, if it has one.", HelpName = "USD" };

    /// <summary>Adds them, and refuses choices that can't be.</summary>
    /// <param name="ofOneFile">Also what is about one file and can't be an account's default.</param>
    public EncodingOptions(Command command, bool ofOneFile = true)
    {
        foreach (var option in ofOneFile ? new Option[] { _profile, _keep, _start, _end, _cap } : [_profile, _cap])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (Wrong(result) is { } wrong)
            {
                result.AddError(wrong.Message);
            }
        });
    }

    public EncodingChoice Read(ParseResult parsed) =>
        Choice(parsed.GetValue(_profile), parsed.GetValue(_keep), parsed.GetValue(_start), parsed.GetValue(_end), parsed.GetValue(_cap));

    private static readonly Error NoNumber = new("cli.no_number", 400, "--trim-start and --trim-end take seconds, such as 62.5; --cost-cap takes dollars, such as 0.5.");

    private Error? Wrong(CommandResult result)
    {
        try
        {
            return Choice(result.GetValue(_profile), result.GetValue(_keep), result.GetValue(_start), result.GetValue(_end), result.GetValue(_cap)).Check();
        }
        catch (InvalidOperationException)
        {
            // The parser's own words for this are about types.
            return NoNumber;
        }
    }

    private static EncodingChoice Choice(string? profile, bool keepDamaged, double? start, double? end, decimal? cap) => new()
    {
        Profile = profile,
        KeepDamaged = keepDamaged,
        CostCap = cap,
        Trim = start is null && end is null ? null : new TrimChoice(start, end),
    };
}
