/**
 * A brief: the problem of an enterprise, and the vendors for it. {@link praya.brief.BriefQuery}
 * reads one, {@link praya.brief.Understanding} finds the terms of the taxonomy in its words, {@link
 * praya.brief.VendorRanking} gives points for stated facts, {@link praya.brief.BriefService} brings
 * the directory to it. A brief lives in its address and is stored nowhere.
 */
@NullMarked
package praya.brief;

import org.jspecify.annotations.NullMarked;
