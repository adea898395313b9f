package praya.organisation;

import java.util.List;

/**
 * Which relations: any of the values within a field, all fields together; empty takes all.
 *
 * @param organisations slugs, on either side
 */
public record RelationFilter(
    List<String> organisations, List<String> types, List<Boolean> fictional) {
  public RelationFilter {
    organisations = List.copyOf(organisations);
    types = List.copyOf(types);
    fictional = List.copyOf(fictional);
  }
}
