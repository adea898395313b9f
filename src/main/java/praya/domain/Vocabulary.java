package praya.domain;

import java.util.Arrays;
import java.util.Optional;

/** A controlled list of the taxonomy. The code is the seed's and the database's name for it. */
public enum Vocabulary {
  LAYERS("layers"),
  SECTORS("sectors"),
  CAPABILITIES("capabilities"),
  KINDS("kinds"),
  ELIGIBILITY("eligibility"),
  EXCHANGE("exchange"),
  RELATION_TYPES("relation_types"),
  VISIBILITY("visibility"),
  SCHEMES("schemes"),
  ALLOCATION_STATUS("allocation_status"),
  SHAREABILITY("shareability"),
  WORKLOADS("workloads"),
  SENSITIVITY("sensitivity"),
  PARTNER_TERMS("partner_terms"),
  INTRODUCTION_STATUS("introduction_status"),
  INTRODUCTION_OUTCOME("introduction_outcome"),
  CAMPUS_RELATIONS("cyberport_relations");

  private final String code;

  Vocabulary(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Vocabulary> find(String code) {
    return Arrays.stream(values()).filter(v -> v.code.equals(code)).findFirst();
  }
}
