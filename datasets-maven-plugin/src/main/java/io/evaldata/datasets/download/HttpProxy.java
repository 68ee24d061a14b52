package io.evaldata.datasets.download;

import java.util.Optional;

/**
 * A forward proxy.
 *
 * @param host where it listens
 * @param port where it listens
 * @param login who we are there, sent as Basic authentication to the proxy alone
 */
public record HttpProxy(String host, int port, Optional<Credentials.Login> login) {

    String authority() {
        return host + ":" + port;
    }

    /** It answered 407 to a question for the target. */
    Refusal wantsOtherCredentials(String target) {
        return Refusal.gated(
                "the proxy " + authority() + " wants " + (login.isPresent() ? "other " : "") + "credentials for "
                        + target + " (status 407)",
                "Put username and password into the <proxy> entry of settings.xml.");
    }
}
