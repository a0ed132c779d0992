using System.CommandLine;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Local.Cli.Machine;
using StreamPlatform.Local.Cli.Publishing;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream plan</c>: what the platform would make of a file, at what cost and why, without making it.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A video of this machine." };
        var workers = new Option<int>("--workers") { Description = "Jobs that would run side by side. Default: the number of cores here.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var measure = new Option<bool>("--measure") { Description = "Measure the title and settle its ladder too, which takes a while." };
        var cpu = new Option<decimal>("--cpu-hour") { Description = "Dollars an hour of a virtual CPU costs.", HelpName = "USD", DefaultValueFactory = _ => PlanPrices.Usual.CpuHour };
        var storage = new Option<decimal>("--gb-month") { Description = "Dollars a gigabyte costs to keep for a month.", HelpName = "USD", DefaultValueFactory = _ => PlanPrices.Usual.GigabyteMonth };
        workers.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000)
            {
                result.AddError("--workers takes a number from 1 to 10000.");
            }
        });
        var command = new Command("plan", "Show what would be made of a file: ladder, chunks, items, what they take and cost, and why.") { file, workers, measure, cpu, storage };
        var encoding = new EncodingOptions(command);
        var watermark = new WatermarkOptions(command);
        command.SetAction((parsed, ct) => RunAsync(
            Path.GetFullPath(parsed.GetValue(file)!),
            encoding.Read(parsed),
            watermark.Read(parsed),
            parsed.GetValue(workers),
            parsed.GetValue(measure),
            new PlanPrices(parsed.GetValue(cpu), parsed.GetValue(storage)),
            Terminal.Standard,
            ct));
        return command;
    }

    private static async Task<int> RunAsync(string file, EncodingChoice choice, ChosenWatermark? watermark, int workers, bool measure, PlanPrices prices, Terminal terminal, CancellationToken ct)
    {
        if (FilePublisher.WhyNotThere(file) is { } why)
        {
            throw why;
        }

        await new Setup(Checkout.Current, terminal.People).ForPlatformAsync(ct);
        var settings = Environment.GetEnvironmentVariables();
        string? Setting(string name) => settings[name.Replace(":", "__", StringComparison.Ordinal)] as string;
        var planner = new FilePlanner(MediaOptions.Read(Setting), ProbeSettings.Read(Setting), PlanOptions.Read(Setting) with { Workers = workers, Prices = prices }, TimeProvider.System);
        var planned = await planner.PlanAsync(file, choice, watermark is null ? null : (await watermark.ReadAsync(ct), watermark.Corner), measure, ct);
        if (!planned.Succeeded)
        {
            throw new CommandFailure(planned.Error!.Code, planned.Error.Message) { ExitCode = ExitCodes.Rejected };
        }

        await terminal.Results.WriteAsync(PlanText.Print(planned.Value, prices));
        return ExitCodes.Success;
    }
}
