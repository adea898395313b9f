package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.search.SearchQuery.Sort;

/** What people type and what they should find first, on the real and the fictional seed data. */
class SearchRelevanceTest {
  @TempDir static Path folder;
  private static TestIndex seed;

  @BeforeAll
  static void fill() {
    seed = TestIndex.of(folder, SeedData.taxonomy(), SeedData.all());
  }

  @AfterAll
  static void close() {
    seed.close();
  }

  /** Query, then the slugs that must come first in this order. */
  private static final String FIRST =
      """
      hsbc                        | hsbc
      HSBC                        | hsbc
      ＨＳＢＣ                    | hsbc
      滙豐                        | hsbc
      汇丰银行                    | hsbc
      匯豐                        | hsbc
      hong kong university        | hku
      the university of hong kong | hku
      hongkong university         | hku
      香港大學                    | hku
      香港大学                    | hku
      港大                        | hku
      chinese university          | cuhk
      中文大學                    | cuhk
      科大                        | hkust
      hkust                       | hkust
      polyu                       | polyu
      sleekflow                   | sleekflow
      sleek flow                  | sleekflow
      SleekFlow Limited           | sleekflow
      travis group limited        | sleekflow
      gogoxx                      | gogox
      goggox                      | gogox
      senstime                    | sensetime
      sensteime                   | sensetime
      商湯                        | sensetime
      商汤科技                    | sensetime
      數碼港                      | cyberport
      数码港                      | cyberport
      cyberport                   | cyberport
      cyberprot                   | cyberport
      金管局                      | hkma
      monetary authority          | hkma
      societe generale            | societe-generale
      société générale            | societe-generale
      standard charterd           | standard-chartered-hk
      alibaba cloud               | alibaba-cloud
      阿里云                      | alibaba-cloud
      rocketbots                  | rocketbots
      rocket bots                 | rocketbots
      pet a hood                  | pet-a-hood
      petahood                    | pet-a-hood
      t&t dev                     | t-and-t-dev
      clare.ai                    | clare-ai
      clareai                     | clare-ai
      cluster tech                | clustertech
      wine chatbot                | sommtech
      cantonese call centre       | fano-labs
      粵語 電話客服               | fano-labs
      breast cancer               | abida-medical
      乳癌                        | abida-medical
      乳腺癌 mamosound            | abida-medical
      online dispute resolution   | ebram
      數碼崗                      | cyberport
      商湯科計                    | sensetime
      香港科枝大學                | hkust
      中文太學                    | cuhk
      匯豊銀行                    | hsbc
      shang1 tang1                | sensetime
      soeng tong                  | sensetime
      fraud detction              | oneconnect
      """;

  @Test
  void names_typedAsPeopleDo_comeFirst() {
    for (String line : FIRST.lines().toList()) {
      String[] parts = line.split("\\|");
      List<String> wanted = List.of(parts[1].strip().split(" +"));
      assertThat(seed.slugs(parts[0].strip()))
          .as(parts[0].strip())
          .startsWith(wanted.toArray(String[]::new));
    }
  }

  @Test
  void capability_askedInAnyLanguage_findsTheSameOrganisations() {
    List<String> english = seed.slugs("retrieval-augmented generation");
    assertThat(english).hasSize(5);
    for (String query : List.of("rag", "RAG", "檢索增強生成", "检索增强生成", "知識庫問答")) {
      assertThat(seed.slugs(query)).as(query).containsExactlyInAnyOrderElementsOf(english);
    }
  }

  @Test
  void everyCapability_byEveryLabel_findsAllThatHaveIt() {
    for (var term : SeedData.taxonomy().list(praya.domain.Vocabulary.CAPABILITIES)) {
      var filters = SearchQuery.Filters.NONE.plus(Facet.CAPABILITY, term.code());
      long having = seed.index.search(SearchQuery.of("").with(filters)).total();
      for (String label :
          List.of(term.label().en(), term.label().zhHant(), term.label().zhHans())) {
        SearchResult found = seed.index.search(SearchQuery.of(label).with(filters));
        assertThat(found.total()).as(term.code() + " by " + label).isEqualTo(having);
      }
    }
  }

  @Test
  void simplifiedAndTraditional_findTheSame() {
    for (String pair : List.of("聊天機械人/聊天机械人", "電腦視覺/电脑视觉", "區塊鏈/区块链", "醫療/医疗")) {
      String[] both = pair.split("/");
      assertThat(seed.slugs(both[0])).as(pair).isNotEmpty().isEqualTo(seed.slugs(both[1]));
    }
  }

  @Test
  void phrases_ofAnotherPlace_findTheSameAndAreMarkedAsWritten() {
    for (String pair : List.of("軟體/软件", "資料分析/数据分析", "人工智慧/人工智能", "網路安全/网络安全", "機械人/机器人")) {
      String[] both = pair.split("/");
      assertThat(seed.search(both[0]).total())
          .as(pair)
          .isPositive()
          .isEqualTo(seed.search(both[1]).total());
    }
    assertThat(seed.search("軟體").hits().get(0).found().toString()).contains("<mark>軟件</mark>");
  }

