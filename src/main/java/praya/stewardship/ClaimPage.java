package praya.stewardship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Phrase;

/**
 * The page on which somebody claims an organisation.
 *
 * @param stage a word: {@code ask}, {@code mailed}, {@code waiting}, {@code own}
 * @param domains at which an address proves the claim; empty where staff decide
 * @param claimed whether somebody acts for it already
 * @param fault what is wrong with the last try, in English; null for nothing
 */
public record ClaimPage(
    Phrase name,
    String slug,
    String stage,
    List<String> domains,
    boolean claimed,
    Written written,
    @Nullable String fault) {
  public ClaimPage {
    domains = List.copyOf(domains);
  }

  /** What was written into the forms. */
  public record Written(String address, String note) {}
}
