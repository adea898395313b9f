package praya.scoring;

import praya.domain.LocalText;

/** Why a candidate is not on the list. The first that holds counts, in this order. */
public enum Exclusion {
  /** It is the organisation that asks. */
  SAME("same", "It is the organisation itself.", "即查詢的機構本身。", "即查询的机构本身。"),
  /** One of the two is real and the other fictional; these never mix. */
  FICTIONAL_APART(
      "fictional-apart", "One is real and the other is fictional.", "一方真實，另一方屬虛構。", "一方真实，另一方属虚构。"),
  /** The directory knows a relation between the two, so neither needs to be introduced. */
  ALREADY_RELATED(
      "already-related", "The two already have a known relation.", "雙方已有已知的關係。", "双方已有已知的关系。"),
  /** The score is 0: nothing known says that both sides would gain. */
  NOTHING_FITS(
      "nothing-fits",
      "Nothing that is known says that both sides would gain.",
      "現有資料未能顯示雙方均可得益。",
      "现有资料未能显示双方均可得益。");

  private final String code;
  private final String en;
  private final String zhHant;
  private final String zhHans;

  Exclusion(String code, String en, String zhHant, String zhHans) {
    this.code = code;
    this.en = en;
    this.zhHant = zhHant;
    this.zhHans = zhHans;
  }

  public String code() {
    return code;
  }

  public LocalText label() {
    return new LocalText(en, zhHant, zhHans);
  }
}
