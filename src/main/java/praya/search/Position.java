package praya.search;

import java.util.UUID;

/**
 * Up to where the index has followed the changes.
 *
 * @param installation the database that it followed; a position of another one means nothing
 * @param horizon every change below it is in the index
 */
public record Position(UUID installation, long horizon) {}
