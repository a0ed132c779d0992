namespace StreamPlatform.Local.Durable;

/// <summary>Which instances have their code in memory, least recently used first.</summary>
internal sealed class LiveInstances(int limit)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Instance> _order = new();
    private readonly Dictionary<Instance, LinkedListNode<Instance>> _places = [];

    public void Used(Instance instance)
    {
        lock (_gate)
        {
            if (_places.TryGetValue(instance, out var place))
                _order.Remove(place);
            else
                _places.Add(instance, place = new LinkedListNode<Instance>(instance));
            _order.AddLast(place);
        }
    }

    public void Gone(Instance instance)
    {
        lock (_gate)
        {
            if (_places.Remove(instance, out var place))
                _order.Remove(place);
        }
    }

    /// <summary>Takes out the least recently used if there are too many; null if not.</summary>
    public Instance? TakeOldest()
    {
        lock (_gate)
        {
            if (_order.Count <= limit)
                return null;
            var oldest = _order.First!.Value;
            _order.RemoveFirst();
            _places.Remove(oldest);
            return oldest;
        }
    }
}
