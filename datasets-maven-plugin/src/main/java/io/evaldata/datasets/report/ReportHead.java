package io.evaldata.datasets.report;

/**
 * What a report says about itself.
 *
 * @param generated when it was made, in UTC
 * @param root the folder whose datasets it shows
 * @param deep whether every file was read for the verdicts
 */
record ReportHead(String generated, String root, boolean deep) {}
