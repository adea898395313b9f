package praya.search;

/**
 * How much work one search may cause, counted so that the same question always ends at the same
 * place, however busy the machine is. What is cheap is not counted: words are looked up one by one,
 * and {@link praya.search.text.Question} has at most so many.
 */
final class Budget {
  /** Each reads through a part of the dictionary; nobody misspells more words in one breath. */
  private static final int SPELLINGS = 12;

  /** Each reads a record as it is written: about a tenth of a second for all. */
  private static final int RECORDS = 10_000;

  private int spellings;
  private int records;
  private boolean stopped;

  /** Whether one more word may be looked up by what it looks like. */
  boolean spelling() {
    return allowed(spellings++ < SPELLINGS);
  }

  /** Whether one more record may be read. */
  boolean record() {
    return allowed(records++ < RECORDS);
  }

  private boolean allowed(boolean within) {
    stopped |= !within;
    return within;
  }

  /** Whether something was left undone, so that more may exist than was found. */
  boolean stopped() {
    return stopped;
  }
}
