package praya.search.text;

import java.util.Set;

/**
 * Words that sentences are made of. A short query that has one means it; in a long question they
 * are what every other sentence has too, and texts with many of them are no answers.
 */
public final class Fillers {
  private static final Set<String> WORDS =
      Set.of(
          ("about above after again against all also am any anyone anything because been before"
                  + " being below between both but can cannot could did do does doing done down"
                  + " during each either else ever every few find further get give given had has"
                  + " have having he help her here hers him his how however if its itself just know"
                  + " like look looking made make makes making many may me might more most much"
                  + " must my need needed needs neither no nor not now off once one only other"
                  + " others out over own per please rather same shall she should show since so"
                  + " some someone something such tell than them then there these they this those"
                  + " through thus too under until up upon use used using various very via want was"
                  + " well were what when where whether while whom whose why will within without"
                  + " would yet you your yours"
                  + " 如何 怎么 怎样 什么 哪些 哪个 为何 是否 可以 能够 可能 应该 需要 想要 寻找 帮助 关于 以及 或者 因为 所以 这个 那个"
                  + " 这些 那些 它们 他们 自己 已经 其他 其它 其中 通过 进行 提供 使用 用于 对于 由于 并且 而且 但是 如果")
              .split(" "));

  private Fillers() {}

  /** Whether a Latin word or a pair of Han characters is one of them, or light anyway. */
  public static boolean isFiller(String folded) {
    return WORDS.contains(folded) || LightWords.isLight(folded);
  }
}
