package io.evaldata.datasets.download;

import io.evaldata.datasets.download.Transport.Headers;
import io.evaldata.datasets.io.Checksum;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** One address of a file, and what has been learned about it during a fetch. Safe for use by several threads. */
final class Origin {
    private final URI published;
    private final URI asked;
    private Optional<URI> resolved = Optional.empty();
    private Headers linked = new Headers();
    private Optional<URI> movedTo = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Optional<String> entityTag = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private String remedy = "";
    private Set<Checksum> broken = Set.of();
    private boolean unreachable;
    private long delivered;
    private int breaks;

    /**
     * Nothing is known yet.
     *
     * @param published the address in the catalogue
     * @param asked where it is asked for: the same, or at a mirror
     */
    Origin(URI published, URI asked) {
        this.published = published;
        this.asked = asked;
    }

    URI published() {
        return published;
    }

    URI asked() {
        return asked;
    }

    /** Whether the publisher's own server is asked. */
    boolean direct() {
        return published.equals(asked);
    }

    /** Where redirects led; asked directly until it refuses. */
    synchronized URI next() {
        return resolved.orElse(asked);
    }

    /**
     * Redirects led to the address.
     *
     * @param said what the hub said of the file on the way, which storage does not repeat
     */
    synchronized void resolvedTo(URI address, Headers said) {
        resolved = address.equals(asked) ? Optional.empty() : Optional.of(address);
        linked = said;
    }

    /** What the hub said of the file when it last redirected; not changed any more. */
    synchronized Headers linked() {
        return linked;
    }

    /** The new address, when permanent redirects led there. */
    synchronized Optional<URI> movedTo() {
        return movedTo;
    }

    synchronized void moved(URI address) {
        movedTo = Optional.of(address);
    }

    synchronized void forgetRedirect() {
        resolved = Optional.empty();
    }

    /** What the server calls the version it serves; empty when it did not say. */
    synchronized Optional<String> version() {
        return version;
    }

    /** What to send as {@code If-Range}. */
    synchronized Optional<String> condition() {
        return entityTag;
    }

    synchronized void learn(Optional<String> newVersion, Optional<String> newCondition) {
        version = newVersion;
        entityTag = newCondition;
    }

    /** How many bytes have come from it, over all connections. */
    synchronized long delivered() {
        return delivered;
    }

    synchronized void delivers(long bytes) {
        delivered += bytes;
    }

    /** An answer ended early that could not be continued by another; returns how often that has happened. */
    synchronized int breaksOff() {
        return ++breaks;
    }

    /** How often an answer ended early that could not be continued by another. */
    synchronized int breaks() {
        return breaks;
    }

    /** Why this address is not asked any more; empty while it is. */
    synchronized Optional<String> failure() {
        return failure;
    }

    synchronized void fail(String reason, String whatToDo) {
        if (failure.isEmpty()) {
            failure = Optional.of(reason);
            remedy = whatToDo;
        }
    }

    /** All of what it sent arrived, and is not what the digests say. */
    synchronized void sentAnother(Digests found, Expectation expected) {
        fail("sent another file: " + found.difference(expected), "");
        broken = found.broken(expected);
    }

    /** The expected digests that do not hold for what it sent; none while nothing shows that it sent another file. */
    synchronized Set<Checksum> broken() {
        return broken;
    }

    /** Its host could not be reached, time and again. */
    synchronized void notReached() {
        unreachable = true;
    }

    /** Whether it failed because its host could not be reached. */
    synchronized boolean unreachable() {
        return unreachable;
    }

    /** What the user can do about the failure; empty when there is nothing to advise. */
    synchronized String remedy() {
        return remedy;
    }

    /** The address without its query, which may be signed, for messages. */
    static String shown(URI address) {
        String query = address.getRawQuery() == null ? "" : "?…";
        String authority = address.getRawAuthority() == null ? "" : address.getRawAuthority();
        return address.getScheme() + "://" + authority.substring(authority.indexOf('@') + 1) + address.getRawPath()
                + query;
    }
}