  @Test
  void spellings_withAndWithoutHyphenOrSpace_findTheSame() {
    List<String> one = seed.slugs("fintech");
    assertThat(one).hasSizeGreaterThan(50);
    for (String other : List.of("fin-tech", "fin tech", "FinTech", "ＦｉｎＴｅｃｈ")) {
      assertThat(seed.slugs(other)).as(other).containsExactlyInAnyOrderElementsOf(one);
    }
  }

  @Test
  void wordEndings_doNotMatter() {
    assertThat(seed.slugs("chatbots")).isEqualTo(seed.slugs("chatbot"));
    assertThat(seed.slugs("insuring")).containsAll(seed.slugs("insurer"));
    assertThat(seed.slugs("hospital")).doesNotContain("stayk", "lunar-rover").isNotEmpty();
    assertThat(seed.slugs("parking").get(0)).isEqualTo("urbanchain-group");
  }

  @Test
  void words_allThere_orElseSaidToBeRelaxed() {
    SearchResult all = seed.search("blockchain logistics");
    SearchResult some = seed.search("blockchain logistics for emperor penguins");
    assertThat(some.wording().relaxed()).isTrue();
    assertThat(TestIndex.slugs(some)).containsAll(TestIndex.slugs(all));
  }

  @Test
  void words_thatFewHave_areFollowedByWhatHasTheTellingOnes() {
    SearchResult found = seed.search("esg disclosure");
    assertThat(found.wording().whole()).isEqualTo(1);
    assertThat(found.wording().relaxed()).isTrue();
    assertThat(found.total()).isBetween(5L, 40L);
    assertThat(TestIndex.slugs(found)).startsWith("seneca-esg", "green-tramline-esg");
    SearchResult named = seed.index.search(SearchQuery.of("esg disclosure").with(Sort.NAME));
    assertThat(named.total()).isEqualTo(1);
    assertThat(named.wording().relaxed()).isFalse();
  }

  @Test
  void words_thatFewHave_countTheSameUnderEveryFilter() {
    SearchResult found = seed.search("contract review");
    assertThat(found.total()).isGreaterThan(found.wording().whole());
    for (var counts : found.facets().entrySet()) {
      for (var value : counts.getValue()) {
        var chosen = SearchQuery.Filters.NONE.plus(counts.getKey(), value.code());
        assertThat(seed.index.search(SearchQuery.of("contract review").with(chosen)).total())
            .as(value.code())
            .isEqualTo(value.count());
      }
    }
  }

  @Test
  void nameOfSomebody_isNotFollowedByOthers() {
    for (String name : List.of("SleekFlow Limited", "hong kong university of science", "科大")) {
      assertThat(seed.search(name).wording().relaxed()).as(name).isFalse();
    }
  }

  @Test
  void relaxedQuery_putsWhatIsDoneBeforeWhere() {
    assertThat(seed.slugs("fraud detection company in hong kong").subList(0, 4))
        .contains("oneconnect", "mirror-crab-labs");
  }

  @Test
  void smallWordsAlone_areSearchedAsTheyAre() {
    assertThat(seed.slugs("the")).contains("hsbc");
    assertThat(seed.search("limited").total()).isGreaterThan(200);
    assertThat(seed.slugs("有限公司")).contains("wanglu-wenduji");
  }

  @Test
  void legalForm_doesNotOutweighTheName() {
    assertThat(seed.slugs("bowtie limited")).startsWith("bowtie");
    assertThat(seed.slugs("商湯科技有限公司")).startsWith("sensetime");
  }

  @Test
  void textWithoutAWord_findsEverythingByName() {
    for (String text : List.of("", "  ", "!!!", "。。。", "🙂", "-")) {
      SearchResult all = seed.search(text);
      assertThat(all.total()).as(text).isEqualTo(455);
      assertThat(all.hits().get(0).slug()).as(text).isEqualTo("a-i-phoenix-technology");
    }
  }

  @Test
  void wrongCharacter_inThree_isMendedAndSaid() {
    assertThat(seed.search("數碼崗").alsoSearched()).contains("数码港");
    assertThat(seed.search("商湯科計").wording().relaxed()).isFalse();
    assertThat(seed.search("數碼港").alsoSearched()).isEmpty();
    assertThat(seed.search("龘龘龘").total()).isZero();
  }

  @Test
  void wordsOfOneName_areNoSentence() {
    assertThat(seed.search("hong kong university of science").wording().relaxed()).isFalse();
    assertThat(seed.slugs("hong kong university of science")).contains("hkust");
  }

  @Test
  void correctedSpelling_isSaid() {
    assertThat(seed.search("senstime").alsoSearched()).containsExactly("sensetime");
    assertThat(seed.search("sensetime").alsoSearched()).isEmpty();
  }

  @Test
  void synonyms_areSaid() {
    assertThat(seed.search("chatbot").alsoSearched())
        .contains("Conversational AI and chatbots", "聊天機械人")
        .doesNotContain("chatbot");
  }
}
