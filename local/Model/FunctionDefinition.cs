namespace StreamPlatform.Local.Model;

/// <summary>What is known of a function before it runs.</summary>
public abstract class FunctionDefinition
{
    public abstract string Name { get; }
}
