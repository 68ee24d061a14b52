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

    /** It does not accept our login, or wants one, to hand on a question for the target. */
    Refusal wantsOtherCredentials(String target, int status) {
        return Refusal.gated(
                "the proxy " + authority() + " wants " + (login.isPresent() ? "other " : "") + "credentials for "
                        + target + " (status " + status + ")",
                "Put username and password into the <proxy> entry of settings.xml.");
    }

    /** It opens no way to the target. */
    Refusal forbids(String target, int status) {
        return Refusal.gated(
                "the proxy " + authority() + " opens no way to " + target + " (status " + status + ")",
                "Have the proxy allow it, or name the host in <nonProxyHosts> of settings.xml.");
    }
}
