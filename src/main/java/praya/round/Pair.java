package praya.round;

/** Two participants without an order: the smaller id stands first. */
public record Pair(String first, String second) implements Comparable<Pair> {
  public Pair {
    if (first.compareTo(second) > 0) {
      String swap = first;
      first = second;
      second = swap;
    }
  }

  @Override
  public int compareTo(Pair other) {
    int order = first.compareTo(other.first);
    return order != 0 ? order : second.compareTo(other.second);
  }

  @Override
  public String toString() {
    return first + " – " + second;
  }
}
