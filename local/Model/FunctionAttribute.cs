namespace StreamPlatform.Local.Model;

/// <summary>Names a public method as a function. Names are unique in an app, whatever the class.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
