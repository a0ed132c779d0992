namespace StreamPlatform.Local.Durable;

/// <summary>An activity to run.</summary>
/// <param name="Instance">The orchestration that called it.</param>
/// <param name="Execution">Which run of it.</param>
/// <param name="TaskId">The call's number.</param>
/// <param name="Name">The activity.</param>
/// <param name="Input">Its input as JSON.</param>
/// <param name="Crashes">Crashes of the process while it was pending.</param>
/// <param name="TraceParent">The span of the run that called it; null when nobody records.</param>
internal sealed record ActivityWork(string Instance, long Execution, int TaskId, string Name, string? Input, int Crashes = 0, string? TraceParent = null);
