using StreamPlatform.Local.Cli;

using var interruption = new Interruption();
return await CommandLineApplication.RunAsync(args, interruption.Token);
