package io.evaldata.datasets.catalog;

/**
 * Under what conditions a dataset may be used.
 *
 * @param licence in one or two sentences, as far as confirmed
 * @param page where the terms are read and, where asked for, accepted; may be empty
 * @param mustAccept whether the publisher demands that they be accepted before the data is handed out
 */
public record Terms(String licence, String page, boolean mustAccept) {}
