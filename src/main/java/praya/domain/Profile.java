package praya.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation is called and says about itself.
 *
 * @param name at least one language is there
 * @param kind a code of {@link Vocabulary#KINDS}
 * @param foundedOrIntakeYear sources mix founding years and programme intake years
 */
public record Profile(
    LocalText name,
    List<String> aliases,
    String kind,
    LocalText summary,
    Classification classification,
    @Nullable Integer foundedOrIntakeYear,
    @Nullable String website) {

  public Profile {
    aliases = List.copyOf(aliases);
  }

  /** The same profile under other names. */
  public Profile named(LocalText otherName, List<String> otherAliases) {
    return new Profile(
        otherName, otherAliases, kind, summary, classification, foundedOrIntakeYear, website);
  }

  /** The same profile at another place in the taxonomy. */
  public Profile classified(Classification other) {
    return new Profile(name, aliases, kind, summary, other, foundedOrIntakeYear, website);
  }

  /** Whether one of the texts gives the organisation away by a name or an alias. */
  public boolean isNamedIn(LocalText... texts) {
    String all =
        Arrays.stream(texts)
            .flatMap(LocalText::all)
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    return Stream.concat(name.all(), aliases.stream())
        .anyMatch(each -> all.contains(each.toLowerCase(Locale.ROOT)));
  }
}
