package praya;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The import rules of the project. Plain tests on purpose: some versions of Surefire skip fields
 * with rules in silence.
 */
class ArchitectureTest {
  private static final String ROOT = "praya";

  /** Written by the build: templates, and tables and records of the database. */
  private static final String[] GENERATED = {ROOT + ".jte..", ROOT + ".store.db.."};

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses CODE = ALL.that(not(resideInAnyPackage(GENERATED)));

  /** What carries its own visibility. */
  private static final Set<String> SHOWN =
      Set.of(
          "praya.domain.Entry",
          "praya.domain.Relation$Content",
          "praya.domain.Allocation$Content",
          "praya.domain.Exchange$Content");

  private static final Set<String> PLUMBING = Set.of("domain", "json", "store", "http");

  /** Package -> the project packages it may import. Anything not listed is forbidden. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("domain", Set.of()),
          entry("json", Set.of("domain")),
          entry("postgres", Set.of()),
          entry("store", Set.of("domain", "postgres")),
          entry("search", Set.of("domain")),
          entry("graph", Set.of("domain")),
          entry("network", Set.of()),
          entry("csv", Set.of("domain")),
          entry("limit", Set.of()),
          entry("http", Set.of("domain", "json", "store", "limit")),
          entry("taxonomy", PLUMBING),
          entry("organisation", and(PLUMBING, "taxonomy")),
          entry("exchange", and(PLUMBING, "taxonomy", "organisation")),
          entry("compute", and(PLUMBING, "taxonomy", "organisation")),
          entry(
              "directory",
              and(PLUMBING, "taxonomy", "organisation", "exchange", "compute", "search", "csv")),
          entry("introduction", and(PLUMBING, "organisation")),
          entry("call", and(PLUMBING, "taxonomy", "organisation", "team")),
          entry(
              "team",
              and(
                  PLUMBING,
                  "taxonomy",
                  "organisation",
                  "exchange",
                  "search",
                  "graph",
                  "network",
                  "scoring",
                  "consortium")),
          entry("scoring", Set.of("domain", "graph")),
          entry(
              "match",
              and(
                  PLUMBING,
                  "taxonomy",
                  "organisation",
                  "exchange",
                  "search",
                  "graph",
                  "network",
                  "scoring")),
          entry(
              "map", and(PLUMBING, "taxonomy", "organisation", "graph", "network", "match", "csv")),
          entry(
              "weighting",
              and(
                  PLUMBING,
                  "taxonomy",
                  "organisation",
                  "exchange",
                  "introduction",
                  "match",
                  "scoring",
                  "evaluation")),
          entry(
              "brief",
              and(PLUMBING, "taxonomy", "organisation", "exchange", "search", "scoring", "team")),
          entry(
              "projection",
              and(PLUMBING, "taxonomy", "organisation", "exchange", "compute", "search", "graph")),
          entry("jobs", Set.of("store")),
          entry("mail", and(PLUMBING, "jobs", "privacy")),
          entry("privacy", PLUMBING),
          entry("identity", and(PLUMBING, "privacy")),
          entry("history", and(PLUMBING, "taxonomy", "organisation", "exchange")),
          entry(
              "stewardship",
              and(
                  PLUMBING,
                  "taxonomy",
                  "organisation",
                  "exchange",
                  "compute",
                  "introduction",
                  "call",
                  "history",
                  "identity",
                  "mail",
                  "privacy")),
          entry(
              "alert",
              and(PLUMBING, "organisation", "exchange", "search", "identity", "mail", "privacy")),
          entry("demand", and(PLUMBING, "taxonomy", "search", "privacy", "csv")),
          entry(
              "curation",
              and(PLUMBING, "taxonomy", "organisation", "exchange", "search", "projection")),
          entry("round", Set.of("domain", "json")),
          entry(
              "meeting",
              and(
                  PLUMBING,
                  "taxonomy",
                  "organisation",
                  "exchange",
                  "introduction",
                  "match",
                  "scoring",
                  "graph",
                  "round",
                  "csv")),
          entry("consortium", Set.of("domain")),
          entry(
              "evaluation",
              Set.of("domain", "json", "search", "csv", "graph", "network", "scoring")),
          entry(
              "seed",
              and(
                  PLUMBING,
                  "taxonomy",
                  "organisation",
                  "exchange",
                  "compute",
                  "introduction",
                  "call",
                  "site")),
          entry(
              "site",
              and(
                  PLUMBING,
                  "taxonomy",
                  "organisation",
                  "exchange",
                  "compute",
                  "directory",
                  "match",
                  "scoring")));

  @Test
  void packages_importOnlyWhatTheTableAllows() {
    MAY_IMPORT.forEach((own, allowed) -> {
      // The root holds App, Main and Config, which know everybody and whom nobody knows.
      List<String> forbidden = new ArrayList<>(List.of(ROOT, ROOT + ".jte.."));
      MAY_IMPORT.keySet().stream()
          .filter(other -> !other.equals(own) && !allowed.contains(other))
          .forEach(other -> forbidden.add(ROOT + "." + other + ".."));
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + own + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden.toArray(String[]::new))
          .allowEmptyShould(true)
          .check(CODE);
    });
  }

  @Test
  void packages_areAllInTheTable() {
    Set<String> found = new TreeSet<>();
    CODE.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(ROOT + "."))
        .forEach(name -> found.add(name.split("\\.")[1]));
    assertThat(MAY_IMPORT.keySet()).containsAll(found);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void libraries_haveOneHome() {
    home("org.apache.lucene..", "praya.search..", "");
    home("org.jgrapht..", "praya.graph..", "");
    home("org.jooq..", "praya.store..", ".*Store(\\$.*)?|praya\\.postgres\\.Codegen(\\$.*)?");
    home(
        "io.javalin..",
        "praya.http..",
        ".*(Routes|Pages|Query|Authentication)(\\$.*)?|praya\\.App(\\$.*)?");
    home("gg.jte..", "praya.http..", "");
    home("io.github.bucket4j..", "praya.limit..", "");
    home("com.github.benmanes.caffeine..", "praya.directory..", "");
    home("org.flywaydb..", "praya.postgres..", "");
    home("org.apache.commons.csv..", "praya.csv..", "");
    home("org.apache.commons.compress..", "praya.postgres..", "");
    home("com.nimbusds..", "praya.identity.oidc..", "");
    home("com.yubico..", "praya.identity.passkey..", "");
    home("com.github.kagkarlsson..", "praya.jobs..", "");
    home("jakarta.mail..", "praya.mail..", "");
    home("org.eclipse.angus..", "praya.mail..", "");
    home("javax.crypto..", "praya.store..", "");
    home("javax.sql..", "praya.store..", "praya\\.(jobs\\.Jobs|limit\\.\\w+)(\\$.*)?");
    home("com.github.difflib..", "praya.history..", "");
    home("com.google.common.net..", "praya.stewardship..", "");
    home("org.dhatim..", "praya.brief..", "");
    home("picocli..", ROOT, "");
  }

  @Test
  void database_isReadByStoresOnly() {
    noClasses()
        .that(not(nameMatching("praya\\.store\\..*|.*Store(\\$.*)?")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".store.db..")
        .check(CODE);
  }

  @Test
  void routes_doNotTouchStores() {
    noClasses()
        .that()
        .haveNameMatching(".*(Routes|Pages)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("praya\\..*Store")
        .allowEmptyShould(true)
        .check(CODE);
  }

  /** What reads whatever its visibility is named so, and answers nobody. */
  @Test
  void whole_isReadForViewsOnly() {
    List<String> calls =
        CODE.stream()
            .filter(type -> !type.getPackageName().matches("praya(\\.projection)?"))
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getName().equals("whole"))
            .filter(call -> call.getTargetOwner().getName().endsWith("Service"))
            .map(Object::toString)
            .toList();
    assertThat(calls).isEmpty();
  }

  /** The short constructors make a record public, which nobody should do by leaving a word out. */
  @Test
  void visibility_isAlwaysSaid() {
    List<String> forgotten =
        CODE.stream()
            .flatMap(type -> type.getConstructorCallsFromSelf().stream())
            .filter(call ->
                SHOWN.contains(call.getTargetOwner().getName())
                    && !call.getOriginOwner().equals(call.getTargetOwner())
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getSimpleName().equals("Visibility")))
            .map(Object::toString)
            .toList();
    assertThat(forgotten).isEmpty();
  }

  @Test
  void stores_arePackagePrivate() {
    classes()
        .that()
        .haveNameMatching("praya\\..*Store")
        .should()
        .notBePublic()
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void names_areNotVague() {
    noClasses()
        .should()
        .haveNameMatching(
            ".*(Utils?|Helper|Manager|Impl|Dto|Base|Info|Data|Common|Processor)(\\$.*)?")
        .check(CODE);
  }

  @Test
  void engines_useNoRandomness() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".domain..",
            ROOT + ".search..",
            ROOT + ".graph..",
            ROOT + ".scoring..",
            ROOT + ".round..",
            ROOT + ".consortium..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CODE);
  }

  @Test
  void time_comesFromTheClockThatIsPassedIn() {
    List<String> calls =
        CODE.stream()
            .filter(type -> !type.getPackageName().equals(ROOT))
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().getPackageName().equals("java.time"))
            .filter(call ->
                call.getName().startsWith("system")
                    || call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty())
            .map(Object::toString)
            .toList();
    assertThat(calls).isEmpty();
  }

  @Test
  void output_isWrittenByTheCommandLineOnly() {
    noClasses()
        .that(not(nameMatching("praya\\.(\\w+|postgres\\.Codegen)(\\$.*)?")))
        .should(ACCESS_STANDARD_STREAMS)
        .check(CODE);
  }

  /** More arguments than these mean that a record is missing. */
  @Test
  void parameters_areFew() {
    List<String> tooLong =
        CODE.stream()
            .filter(type -> !type.isEnum())
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(unit -> unit.getRawParameterTypes().size() > (unit.isConstructor() ? 7 : 4))
            .map(JavaCodeUnit::getFullName)
            .toList();
    assertThat(tooLong).isEmpty();
  }

  /** Only the home package and the classes of these names may know the library. */
  private static void home(String library, String homePackage, String alsoClassesNamed) {
    noClasses()
        .that(not(resideInAnyPackage(homePackage)).and(not(nameMatching(alsoClassesNamed))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CODE);
  }

  private static Set<String> and(Set<String> some, String... more) {
    return Set.of(Stream.concat(some.stream(), Stream.of(more)).toArray(String[]::new));
  }
}
