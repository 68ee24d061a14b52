/** Real Maven builds that use the plugin of this very build, the way its users do. */
package io.evaldata.datasets.it;
