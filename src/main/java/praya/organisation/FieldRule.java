package praya.organisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Fault;
import praya.domain.Organisation;
import praya.domain.Problem;

/**
 * Who may change which field of an organisation that they may change at all. Members keep what the
 * organisation says about itself; what others know it by they propose; the rest is staff's.
 */
public enum FieldRule {
  /** Members change it, and it is public at once. */
  MEMBERS,
  /**
   * Members propose it and staff decide: under a name an organisation is found, so a name must not
   * be taken from somebody else. An alias is a name.
   */
  PROPOSED,
  /** Only staff change it. */
  STAFF;

  private static final Map<String, FieldRule> TABLE =
      new Table()
          .membersChange("summaryEn", "summaryZhHant", "summaryZhHans")
          .membersChange("layers", "sectors", "capabilities")
          .membersChange("foundedOrIntakeYear", "website")
          // Public or for members; OrganisationService keeps the rest for staff.
          .membersChange("visibility")
          .membersPropose("nameEn", "nameZhHant", "nameZhHans", "aliases")
          .rules;

  /** The rule of a field as in the API; a field that is not in the list is staff's. */
  public static FieldRule of(String field) {
    return TABLE.getOrDefault(field, STAFF);
  }

  /** Whether somebody could say of a field that it is still true. */
  public static boolean confirmable(String field) {
    return (of(field) != STAFF || field.equals("kind")) && !field.equals("visibility");
  }

  /** The fields of this rule, in the order in which a form shows them. */
  public List<String> fields() {
    return TABLE.entrySet().stream()
        .filter(entry -> entry.getValue() == this)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Refuses what a member may not change of the own organisation; staff may change everything.
   *
   * @throws Problem.InvalidInput with each such field
   */
  static void require(Actor actor, Organisation before, Organisation after) {
    if (actor.isStaff()) {
      return;
    }
    Map<String, @Nullable Object> old = OrganisationJson.of(before);
    var faults = new ArrayList<Fault>();
    OrganisationJson.of(after)
        .forEach((field, value) -> {
          // The version is the database's own.
          if (!field.equals("version") && !Objects.equals(value, old.get(field))) {
            switch (of(field)) {
              case MEMBERS -> {}
              case PROPOSED ->
                  faults.add(
                      fault(
                          field,
                          value,
                          "is a name, which staff decide. Propose it on the page where the"
                              + " organisation is changed"));
              case STAFF ->
                  faults.add(
                      fault(
                          field,
                          value,
                          "is changed by staff only. Leave it as it is, or write to staff"));
            }
          }
        });
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
  }

  private static Fault fault(String field, @Nullable Object value, String what) {
    String shown = value == null ? "" : value.toString();
    return new Fault(field, shown, "The field " + field + " (" + shown + ") " + what + ".");
  }

  /** Builds the list in words. */
  private static final class Table {
    private final Map<String, FieldRule> rules = new LinkedHashMap<>();

    Table membersChange(String... fields) {
      return put(MEMBERS, fields);
    }

    Table membersPropose(String... fields) {
      return put(PROPOSED, fields);
    }

    private Table put(FieldRule rule, String... fields) {
      for (String field : fields) {
        rules.put(field, rule);
      }
      return this;
    }
  }
}
