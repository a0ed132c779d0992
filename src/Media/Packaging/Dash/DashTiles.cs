namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>Sheets of thumbnails as an adaptation set of images (DASH-IF IOP 4.3, 6.2.6).</summary>
/// <param name="Uris">One a sheet; they must differ only in a six-digit number that their names begin with and that counts up.</param>
/// <param name="SheetSeconds">How much of the timeline a sheet stands for.</param>
/// <param name="Width">Of a sheet.</param>
internal sealed record DashTiles(IReadOnlyList<string> Uris, decimal SheetSeconds, int Width, int Height, int Columns, int Rows)
{
    /// <summary>Compares the URIs themselves, so that two that say the same are equal.</summary>
    public bool Equals(DashTiles? other) =>
        other is not null && Uris.SequenceEqual(other.Uris) && (SheetSeconds, Width, Height, Columns, Rows) == (other.SheetSeconds, other.Width, other.Height, other.Columns, other.Rows);

    public override int GetHashCode() => HashCode.Combine(Uris.Count, SheetSeconds, Width, Height, Columns, Rows);
}
