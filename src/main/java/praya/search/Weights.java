package praya.search;

import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Words with what each weighs: a map of several hundred entries that is filled for every document
 * and read once, without an object for each number and each entry. Not for several threads.
 */
final class Weights {
  /** Half of them are taken at the most, so a place is found at the first or second look. */
  static final int OF_A_DOCUMENT = 1024;

  /** The labels and synonyms of a term are kept as long as the taxonomy. */
  static final int OF_A_TERM = 64;

  private @Nullable String[] words;
  private int[] weights;

  /** Where the taken places are, in the order in which they were taken. */
  private int[] taken;

  private int size;

  /**
   * Room for half as many words before it grows.
   *
   * @param places a power of two
   */
  Weights(int places) {
    words = new String[places];
    weights = new int[places];
    taken = new int[places / 2];
  }

  void add(String word, int weight) {
    int place = place(word);
    if (words[place] != null) {
      weights[place] += weight;
      return;
    }
    if (size == taken.length) {
      grow();
      place = place(word);
    }
    words[place] = word;
    weights[place] = weight;
    taken[size++] = place;
  }

  /** Gives a word this weight, whatever it had. */
  void set(String word, int weight) {
    add(word, 0);
    weights[place(word)] = weight;
  }

  private int place(String word) {
    int hash = word.hashCode();
    int mask = words.length - 1;
    int place = (hash ^ hash >>> 15) & mask;
    while (words[place] != null && !word.equals(words[place])) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void grow() {
    Weights larger = new Weights(2 * words.length);
    forEach(larger::add);
    words = larger.words;
    weights = larger.weights;
    taken = larger.taken; // as many as there were, in the same order
  }

  /** All of them, in the order in which they came. */
  void forEach(ObjIntConsumer<String> taker) {
    for (int i = 0; i < size; i++) {
      taker.accept(word(i), weight(i));
    }
  }

  int size() {
    return size;
  }

  String word(int number) {
    String word = words[taken[number]];
    if (word == null) {
      throw new IllegalStateException("A place that was taken is empty.");
    }
    return word;
  }

  int weight(int number) {
    return weights[taken[number]];
  }
}
