package praya.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.domain.Taxonomy;
import praya.domain.Term;

/** A file of vocabularies, read without a database. */
public final class TaxonomyFile {
  private TaxonomyFile() {}

  /**
   * Reads the vocabularies.
   *
   * @throws Problem.InvalidInput with every fault of the file
   */
  public static Taxonomy read(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Problem.InvalidInput(
          "file", file.toString(), "It cannot be read. Maybe the name is misspelt.");
    }
    List<Fault> faults = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (SeedFile.Line line : new SeedFile(file, Kind.TAXONOMY).read(faults)) {
      terms.addAll(TaxonomyForm.parse(line, faults));
    }
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
    return new Taxonomy(terms);
  }
}
