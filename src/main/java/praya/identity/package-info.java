/**
 * Who is signed in. Here for now are the models of its pages, {@link praya.identity.SignInPage} and
 * {@link praya.identity.StaffPage}.
 */
@NullMarked
package praya.identity;

import org.jspecify.annotations.NullMarked;
