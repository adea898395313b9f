/**
 * Introductions that were made, and what came of them: {@link
 * praya.introduction.IntroductionService} takes them from imports and gives them to whoever learns
 * from them. They are for staff; nobody else is told who was introduced to whom.
 */
@NullMarked
package praya.introduction;

import org.jspecify.annotations.NullMarked;
