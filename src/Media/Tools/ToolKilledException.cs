namespace StreamPlatform.Media.Tools;

/// <summary>
/// A child was killed, and not by us or by its limits: an operator, a machine that ran out of memory. It says nothing about
/// the file, so the work is to be done again.
/// </summary>
public sealed class ToolKilledException(string program) : Exception($"{program} was killed.");
