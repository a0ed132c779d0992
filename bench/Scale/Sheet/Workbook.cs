namespace StreamPlatform.Bench.Scale.Sheet;

/// <summary>Named figures in sections, each reckoned from those before it, with their units.</summary>
internal sealed class Workbook
{
    private readonly Dictionary<string, Figure> _figures = new(StringComparer.Ordinal);
    private readonly List<(string Section, Figure Figure)> _lines = [];
    private string _section = "";

    public double this[string name] => Find(name).Value;

    public IEnumerable<string> Sections => _lines.Select(line => line.Section).Distinct();

    public IEnumerable<Figure> In(string section) => _lines.Where(line => line.Section == section).Select(line => line.Figure);

    public Figure Find(string name) => _figures.TryGetValue(name, out var figure) ? figure : throw new FormatException($"There is no figure '{name}'.");

    /// <summary>What follows belongs to this section.</summary>
    public Workbook Section(string name)
    {
        _section = name;
        return this;
    }

    /// <param name="source">Where the value comes from, with its date where it changes; "assumed" where nobody has told.</param>
    public Workbook Input(string name, double value, string unit, string source)
    {
        var of = Unit.Parse(unit);
        return Add(new Figure(name, new(value * of.Factor, of.Dimension), of, null, source));
    }

    /// <exception cref="FormatException">The formula can't be read, or gives something else than the unit is of.</exception>
    public Workbook Derive(string name, string unit, string formula, string meaning)
    {
        var of = Unit.Parse(unit);
        var value = new Formula(formula, other => Find(other).Quantity).Reckon();
        if (value.Dimension != of.Dimension)
            throw new FormatException($"{name} = {formula} is not in {unit}: {value.Dimension}.");
        return Add(new Figure(name, value, of, formula, meaning));
    }

    private Workbook Add(Figure figure)
    {
        _figures.Add(figure.Name, figure);
        _lines.Add((_section, figure));
        return this;
    }
}
