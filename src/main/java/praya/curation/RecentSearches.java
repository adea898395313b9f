package praya.curation;

import java.util.List;

/** What people have searched lately, without who they are. */
public interface RecentSearches {
  /**
   * A text that was searched.
   *
   * @param count how often, at least 1
   */
  record Asked(String text, long count) {}

  /** The searches of the last month, the most frequent first. */
  List<Asked> ofLastMonth(int most);
}
