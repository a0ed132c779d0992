using System.Reflection;
using System.Runtime.CompilerServices;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Model;

/// <summary>
/// Pins what functions can see of the programming model to <c>PublicSurface.txt</c>, which follows the genuine packages:
/// a member more here than there is a bug. A wanted change is made in both, with its source in docs/functions-api.md.
/// </summary>
public class PublicSurfaceTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_surface_is_the_one_written_down()
    {
        var written = File.ReadAllText(Path.Combine(Folder(), "PublicSurface.txt"));
        var found = Describe();
        if (found != written)
            File.WriteAllText(Path.Combine(Folder(), "PublicSurface.received.txt"), found);
        Assert.Equal(written, found);
    }

    private static string Describe() => string.Concat(
        from type in typeof(FunctionAttribute).Assembly.GetExportedTypes()
        orderby type.FullName
        select Head(type) + "\n" + string.Concat(Members(type).Order(StringComparer.Ordinal).Select(member => "  " + member + "\n")));

    private static string Head(Type type) =>
        $"{(type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class")} {Name(type)}"
        + (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? " : " + Name(parent) : "");

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt32(Enum.Parse(type, name))}");
        if (typeof(Delegate).IsAssignableFrom(type))
            return [Method(type.GetMethod("Invoke")!)];
        return type.GetMembers(Own).Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !member.Name.Contains('<')).Select(Member).OfType<string>();
    }

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } one when Visible(one) => $"new({Parameters(one)})",
        MethodInfo { IsSpecialName: false } one when Visible(one) => Method(one),
        MethodInfo { Name: "op_Implicit" } one => Method(one),
        PropertyInfo one when Visible(one.GetMethod) =>
            $"{Name(one.PropertyType)} {one.Name} {{ get;{(Visible(one.SetMethod) ? " set;" : "")} }}",
        FieldInfo one when one.IsPublic => $"{Name(one.FieldType)} {one.Name}",
        _ => null,
    };

    private static string Method(MethodInfo method) =>
        $"{Name(method.ReturnType)} {method.Name}{(method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "")}({Parameters(method)})";

    private static bool Visible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(one => $"{Name(one.ParameterType)} {one.Name}{(one.HasDefaultValue ? "?" : "")}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
