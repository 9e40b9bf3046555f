#:project ../src/Vicinity
#:property PublishAot=false

// A map of a file, in three lines. Start it in a folder with a points.csv (or npy, tsv, IDX): one point per row.
using Vicinity;

Matrix data = Matrix.Read("points.csv");
EmbeddingModel model = NeighborEmbedding.Fit(data);
model.Map.Write("map.csv");
