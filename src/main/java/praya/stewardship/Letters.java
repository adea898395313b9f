package praya.stewardship;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Organisation;
import praya.mail.Letter;
import praya.mail.MailTemplate;

/** Letters to one steward about one organisation. */
record Letters(Steward steward, Organisation organisation) {

  static Letters to(Steward steward, Organisation organisation) {
    return new Letters(steward, organisation);
  }

  /**
   * A letter about a decision; empty when there is no address to send it to.
   *
   * @param place below the organisation's page
   */
  Optional<Letter> write(
      String key, MailTemplate template, @Nullable Decision decision, String place) {
    var arguments = new ArrayList<String>(List.of(organisation.name(steward.language())));
    if (template.givesReason()) {
      arguments.add(decision == null || decision.reason() == null ? "–" : decision.reason());
    }
    return write(key, template, arguments, place);
  }

  Optional<Letter> write(String key, MailTemplate template, List<String> arguments, String place) {
    return Optional.ofNullable(steward.address())
        .map(address ->
            new Letter(
                key,
                address,
                steward.language(),
                template,
                arguments,
                "/organisations/" + organisation.slug() + place));
  }
}
