/** What tests share: records of the seed data, models of all pages, and a place to look at them. */
package praya.testkit;
