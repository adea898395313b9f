package praya.domain;

/**
 * What a write left behind.
 *
 * @param position where the write stands in the change feed; a view that has reached it shows it
 */
public record Written<T>(T value, long position) {}
