package io.evaldata.datasets.io;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * An address as it may be shown, kept in a receipt and committed in a lock file: whole, but for the values of query
 * parameters that by their names are tokens, keys or signatures, as those of signed addresses are.
 */
public final class PublicAddress {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([?&;][^=&;#]*(?:token|sig|secret|key|pass|pwd|auth|credential|policy|session)[^=&;#]*=)[^&;#]*");

    private PublicAddress() {}

    /** The address with {@code ***} in place of every secret. */
    public static String of(URI address) {
        return address.getRawQuery() == null
                ? address.toString()
                : SECRET.matcher(address.toString()).replaceAll("$1***");
    }
}
