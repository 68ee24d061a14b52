package io.evaldata.datasets.download;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a published address is really asked for: {@code scheme://host/path?query} at {@code <mirror>/host/path?query}.
 *
 * <p>The host keeps an explicit port ({@code host:8080}), so that two servers on one machine stay apart.
 */
public final class MirrorRule {
    /** Hosts that have an id of their own in settings.xml, whether a file of theirs is gated or not. */
    private static final Map<String, String> IDS = Map.of(
            "huggingface.co", "huggingface",
            "www.cityscapes-dataset.com", "cityscapes",
            "cityscapes-dataset.com", "cityscapes");

    /** A host that nobody names: what has a mirror under this id is mirrored by {@code *}. */
    private static final String ANY_HOST = "any.invalid";

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
     * A base per server id: {@code huggingface}, {@code cityscapes}, or the host of the address. The two with an id may be
     * named by their host as well.
     *
     * @param mirrorOf gives the base for an id, or nothing when that server is asked directly
     */
    public static MirrorRule perServer(Function<String, Optional<URI>> mirrorOf) {
        return new MirrorRule(mirrorOf);
    }

    /** The address to ask for; the given one when no mirror stands in for its server. */
    public URI apply(String serverId, URI published) {
        String host = published.getHost() == null ? "" : published.getHost();
        String id = IDS.getOrDefault(host, serverId);
        return mirrorOf.apply(id)
                .or(() -> host.isEmpty() || host.equals(id) ? Optional.empty() : namedByHost(host))
                .map(base -> below(base, published))
                .orElse(published);
    }

    /** The base for a host that is named itself: {@code *,!huggingface} makes an exception of it by its id. */
    private Optional<URI> namedByHost(String host) {
        return mirrorOf.apply(host)
                .filter(base -> mirrorOf.apply(ANY_HOST).filter(base::equals).isEmpty());
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
