package io.evaldata.datasets.download;

import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.download.Credentials.Login;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which login goes with a question, and says what is missing when a server wants one.
 *
 * <p>The hub's token and the Cityscapes login go to those services' own hosts only, however a catalogue is written; any
 * other server gets what settings.xml holds under its host.
 */
final class Logins {
    private static final int MOST_WORDS = 300;

    private final Credentials credentials;
    private final Map<Access, Set<String>> homes;
    private final CityscapesSessions sessions;

    /**
     * Uses the given logins.
     *
     * @param homes scheme and authority of the services that have an {@link Access} of their own, as in {@code https://host}
     */
    Logins(Credentials credentials, Map<Access, Set<String>> homes, Transport transport) {
        this.credentials = credentials;
        this.homes = homes;
        this.sessions = new CityscapesSessions(transport);
    }

    /** The header fields that say who we are to the server of the address. */
    Map<String, String> headers(Gate gate, Origin origin, URI address) throws IOException {
        if (isHome(gate, origin, address)) {
            Optional<Login> login = credentials.find(gate.access().serverId(), address);
            if (login.isEmpty()) {
                return Map.of();
            }
            return gate.access() == Access.CITYSCAPES
                    ? Map.of("Cookie", sessions.cookie(address, login.get()))
                    : Map.of("Authorization", login.get().secret().bearer());
        }
        return credentials
                .find(address.getHost(), address)
                .map(Logins::authorization)
                .orElse(Map.of());
    }

    private static Map<String, String> authorization(Login login) {
        if (login.secret().isEmpty()) {
            return Map.of();
        }
        boolean token = login.user().isEmpty();
        return Map.of(
                "Authorization",
                token ? login.secret().bearer() : login.secret().basic(login.user()));
    }

    private boolean isHome(Gate gate, Origin origin) {
        return isHome(gate, origin, origin.asked());
    }

    /** Whether the address is the service's own: over http it is not, as everybody on the way would read the login. */
    private boolean isHome(Gate gate, Origin origin, URI address) {
        String home = (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
        return origin.direct() && homes.getOrDefault(gate.access(), Set.of()).contains(home);
    }

    /** Whether a redirect led back to the login form. */
    boolean isLoginPage(Gate gate, Origin origin, URI address) {
        return gate.access() == Access.CITYSCAPES
                && isHome(gate, origin)
                && Asker.sameServer(address, origin.asked())
                && address.getPath().startsWith("/login");
    }

    /** Gives a session up after a page came instead of a file; false when logging in once more makes no sense. */
    boolean forget(Gate gate, Origin origin) {
        return gate.access() == Access.CITYSCAPES && isHome(gate, origin) && sessions.forget(origin.asked());
    }

    /**
     * What to tell the user when a server answers 401 or 403.
     *
     * @param words the server's own, as the hub sends them
     */
    Refusal gated(FetchRequest request, Origin origin, int status, Optional<String> words) {
        Gate gate = request.gate();
        String host = origin.asked().getHost();
        boolean home = isHome(gate, origin);
        String id = home ? gate.access().serverId() : host;
        boolean known = credentials.find(id, origin.asked()).isPresent();
        String ask =
                gate.page().map(page -> "Ask for access at " + page + ", then ").orElse("");
        String put =
                switch (home ? gate.access() : Access.OPEN) {
                    case HUGGINGFACE ->
                        "put a token into settings.xml as <server><id>huggingface</id><password>hf_...</password>"
                                + "</server>, or into the environment variable HF_TOKEN.";
                    case CITYSCAPES, OPEN, MANUAL ->
                        "put user and password into settings.xml as <server><id>" + id
                                + "</id><username>...</username><password>...</password></server>.";
                };
        String wants = status == 401 || home ? " wants a login" : " refuses access";
        String refuses = status == 401 ? " does not accept our login" : " accepts our login but gives it no access";
        String said = words.map(text -> text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) + "…" : text)
                .map(text -> ": '" + text + "'")
                .orElse("");
        String message = host + (known ? refuses : wants) + " (status " + status + ")" + said;
        if (known && status == 403 && gate.page().isPresent()) {
            return Refusal.gated(
                    message, "Ask for access at " + gate.page().get() + " as the user of that login, then run again.");
        }
        return Refusal.gated(
                message, ask.isEmpty() ? Character.toUpperCase(put.charAt(0)) + put.substring(1) : ask + put);
    }
}
