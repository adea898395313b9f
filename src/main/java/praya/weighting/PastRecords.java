package praya.weighting;

import java.util.List;
import praya.domain.Audience;
import praya.domain.Introduction;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.evaluation.Replay;
import praya.introduction.IntroductionService;
import praya.match.WholeDirectory;
import praya.organisation.RelationService;
import praya.taxonomy.TaxonomyService;

/** The records that the past is asked again with, as staff know them. */
public record PastRecords(
    TaxonomyService taxonomy,
    WholeDirectory directory,
    RelationService relations,
    IntroductionService introductions) {
  /** As many pairs as there are. */
  public static final int WHOLE = Integer.MAX_VALUE;

  /**
   * The past, its latest part if it is long.
   *
   * @param pairs the most pairs that may be scored for each weights
   */
  public Replay replay(int pairs) {
    List<Sheet> sheets = directory.of(Audience.STAFF);
    List<Introduction> latest = introductions.latest(pairs / Math.max(1, sheets.size()));
    return new Replay(
        new Replay.Past(taxonomy.current(), sheets, relations.listAll(Viewer.STAFF), latest));
  }
}
