using Vicinity.Cli;

namespace Vicinity.Tests;

/// <summary>Data sets that nothing is wrong with, mapped by a fit as it comes.</summary>
internal static class DoctorClean
{
    private const int Rows = 300;

    public static IReadOnlyList<DoctorCase> All { get; } =
    [
        new("digits (UCI), 1,797 images", "", () => SampleData.Digits().Table!) { Labels = SampleData.Digits().Labels },
        new("digits (UCI), the first 600", "", () => SampleData.Digits().Table!.Select([.. Enumerable.Range(0, 600)])),
        new("iris (Fisher), columns scaled", "", () => Iris.All) { Options = new() { Scaling = InputScaling.Standard } },
        new("iris (Fisher), in cm", "", () => Iris.All),
        new("three clusters in 10 columns", "", () => Shapes.Clusters(Rows, 10, 3, 3)) { Labels = Shapes.ClusterLabels(Rows, 3) },
        new("eight clusters that touch", "", () => Shapes.Clusters(400, 20, 8, 1.2)),
        new("two blobs in 5 columns", "", () => Shapes.Clusters(200, 5, 2, 2)),
        new("one blob in three columns", "", () => Shapes.Normal(Rows, 3)),
        new("an ellipsoid in 20 columns", "", () => Shapes.Ellipsoid(Rows, 20)),
        new("a square filled evenly", "", () => Shapes.Uniform(Rows, 2)),
        new("a Swiss roll", "", () => Shapes.SwissRoll(500)),
        new("two linked rings", "", () => Shapes.Links(Rows)),
        new("a trefoil knot", "", () => Shapes.Trefoil(Rows)),
        new("a sphere", "", () => Shapes.Sphere(Rows, 3)),
        new("two moons", "", () => Shapes.Moons(Rows)),
        new("a tree of six branches", "", () => Shapes.Tree(Rows, 6)),
    ];
}
