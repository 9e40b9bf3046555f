using Xunit;

namespace Vicinity.Tests;

public sealed class FigureLayoutTests
{
    public static TheoryData<int, int, int, int, int> Cases => new(
        from size in new[] { (800, 600), (2000, 2000), (200, 200), (3000, 300) }
        from points in new[] { 1, 2, 150, 1797 }
        from classes in new[] { 1, 10, 40 }
        from dimensions in new[] { 1, 2, 3 }
        select (size.Item1, size.Item2, points, classes, dimensions));

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_points_lie_inside_the_frame_and_the_frame_inside_the_picture(int width, int height, int points, int classes, int dimensions)
    {
        FigureLayout layout = Layout(width, height, points, classes, dimensions);
        Frame frame = layout.Frame;
        Assert.True(frame.Left > 0 && frame.Top > 0 && frame.Right < width && frame.Bottom < height);
        Assert.All(Enumerable.Range(0, points).Select(layout.Dot), dot =>
        {
            Assert.InRange(dot.X, frame.Left + layout.Radius, frame.Right - layout.Radius);
            Assert.InRange(dot.Y, frame.Top + layout.Radius, frame.Bottom - layout.Radius);
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_text_of_the_margin_leaves_the_picture_or_lies_on_another(int width, int height, int points, int classes, int dimensions)
    {
        FigureText[] texts = [.. Layout(width, height, points, classes, dimensions).Texts];
        Assert.True(texts.Length >= 2 + Math.Min(classes, points));
        Frame[] ink = [.. texts.Select(Ink)];
        Assert.All(ink, box => Assert.True(box.Left >= 0 && box.Top >= 0 && box.Right <= width && box.Bottom <= height));
        Frame[] margin = [.. ink.Where((_, k) => !texts[k].Halo)];
        Assert.All(margin, (box, k) => Assert.DoesNotContain(margin[..k], box.Touches));
    }

    [Fact]
    public void Both_directions_have_one_scale()
    {
        FigureLayout layout = new(new MapFigure(Matrix.Copy(new float[,] { { 0, 0 }, { 10, 0 }, { 0, 1 } })));
        double across = layout.Dot(1).X - layout.Dot(0).X;
        Assert.True(across > 500);
        Assert.Equal(across / 10, layout.Dot(0).Y - layout.Dot(2).Y, 9);
    }

    [Fact]
    public void Every_point_is_drawn_once_in_an_order_that_mixes_the_classes()
    {
        int[] order = Layout(800, 600, 1000, 2, 2).Order;
        Assert.Equal(Enumerable.Range(0, 1000), order.Order());
        Assert.InRange(order.Take(500).Count(point => point < 500), 200, 300);
        Assert.Equal(order, Layout(2000, 500, 1000, 3, 2).Order);
    }

    [Fact]
    public void Names_stand_in_the_middle_of_their_islands()
    {
        FigureLayout layout = Layout(1000, 1000, 2000, 10, 2);
        Assert.Equal(10, layout.Centers.Count);
        for (int line = 0; line < 10; line++)
        {
            FigureDot[] own = [.. Enumerable.Range(0, 2000).Where(point => layout.Classes.ClassOf(point) == line).Select(layout.Dot)];
            Assert.Equal(own.Average(dot => dot.X), layout.Centers[line].X, 15.0);
            Assert.Equal(own.Average(dot => dot.Y), layout.Centers[line].Y, 15.0);
        }

        Assert.Equal(10, layout.Texts.Count(text => text.Halo));
    }

    [Fact]
    public void A_class_without_points_has_no_name_in_the_map()
    {
        Labels all = Blobs.Labels(300, 3);
        Labels labels = all.Select([.. Enumerable.Range(0, 300).Where(point => point % 3 > 0)]);
        FigureLayout layout = new(new MapFigure(Blobs.Map(200, 2)) { Labels = labels });
        Assert.Equal(["1", "2"], layout.Texts.Where(text => text.Halo).Select(text => text.Text));
    }

    [Theory]
    [InlineData(800, 600)]
    [InlineData(2000, 2000)]
    public void More_points_are_smaller_and_fainter_and_never_vanish(int width, int height)
    {
        Frame frame = new(0, 0, width, height);
        (double Radius, int Opacity)[] styles = [.. new[] { 0, 150, 1797, 10_000, 100_000, 1_000_000, 100_000_000 }.Select(points => PointStyle.For(points, frame))];
        Assert.Equal(styles.OrderByDescending(style => style.Radius).ThenByDescending(style => style.Opacity), styles);
        Assert.All(styles, style => Assert.True(style.Radius >= 0.75 && style.Opacity >= 25 && style.Opacity < 256));
        Assert.True(styles[1].Radius > 1.5 * styles[3].Radius);
    }

    private static FigureLayout Layout(int width, int height, int points, int classes, int dimensions) => new(new MapFigure(Blobs.Map(points, classes, dimensions))
    {
        Labels = Blobs.Labels(points, classes),
        Title = "A title that is much too long for a small picture, but has room in a larger one",
        Width = width,
        Height = height,
    });

    private static Frame Ink(FigureText text)
    {
        double width = StrokeFont.Width(text.Text, text.Size);
        double left = text.X - text.Align * width;
        return new(left, text.Y - 0.72 * text.Size, left + width, text.Y + 0.2 * text.Size);
    }
}
