package praya.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.directory.AnswerCache.Answer;
import praya.directory.AnswerCache.Edition;
import praya.domain.Audience;
import praya.domain.Taxonomy;

/** What is kept is given to the same audience, in the same edition, within the bound. */
class AnswerCacheTest {
  private final AnswerCache cache = new AnswerCache(300_000);
  private int made;

  private String ask(Audience audience, Edition edition, String request) {
    Answer answer =
        cache.get(
            audience,
            edition,
            request,
            () -> new Answer(("answer " + made++).getBytes(StandardCharsets.UTF_8), new byte[0]));
    return new String(answer.begin(), StandardCharsets.UTF_8);
  }

  private static Edition edition(long index) {
    return new Edition(index, Taxonomy.EMPTY);
  }

  @Test
  void sameRequest_sameEdition_isMadeOnce() {
    assertThat(ask(Audience.PUBLIC, edition(1), "/a?q=x")).isEqualTo("answer 0");
    assertThat(ask(Audience.PUBLIC, edition(1), "/a?q=x")).isEqualTo("answer 0");
    assertThat(ask(Audience.PUBLIC, edition(1), "/a?q=y")).isEqualTo("answer 1");
    assertThat(ask(Audience.PUBLIC, edition(1), "/b?q=x")).isEqualTo("answer 2");
  }

  @Test
  void otherAudience_neverGetsIt() {
    assertThat(ask(Audience.STAFF, edition(1), "/a")).isEqualTo("answer 0");
    assertThat(ask(Audience.MEMBERS, edition(1), "/a")).isEqualTo("answer 1");
    assertThat(ask(Audience.PUBLIC, edition(1), "/a")).isEqualTo("answer 2");
  }

  @Test
  void nextEdition_ofIndexOrTaxonomy_forgetsEverything() {
    ask(Audience.PUBLIC, edition(1), "/a");
    assertThat(ask(Audience.PUBLIC, edition(2), "/a")).isEqualTo("answer 1");
    var other = new Edition(2, new Taxonomy(List.of()));
    assertThat(ask(Audience.PUBLIC, other, "/a")).isEqualTo("answer 2");
    assertThat(ask(Audience.PUBLIC, other, "/a")).isEqualTo("answer 2");
  }

  @Test
  void olderEdition_stillInSomebodysHand_neitherReadsNorWritesTheNewerOne() {
    assertThat(ask(Audience.PUBLIC, edition(2), "/a")).isEqualTo("answer 0");
    assertThat(ask(Audience.PUBLIC, edition(1), "/a")).isEqualTo("answer 1");
    assertThat(ask(Audience.PUBLIC, edition(1), "/b")).isEqualTo("answer 2");
    assertThat(ask(Audience.PUBLIC, edition(2), "/a")).isEqualTo("answer 0");
    assertThat(ask(Audience.PUBLIC, edition(2), "/b")).isEqualTo("answer 3");
  }

  @Test
  void memory_isBounded_andWhatIsAskedOftenStays() {
    for (int i = 0; i < 20_000; i++) {
      ask(Audience.PUBLIC, edition(1), "/once?q=" + i);
      ask(Audience.PUBLIC, edition(1), "/often");
    }
    assertThat(cache.bytes(Audience.PUBLIC)).isBetween(1L, 100_000L);
    int before = made;
    ask(Audience.PUBLIC, edition(1), "/often");
    assertThat(made).isEqualTo(before);
  }

  @Test
  void answerLargerThanTheBound_isNotKept() {
    var large = new Answer(new byte[200_000], new byte[0]);
    cache.get(Audience.PUBLIC, edition(1), "/large", () -> large);
    assertThat(cache.bytes(Audience.PUBLIC)).isZero();
  }

  @Test
  void failure_isNotKept() {
    try {
      cache.get(
          Audience.PUBLIC,
          edition(1),
          "/a",
          () -> {
            throw new IllegalStateException("no answer");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("no answer");
    }
    assertThat(ask(Audience.PUBLIC, edition(1), "/a")).isEqualTo("answer 0");
  }
}
