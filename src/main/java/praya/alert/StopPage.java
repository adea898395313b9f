package praya.alert;

/**
 * The page of the link that ends letters.
 *
 * @param path where its button posts
 * @param stopped whether they were ended just now
 */
public record StopPage(String path, boolean stopped) {}
