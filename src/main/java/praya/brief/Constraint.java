package praya.brief;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A condition that the texts of a vendor can mention, with the words by which they do. What no text
 * mentions is not stated; nothing is concluded from silence.
 */
public enum Constraint {
  ON_PREMISES(
      "on-premises",
      "on-premises|on-premise|on premises|own server room|own data centre|no outbound connection"
          + "|本地部署|私有部署|自家機房|客戶機房|自己的機房|内网部署"),
  CLOUD("cloud", "cloud service|cloud-hosted|hosted|saas|雲端|雲服務"),
  HONG_KONG("hong-kong", "hong kong|香港"),
  CANTONESE("cantonese", "cantonese|粵語|廣東話"),
  MANDARIN("mandarin", "mandarin|putonghua|普通話|國語"),
  ENGLISH("english", "english|英文|英語"),
  ISO_27001("iso-27001", "iso 27001|iso/iec 27001|iso27001"),
  ISO_42001("iso-42001", "iso 42001|iso/iec 42001|iso42001"),
  SOC_2("soc-2", "soc 2|soc2");

  private final String code;
  private final String words;

  Constraint(String code, String words) {
    this.code = code;
    this.words = words;
  }

  public String code() {
    return code;
  }

  /** The words that mention it, as they are written. */
  List<String> words() {
    return Arrays.asList(words.split("\\|", -1));
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(Constraint::code).toList();
  }

  public static Optional<Constraint> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
