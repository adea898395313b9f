package praya.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.domain.MailAddress;
import praya.http.PublicUrl;
import praya.http.Renderer;
import praya.http.Texts;

/** What letters say, and what nobody can make them say. */
class LetterTest {
  private static final MailAddress TO = MailAddress.of("to", "chan@harbour.example");
  private static final PublicUrl SITE = new PublicUrl("https://praya.example");

  private final Texts texts = Texts.load();
  private final Renderer renderer = new Renderer();
  private final LetterWriter writer = new LetterWriter(() -> texts, () -> renderer, () -> SITE);

  @Test
  void letter_ofEveryTemplateAndLanguage_saysAllOfItsParts() {
    for (MailTemplate template : MailTemplate.values()) {
      for (Language language : Language.values()) {
        List<String> arguments = Collections.nCopies(template.arguments().size(), "Arg\u00fcment");
        LetterText text =
            writer.write(new Letter("k", TO, language, template, arguments, "/there?a=b&c=d"));
        String what = template + " " + language.tag();
        assertThat(text.subject()).as(what).isNotBlank().doesNotContain("{", "}");
        assertThat(text.text())
            .as(what)
            .contains("https://praya.example/there?a=b&c=d")
            .contains(String.join("", arguments.stream().limit(1).toList()))
            .doesNotContain("{", "}");
        assertThat(text.html())
            .as(what)
            .contains("https://praya.example/there?a=b&amp;c=d")
            .contains(String.join("", arguments.stream().limit(1).toList()))
            .contains("<html lang=\"" + language.tag() + "\">")
            .doesNotContain("{0}", "{1}");
        assertThat(LetterText.of(text.json())).isEqualTo(text);
      }
    }
  }

  @Test
  void letter_withoutLink_hasNone() {
    LetterText text =
        writer.write(
            new Letter("k", TO, Language.EN, MailTemplate.DELISTED, List.of("Harbour"), null));
    assertThat(text.link()).isNull();
    assertThat(text.html()).doesNotContain("<a ");
  }

  @Test
  void arguments_hostile_stayText() {
    String hostile = "</title><script>alert(1)</script>\"'><img src=//evil.example/x>{0}${7*7}";
    LetterText text = writer.write(refused(hostile, hostile));
    assertThat(text.html())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7}")
        .doesNotContain("<script", "<img", "</title><");
    assertThat(text.subject()).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void headers_cannotBeAddedToByArguments() throws Exception {
    try (var kit = new MailKit()) {
      String hostile =
          "A\r\nBcc: evil@example.com\r\n\r\n.\r\nMAIL FROM:<x@y.example>\u2028\u0000\u202E";
      kit.mail.put(refused(hostile, hostile));
      kit.send();
      assertThat(kit.arrived()).hasSize(1);
      MimeMessage message = kit.arrived()[0];
      assertThat(message.getHeader("Bcc")).isNull();
      assertThat(message.getSubject()).startsWith("Your claim for A Bcc: evil@example.com . MAIL");
      assertThat(message.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly(TO.text());
    }
  }

  @Test
  void subject_withALineBreak_isRefused() {
    assertThatThrownBy(() -> new LetterText("a\nBcc: b@c.example", "", "", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void path_thatLeadsElsewhere_isRefused() {
    for (String path :
        List.of(
            "",
            "x",
            "//evil.example/",
            "https://evil.example",
            "/a b",
            "/a\nb",
            "/\"><b>",
            "/\\evil")) {
      assertThatThrownBy(
              () -> new Letter("k", TO, Language.EN, MailTemplate.DELISTED, List.of("H"), path))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void key_thatCouldNameAPerson_isRefused() {
    for (String key : List.of("", "chan@harbour.example", "A", "a b", "x".repeat(201))) {
      assertThatThrownBy(
              () -> new Letter(key, TO, Language.EN, MailTemplate.DELISTED, List.of("H"), null))
          .as(key)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void arguments_tooManyOrTooFew_areRefused() {
    for (List<String> arguments : List.of(List.<String>of(), List.of("a", "b"))) {
      assertThatThrownBy(
              () -> new Letter("k", TO, Language.EN, MailTemplate.DELISTED, arguments, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("organisation");
    }
  }

  @Test
  void letters_tellNothingToALog() {
    Letter letter = refused("Harbour", "reason");
    assertThat(letter.toString() + writer.write(letter))
        .doesNotContain("chan", "Harbour", "reason", "/claims");
  }

  @Test
  void backoff_doublesUpToTheLongest() {
    var backoff = Backoff.USUAL;
    assertThat(backoff.after(1)).isEqualTo(backoff.first());
    assertThat(backoff.after(2)).isEqualTo(backoff.first().multipliedBy(2));
    assertThat(backoff.after(8)).isEqualTo(backoff.longest());
    assertThat(backoff.after(1000)).isEqualTo(backoff.longest());
  }

  private static Letter refused(String organisation, String reason) {
    return new Letter(
        "k",
        TO,
        Language.EN,
        MailTemplate.CLAIM_REFUSED,
        List.of(organisation, reason),
        "/claims/1");
  }
}
