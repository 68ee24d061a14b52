/** What people look at: plans, lists, data cards and reports, as text, JSON and pages. */
package io.evaldata.datasets.report;
