/**
 * The numbers by which partners are scored, as data: {@link praya.weighting.WeightsService} keeps
 * their versions, {@link praya.weighting.WeightsTrial} shows what other numbers would change before
 * anybody saves them, {@link praya.weighting.WeightsPages} and {@link
 * praya.weighting.WeightsRoutes} are where staff and programs meet them. What the numbers mean
 * stands in {@link praya.scoring.Weights}.
 */
@NullMarked
package praya.weighting;

import org.jspecify.annotations.NullMarked;
