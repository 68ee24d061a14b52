package io.evaldata.datasets.configure;

import java.nio.file.Path;

/**
 * A config that is none of wiring's business.
 *
 * @param file the config
 * @param because why, in words that follow "left alone:"
 */
public record LeftAlone(Path file, String because) {}
