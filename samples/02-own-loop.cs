#:project ../src/Vicinity
#:property PublishAot=false

// The loop belongs to the caller: look at the map while it forms, stop when it is good enough.
using Vicinity;

Matrix data = Matrix.Read("points.csv");
NeighborGraph graph = NeighborGraph.Build(data, neighbors: 90);
Affinities affinities = Affinities.FromPerplexity(graph, 30);
EmbeddingRun run = new(affinities, Start.Pca.Build(data, dimensions: 2), Objective.TSne);
run.Advance(new(250) { Exaggeration = 12 });
while (run.Iteration < 750 && !run.Converged)
{
    run.Advance(new(50) { Tolerance = 1e-7 });
    Console.WriteLine($"{run.Iteration}: {run.Loss:F4} nats");
}

run.Snapshot().Write("map.npy");
