#:project ../src/Vicinity
#:property PublishAot=false

// A run is kept, steered and taken back; a model goes into a file and places rows in its map.
using Vicinity;

Matrix data = Matrix.Read("points.csv");
NeighborGraph graph = NeighborGraph.Build(data, neighbors: 90);
EmbeddingRun run = new(Affinities.FromPerplexity(graph, 30), Start.Pca.Build(data, dimensions: 2), Objective.TSne);
run.Advance(new(100) { Exaggeration = 12 });
RunState early = run.Save();

run.Change(Affinities.FromPerplexity(graph, 10));
run.Advance(new(100) { Exaggeration = 4 });
Console.WriteLine($"perplexity 10: {run.Loss:F4} nats");

run.Restore(early);
run.Change(objective: Objective.KobakTSne(0.8));
run.Advance(new(100));
Console.WriteLine($"heavier tails: {run.Loss:F4} nats");

early.Write("early.state");
run.Restore(RunState.Read("early.state"));

EmbeddingModel fitted = NeighborEmbedding.Fit(data);
fitted.Save("data.vic");

PlacedRows placed = EmbeddingModel.Load("data.vic").Place(data);
Console.WriteLine($"{placed.Map.Rows} rows, novelty up to {placed.Novelty.Max():F2}");
placed.Map.Write("map.csv");
