package io.evaldata.datasets.download;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a published address is really asked for: {@code scheme://host/path?query} at {@code <mirror>/host/path?query}.
 *
 * <p>The host keeps an explicit port ({@code host:8080}), so that two servers on one machine stay apart.
 */
public final class MirrorRule {
    private final Function<String, Optional<URI>> mirrorOf;

    private MirrorRule(Function<String, Optional<URI>> mirrorOf) {
        this.mirrorOf = mirrorOf;
    }

    /** Every address is asked for where it was published. */
    public static MirrorRule none() {
        return new MirrorRule(id -> Optional.empty());
    }

    /** Every address is asked for below the base. */
    public static MirrorRule everythingAt(URI base) {
        return new MirrorRule(id -> Optional.of(base));
    }

    /**
     * A base per server id: {@code huggingface}, {@code cityscapes}, or the host of the address.
     *
     * @param mirrorOf gives the base for an id, or nothing when that server is asked directly
     */
    public static MirrorRule perServer(Function<String, Optional<URI>> mirrorOf) {
        return new MirrorRule(mirrorOf);
    }

    /** The address to ask for; the given one when no mirror stands in for its server. */
    public URI apply(String serverId, URI published) {
        return mirrorOf.apply(serverId).map(base -> below(base, published)).orElse(published);
    }

    private static URI below(URI base, URI published) {
        StringBuilder address = new StringBuilder(base.toString());
        if (address.charAt(address.length() - 1) != '/') {
            address.append('/');
        }
        address.append(published.getRawAuthority()).append(published.getRawPath());
        if (published.getRawQuery() != null) {
            address.append('?').append(published.getRawQuery());
        }
        return URI.create(address.toString());
    }
}
