package praya.stewardship;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Entry;
import praya.domain.LocalText;
import praya.domain.Organisation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Names that were proposed, put into an entry. They were checked when they were proposed. */
final class ProposedNames {
  private ProposedNames() {}

  static Entry into(Organisation organisation, ObjectNode proposed) {
    List<String> aliases = new ArrayList<>();
    JsonNode items = proposed.get("aliases");
    if (items != null) {
      items.forEach(item -> aliases.add(item.stringValue()));
    }
    LocalText name =
        new LocalText(
            text(proposed, "nameEn"), text(proposed, "nameZhHant"), text(proposed, "nameZhHans"));
    return organisation.entry().with(organisation.profile().named(name, aliases));
  }

  private static @Nullable String text(ObjectNode object, String field) {
    JsonNode node = object.get(field);
    return node == null || node.isNull() ? null : node.stringValue();
  }
}
