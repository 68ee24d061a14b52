/** The goals: Maven's configuration turned into a request, the outcome turned into Maven's terms. Nothing else knows Maven. */
package io.evaldata.datasets.mojo;
