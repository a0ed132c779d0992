using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Local.Host.Jobs;

namespace StreamPlatform.Local.Tests.Host;

public sealed class JobPlacesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly JobPlaces _places;

    public JobPlacesTests() => _places = new JobPlaces(limit: 2, _time);

    [Fact]
    public void No_more_run_at_once_than_the_limit()
    {
        _places.Owe(3, urgent: false);
        Assert.Equal([0, 1], TakeAll());
        _places.Leave(0);
        Assert.Equal([0], TakeAll());
    }

    [Fact]
    public void An_urgent_one_has_a_place_on_a_full_machine()
    {
        _places.Owe(2, urgent: false);
        TakeAll();
        _places.Owe(2, urgent: true);
        Assert.Equal([2], TakeAll());
        _places.Leave(1);
        Assert.Equal([1], TakeAll());
    }

    [Fact]
    public void Nothing_else_begins_beside_a_young_urgent_one_when_the_machine_is_small()
    {
        _places.Owe(1, urgent: true);
        _places.Owe(2, urgent: false);
        Assert.Equal([0], TakeAll());
        Assert.True(_places.IsHeldBack);

        _time.Advance(JobPlaces.Youth);
        Assert.Equal([1], TakeAll());
        Assert.False(_places.IsHeldBack);
    }

    [Fact]
    public void What_was_held_back_begins_when_the_urgent_one_ends()
    {
        _places.Owe(1, urgent: true);
        _places.Owe(2, urgent: false);
        TakeAll();
        _places.Leave(0);
        Assert.Equal([0, 1], TakeAll());
    }

    [Fact]
    public void Urgent_ones_begin_side_by_side()
    {
        _places.Owe(2, urgent: true);
        Assert.Equal([0, 1], TakeAll());
    }

    [Fact]
    public void Messages_that_starting_processes_will_take_are_not_counted_again()
    {
        _places.Owe(1, urgent: true);
        TakeAll();
        _places.Recount(urgent: 1, others: 0);
        Assert.Empty(TakeAll());

        _time.Advance(TimeSpan.FromSeconds(4));
        _places.Recount(urgent: 1, others: 0);
        Assert.Equal([1], TakeAll());
    }

    private List<int> TakeAll()
    {
        var taken = new List<int>();
        while (_places.Take() is { } place)
            taken.Add(place);
        return taken;
    }
}
