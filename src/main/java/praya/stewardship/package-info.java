/**
 * Stewardship: who looks after an organisation's record, and how it stays true. Claims make members
 * ({@link ClaimService}); members change what is theirs to change ({@link EditPages}, {@link
 * ExchangeEditPages}) and propose the rest; staff decide claims, proposals, merges and delistings
 * ({@link DeskPages}). What a record was is in {@code history}; who may do what in {@code
 * domain.Permission}; which field is whose in {@code organisation.FieldRule}.
 */
@NullMarked
package praya.stewardship;

import org.jspecify.annotations.NullMarked;
