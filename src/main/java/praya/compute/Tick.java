package praya.compute;

/** A line across a chart with its label, at a place along the axis; strong ones begin a stretch. */
public record Tick(double at, String label, boolean strong) {}
