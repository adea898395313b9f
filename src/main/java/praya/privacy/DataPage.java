package praya.privacy;

/**
 * One's own data: to take away, and to erase.
 *
 * @param unconfirmed whether erasing was asked for without the tick that confirms it
 */
public record DataPage(boolean unconfirmed) {}
